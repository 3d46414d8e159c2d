import MendelianRandomization
import StudyModel
import Testing

@Suite struct WaldRatioTests {
  @Test func oneVariantOfBodyMassIndex() throws {
    let result = try WaldRatio().estimate(try ReferenceTables.edgeCase("first_1_snps"), context: context())
    #expect(isClose(result.estimate.value, try ReferenceTables.estimate("edge_first_1_snps", "wald_ratio_b")))
    #expect(
      isClose(
        result.estimate.standardError,
        try ReferenceTables.estimate("edge_first_1_snps", "wald_ratio_se")
      )
    )
    #expect(
      isClose(result.estimate.pValue.value, try ReferenceTables.estimate("edge_first_1_snps", "wald_ratio_p"))
    )
  }

  @Test func isDefinedForOneVariantOnly() {
    let two = [variant(x: 0.1, y: 0.2), variant("rs2", x: 0.2, y: 0.1)]
    #expect(
      WaldRatio().outcome(two, context: context()).notEstimated
        == NotEstimated(reason: .tooManyVariants, needed: 1, available: 2)
    )
    #expect(
      WaldRatio().outcome([], context: context()).notEstimated
        == NotEstimated(reason: .tooFewVariants, needed: 1, available: 0)
    )
  }

  @Test func standardErrorIsPositiveWhateverTheSignOfX() throws {
    let result = try WaldRatio().estimate([variant(x: -0.1, y: 0.2)], context: context())
    #expect(isClose(result.estimate.value, -2))
    #expect(isClose(result.estimate.standardError, 0.2))
  }

  @Test func arithmeticThatFailsIsSaid() {
    let outcome = WaldRatio().outcome([variant(x: .leastNonzeroMagnitude, y: 1)], context: context())
    #expect(outcome.notEstimated?.reason == .notFinite)
  }
}
