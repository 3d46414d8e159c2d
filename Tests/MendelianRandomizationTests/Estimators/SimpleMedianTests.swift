import MendelianRandomization
import StudyModel
import Testing

@Suite struct SimpleMedianTests {
  private let estimator = SimpleMedian()

  @Test(arguments: ReferenceTables.datasets)
  func estimateAgreesWithThePeer(_ dataset: String) throws {
    let result = try estimator.estimate(try ReferenceTables.variants(dataset), context: context())
    #expect(isClose(result.estimate.value, try ReferenceTables.estimate(dataset, "simple_median_b")))
    #expect(result.method == .simpleMedian)
  }

  @Test(arguments: ReferenceTables.edgeCases.filter { $0 != "first_2_snps" })
  func estimateAgreesWithThePeerAtTheEdges(_ edge: String) throws {
    let result = try estimator.estimate(try ReferenceTables.edgeCase(edge), context: context())
    #expect(isClose(result.estimate.value, try ReferenceTables.estimate("edge_\(edge)", "simple_median_b")))
  }

  @Test(arguments: ReferenceTables.datasets)
  func standardErrorAgreesWithThePeersSeeds(_ dataset: String) throws {
    let variants = try ReferenceTables.variants(dataset)
    let result = try estimator.estimate(variants, context: context(draws: 10_000))
    try expectStandardErrorAmongPeers(result, dataset, "simple_median", draws: 10_000)
    #expect(result.variantCount == variants.count)
  }

  @Test func everyVariantCountsTheSame() throws {
    // Ratios 1, 2, 3 and 100, the last known best: the median lies half-way between the middle two.
    let variants = [(1.0, 0.02), (2, 0.02), (3, 0.02), (100, 1e-6)].enumerated().map { index, point in
      variant("rs\(index)", x: 0.1, y: 0.1 * point.0, yError: point.1)
    }
    #expect(isClose(try estimator.estimate(variants, context: context()).estimate.value, 2.5))
  }

  @Test func twoVariantsAreTooFew() { expectTwoVariantsAreTooFew(.simpleMedian) }
}
