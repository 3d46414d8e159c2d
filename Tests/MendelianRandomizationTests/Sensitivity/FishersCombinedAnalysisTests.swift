import Foundation
import MendelianRandomization
import StudyModel
import Testing

/// The peer's p are in ParityTests.
@Suite struct FishersCombinedAnalysisTests {
  private func outcome(p: PValue?) -> HarmonisedVariant {
    var own = variant(x: 0.1, y: 0.02, yError: 0.01)
    own.outcome.pValue = p
    return own
  }

  /// With two tests χ² has 4 degrees of freedom, whose tail is e^(−x/2)(1 + x/2).
  @Test func twoTestsInClosedForm() throws {
    let test = try #require(
      FishersCombinedAnalysis.test([outcome(p: PValue(0.05)), outcome(p: PValue(0.2))])
    )
    let x = -2 * (log(0.05) + log(0.2))
    #expect(isClose(test.statistic, x))
    #expect(test.degreesOfFreedom == 4)
    #expect(isClose(test.pValue.value, exp(-x / 2) * (1 + x / 2)))
  }

  @Test func withoutAPTheEffectGivesIt() throws {
    let test = try #require(FishersCombinedAnalysis.test([outcome(p: nil)]))
    // One test combined is that test: z = 2.
    #expect(isClose(test.pValue.value, 0.045_500_263_896_358_42, relative: 1e-9))
  }

  @Test func tinyPValuesKeepTheirSize() throws {
    let test = try #require(
      FishersCombinedAnalysis.test([outcome(p: PValue(negativeLog10: 400)), outcome(p: PValue(0.5))])
    )
    #expect(test.pValue.negativeLog10 > 390)
    #expect(FishersCombinedAnalysis.test([]) == nil)
  }
}
