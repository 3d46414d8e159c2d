import MendelianRandomization
import StudyModel
import Testing

@Suite struct MREggerNormalTests {
  @Test(arguments: ReferenceTables.datasets)
  func agreesWithThePeer(_ dataset: String) throws {
    let variants = try ReferenceTables.variants(dataset)
    let result = try #require(MREggerNormal().outcome(variants, context: context()).result)
    #expect(isClose(result.estimate.value, try ReferenceTables.further(dataset, "egger_normal_b")))
    #expect(isClose(result.estimate.standardError, try ReferenceTables.further(dataset, "egger_normal_se")))
    // The peer subtracts p from 1, which costs digits.
    let p = try ReferenceTables.further(dataset, "egger_normal_p")
    #expect(abs(result.estimate.pValue.value - p) < 1e-13)
    let intercept = try ReferenceTables.further(dataset, "egger_normal_intercept_p")
    #expect(abs((result.details?.intercept?.pValue.value ?? .nan) - intercept) < 1e-13)
  }
}
