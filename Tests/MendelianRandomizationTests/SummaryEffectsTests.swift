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

  @Test func weightsAreInverseVariancesOfTheOutcome() {
    let effects = SummaryEffects([variant(x: 0.1, y: 0.2, yError: 0.5)])
    #expect(effects.weights == [4])
  }
}
