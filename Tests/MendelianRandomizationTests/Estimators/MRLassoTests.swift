import MendelianRandomization
import StudyModel
import Testing

@Suite struct MRLassoTests {
  @Test(arguments: ReferenceTables.datasets)
  func leavesThePeersVariants(_ dataset: String) throws {
    let variants = try ReferenceTables.variants(dataset)
    let result = try #require(MRLasso().outcome(variants, context: context()).result)
    let valid = try ReferenceTables.furtherVariants(dataset, "lasso_valid")
    #expect(Set(result.details?.validVariants ?? []) == valid)
    #expect(isClose(result.estimate.value, try ReferenceTables.further(dataset, "lasso_b")))
    #expect(isClose(result.estimate.standardError, try ReferenceTables.further(dataset, "lasso_se")))
    let lambda = try #require(result.details?.tuning)
    // The peer's grid begins elsewhere by less than one step of it, which is a factor of 10^(4/99) = 1.1.
    let peer = try ReferenceTables.further(dataset, "lasso_lambda")
    let ratio = lambda / peer
    #expect(ratio > 1 / 1.1 && ratio < 1.1)
  }

  @Test func validAndInvalidVariantsAreAllVariants() throws {
    let variants = try ReferenceTables.variants("bmi_chd")
    let details = try #require(MRLasso().outcome(variants, context: context()).result?.details)
    let (valid, invalid) = (details.validVariants ?? [], details.invalidVariants ?? [])
    #expect((valid + invalid).sorted() == variants.map(\.variant.id).sorted())
    #expect(!invalid.isEmpty)
  }

  @Test func variantsOnOneLineHaveNothingToPenalise() {
    let exact = (1...5).map { variant("rs\($0)", x: 0.25 * Double($0), y: 0.5 * Double($0)) }
    #expect(MRLasso().outcome(exact, context: context()).notEstimated?.reason == .noSpread)
  }
}
