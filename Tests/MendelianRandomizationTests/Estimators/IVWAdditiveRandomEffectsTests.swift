import MendelianRandomization
import Statistics
import StudyModel
import Testing

@Suite struct IVWAdditiveRandomEffectsTests {
  /// τ² solves Σw(r − r̄)² = (n − 1) + τ²(Σw − Σw²/Σw): both sides are computed anew, r̄ by plain sums.
  @Test(arguments: ReferenceTables.datasets)
  func theMomentEquationHolds(_ dataset: String) throws {
    let effects = SummaryEffects(try ReferenceTables.variants(dataset))
    let result = try IVWAdditiveRandomEffects.fit(effects)
    let tauSquared = try #require(result.details?.tauSquared)
    let ratios = zip(effects.y, effects.x).map { $0 / $1 }
    let weights = zip(effects.yError, effects.x).map { ($1 / $0) * ($1 / $0) }
    let total = weights.reduce(0, +)
    let mean = zip(weights, ratios).map { $0 * $1 }.reduce(0, +) / total
    let q = zip(weights, ratios).map { $0 * ($1 - mean) * ($1 - mean) }.reduce(0, +)
    let slope = total - weights.map { $0 * $0 }.reduce(0, +) / total
    let expected = Double(ratios.count - 1) + tauSquared * slope
    #expect(tauSquared > 0 ? isClose(q, expected) : q <= expected)
    let pooled = weights.map { 1 / (1 / $0 + tauSquared) }
    let value = zip(pooled, ratios).map { $0 * $1 }.reduce(0, +) / pooled.reduce(0, +)
    #expect(isClose(result.estimate.value, value))
    #expect(isClose(result.estimate.standardError, 1 / pooled.reduce(0, +).squareRoot()))
  }

  @Test func withoutOverdispersionItIsTheFixedEffect() throws {
    let variants = try ReferenceTables.edgeCase("underdispersed_30")
    let additive = try IVWAdditiveRandomEffects.fit(SummaryEffects(variants))
    let fixed = InverseVarianceWeighted.fit(SummaryEffects(variants), model: .fixedEffect)
    #expect(additive.details?.tauSquared == 0)
    #expect(isClose(additive.estimate.value, fixed.estimate.value))
    #expect(isClose(additive.estimate.standardError, fixed.estimate.standardError))
  }
}
