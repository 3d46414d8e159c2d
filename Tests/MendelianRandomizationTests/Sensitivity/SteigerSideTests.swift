import MendelianRandomization
import Testing

@Suite struct SteigerSideTests {
  @Test func whatIsExplainedIsAtLeastNothing() {
    #expect(SteigerSide(rSquared: 0.5, noise: 0.25, variance: 1).corrected == 0.25)
    #expect(SteigerSide(rSquared: 0.001, noise: 0.002, variance: 1).corrected == 0)
  }
}
