import MendelianRandomization
import StudyModel
import Testing

@Suite struct HeterogeneityAnalysisTests {
  @Test(arguments: ReferenceTables.datasets)
  func differenceAgreesWithThePeer(_ dataset: String) throws {
    let heterogeneity = HeterogeneityAnalysis.heterogeneity(try ReferenceTables.variants(dataset))
    let difference = try #require(heterogeneity.difference)
    let reference = try ReferenceTables.estimate(dataset, "q_difference")
    // A difference of two sums keeps the sums' absolute error.
    let q = try #require(heterogeneity.cochran).q
    #expect(abs(difference.value - reference) <= 1e-11 * q)
    #expect(
      isClose(
        difference.pValue.value,
        try ReferenceTables.estimate(dataset, "q_difference_p"),
        relative: 1e-8
      )
    )
  }

  @Test func twoVariantsGiveCochransQAlone() throws {
    let heterogeneity = HeterogeneityAnalysis.heterogeneity(try ReferenceTables.edgeCase("first_2_snps"))
    #expect(heterogeneity.cochran != nil)
    #expect(heterogeneity.cochranNotEstimated == nil)
    #expect(heterogeneity.rucker == nil)
    #expect(
      heterogeneity.ruckerNotEstimated == NotEstimated(reason: .tooFewVariants, needed: 3, available: 2)
    )
    #expect(heterogeneity.difference == nil)
  }

  @Test func oneVariantGivesNeither() {
    let heterogeneity = HeterogeneityAnalysis.heterogeneity([variant(x: 0.1, y: 0.2)])
    #expect(
      heterogeneity.cochranNotEstimated == NotEstimated(reason: .tooFewVariants, needed: 2, available: 1)
    )
    #expect(
      heterogeneity.ruckerNotEstimated == NotEstimated(reason: .tooFewVariants, needed: 3, available: 1)
    )
  }

  @Test func anImpossibleStandardErrorIsSaid() {
    let broken = [variant(x: 0.1, y: 0.2, yError: 0), variant("rs2", x: 0.2, y: 0.1)]
    #expect(HeterogeneityAnalysis.heterogeneity(broken).cochranNotEstimated?.reason == .notFinite)
  }
}
