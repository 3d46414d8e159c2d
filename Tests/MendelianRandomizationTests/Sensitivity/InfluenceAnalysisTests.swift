import MendelianRandomization
import Statistics
import StudyModel
import Testing

/// Cook's distances of the peer are in ParityTests.
@Suite struct InfluenceAnalysisTests {
  /// Another derivation: the line is fitted anew without each variant. D = w x²-weighted squared move of the slope over σ̂²;
  /// the studentised residual is the deleted residual over its own standard error.
  @Test func agreesWithRefittingWithoutTheVariant() throws {
    let variants = try ReferenceTables.variants("tc_chd")
    let effects = SummaryEffects(variants)
    let whole = RegressionThroughOrigin(x: effects.x, y: effects.y, weights: effects.weights)
    let variance = whole.residualSumOfSquares / Double(whole.degreesOfFreedom)
    let total = 1 / (whole.slopeStandardError * whole.slopeStandardError)
    let rows = InfluenceAnalysis.influence(variants)
    #expect(rows.map(\.variant) == variants.map(\.variant.id))
    for (place, row) in rows.enumerated() {
      var (x, y, w) = (effects.x, effects.y, effects.weights)
      let (ownX, ownY, ownWeight) = (x.remove(at: place), y.remove(at: place), w.remove(at: place))
      let rest = RegressionThroughOrigin(x: x, y: y, weights: w)
      let move = whole.slope - rest.slope
      #expect(isClose(row.cooksDistance, move * move * total / variance, relative: 1e-7))
      let others = rest.residualSumOfSquares / Double(rest.degreesOfFreedom)
      let error = (others * (1 / ownWeight + ownX * ownX * rest.slopeStandardError * rest.slopeStandardError))
        .squareRoot()
      let residual = try #require(row.studentisedResidual)
      #expect(isClose(residual, (ownY - rest.slope * ownX) / error, relative: 1e-8))
      #expect(row.isInfluential == (row.cooksDistance > 4 / 87))
    }
    #expect(isClose(rows.map(\.leverage).reduce(0, +), 1))
  }

  @Test func twoVariantsHaveDistancesAndNoStudentisedResiduals() {
    let rows = InfluenceAnalysis.influence([variant("a", x: 0.1, y: 0.05), variant("b", x: 0.2, y: 0)])
    #expect(rows.count == 2)
    #expect(rows.allSatisfy { $0.studentisedResidual == nil })
  }

  @Test func aLineWithoutScatterHasNoInfluence() {
    #expect(InfluenceAnalysis.influence([1, 2, 4].map { variant(x: $0, y: 2 * $0) }).isEmpty)
    #expect(InfluenceAnalysis.influence([variant(x: 0.1, y: 0.1)]).isEmpty)
    #expect(InfluenceAnalysis.influence([]).isEmpty)
  }
}
