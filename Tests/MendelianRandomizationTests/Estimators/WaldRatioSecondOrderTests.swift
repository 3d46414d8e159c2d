import MendelianRandomization
import StudyModel
import Testing

@Suite struct WaldRatioSecondOrderTests {
  @Test func theErrorOfTheExposureCounts() throws {
    let one = [variant(x: -0.2, xError: 0.03, y: 0.1, yError: 0.04)]
    let result = try #require(WaldRatioSecondOrder().outcome(one, context: context()).result)
    #expect(isClose(result.estimate.value, -0.5))
    // 0.04²/0.2² + 0.1²·0.03²/0.2⁴ = 0.04 + 0.005625.
    #expect(isClose(result.estimate.standardError, 0.045625.squareRoot()))
  }

  @Test func itTakesOneVariant() {
    let two = [variant("rs1", x: 0.1, y: 0.1), variant("rs2", x: 0.2, y: 0.1)]
    let outcome = WaldRatioSecondOrder().outcome(two, context: context())
    #expect(outcome.notEstimated == NotEstimated(reason: .tooManyVariants, needed: 1, available: 2))
  }
}
