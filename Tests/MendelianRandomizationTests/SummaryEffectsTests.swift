import MendelianRandomization
import Testing

@Suite struct SummaryEffectsTests {
  @Test func orientationTurnsBothEffectsAndLeavesTheErrors() {
    let effects = SummaryEffects([variant(x: -0.1, y: 0.2), variant("rs2", x: 0.3, y: -0.4)])
    let oriented = effects.orientedToPositiveExposure
    #expect(oriented.x == [0.1, 0.3])
    #expect(oriented.y == [-0.2, -0.4])
    #expect(oriented.xError == effects.xError)
    #expect(oriented.yError == effects.yError)
  }

  @Test func ratioVariancesAreToTheSecondOrder() {
    let effects = SummaryEffects([variant(x: 0.1, xError: 0.01, y: 0.2, yError: 0.03)])
    #expect(isClose(effects.ratioVariances[0], 0.0009 / 0.01 + 0.04 * 0.0001 / 0.0001))
  }

  /// x⁴ would be 0 or infinite.
  @Test(arguments: [1e100, 1e-100]) func ratioVariancesDoNotDependOnTheUnits(factor: Double) {
    let plain = SummaryEffects([variant(x: 0.1, xError: 0.01, y: 0.2, yError: 0.03)])
    let scaled = SummaryEffects([
      variant(x: 0.1 * factor, xError: 0.01 * factor, y: 0.2 * factor, yError: 0.03 * factor)
    ])
    #expect(isClose(scaled.ratioVariances[0], plain.ratioVariances[0], relative: 1e-14))
  }

  @Test func weightsAreInverseVariancesOfTheOutcome() {
    let effects = SummaryEffects([variant(x: 0.1, y: 0.2, yError: 0.5)])
    #expect(effects.weights == [4])
  }
}
