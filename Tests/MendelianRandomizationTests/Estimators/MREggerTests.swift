import MendelianRandomization
import Statistics
import StudyModel
import Testing

@Suite struct MREggerTests {
  private let edgeCases = ReferenceTables.edgeCases.filter { $0 != "first_2_snps" }

  @Test(arguments: ReferenceTables.datasets)
  func agreesWithThePeer(_ dataset: String) throws {
    try compare(dataset, try ReferenceTables.variants(dataset))
  }

  @Test func agreesWithThePeerAtTheEdges() throws {
    for name in edgeCases { try compare("edge_\(name)", try ReferenceTables.edgeCase(name)) }
  }

  /// The peer's p loses digits: it is recomputed from the peer's estimate and standard error.
  private func compare(_ dataset: String, _ variants: [HarmonisedVariant]) throws {
    let fit = try MREgger().fit(variants)
    let distribution = StudentTDistribution(degreesOfFreedom: Double(variants.count - 2))
    for (ours, b, se) in [
      (fit.slope, "egger_b", "egger_se"), (fit.intercept, "egger_intercept", "egger_intercept_se"),
    ] {
      let value = try ReferenceTables.estimate(dataset, b)
      let standardError = try ReferenceTables.estimate(dataset, se)
      #expect(isClose(ours.value, value))
      #expect(isClose(ours.standardError, standardError))
      #expect(isClose(ours.pValue.value, distribution.twoSided(value / standardError).value))
      let half = distribution.upperQuantile(0.025) * standardError
      #expect(isClose(ours.interval.upper - ours.interval.lower, 2 * half))
    }
  }

  @Test func equalExposureEffectsGiveNoSlope() {
    // Equal in size though not in sign: orientation makes them one.
    let equal = [variant(x: 0.1, y: 0.2), variant(x: -0.1, y: 0.1), variant(x: 0.1, y: 0.3)]
    #expect(MREgger().outcome(equal, context: context()).notEstimated?.reason == .equalExposureEffects)
  }

  @Test func twoVariantsAreTooFew() throws {
    let outcome = MREgger().outcome(try ReferenceTables.edgeCase("first_2_snps"), context: context())
    #expect(outcome.notEstimated == NotEstimated(reason: .tooFewVariants, needed: 3, available: 2))
  }

  @Test func aPerfectLineKeepsTheFloor() throws {
    let line = [0.1, 0.2, 0.3].map { variant(x: $0, y: 0.05 + 2 * $0, yError: 0.01) }
    let fit = try MREgger().fit(line)
    #expect(isClose(fit.slope.value, 2))
    #expect(isClose(fit.intercept.value, 0.05))
    // 1 / √Σw(x − x̄)² = 0.01 / √0.02: no less, though nothing scatters.
    #expect(isClose(fit.slope.standardError, 0.01 / 0.02.squareRoot()))
  }
}
