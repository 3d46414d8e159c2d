import MendelianRandomization
import Statistics
import StudyModel
import Testing

@Suite struct WeightedMedianTests {
  private let estimator = WeightedMedian()

  @Test(arguments: ReferenceTables.datasets)
  func estimateAgreesWithThePeer(_ dataset: String) throws {
    let result = try estimator.estimate(try ReferenceTables.variants(dataset), context: context())
    #expect(isClose(result.estimate.value, try ReferenceTables.estimate(dataset, "median_b")))
    #expect(result.method == .weightedMedian)
  }

  @Test(arguments: ReferenceTables.edgeCases.filter { $0 != "first_2_snps" })
  func estimateAgreesWithThePeerAtTheEdges(_ edge: String) throws {
    let result = try estimator.estimate(try ReferenceTables.edgeCase(edge), context: context())
    #expect(isClose(result.estimate.value, try ReferenceTables.estimate("edge_\(edge)", "median_b")))
  }

  @Test(arguments: ReferenceTables.datasets)
  func standardErrorAgreesWithThePeersSeeds(_ dataset: String) throws {
    let variants = try ReferenceTables.variants(dataset)
    let result = try estimator.estimate(variants, context: context(draws: 10_000))
    try expectStandardErrorAmongPeers(result, dataset, "median", draws: 10_000)
    #expect(result.variantCount == variants.count)
  }

  @Test func statedMonteCarloErrorIsThatOfOtherSeeds() throws {
    let variants = try ReferenceTables.variants("body_fat_chd")
    let results = try (1...60).map { seed in
      try WeightedMedian().estimate(variants, context: context(draws: 500, seed: UInt64(seed)))
    }
    let observed = StandardDeviation(of: results.map(\.estimate.standardError)).value
    let stated = results.compactMap(\.monteCarlo?.standardErrorOfStandardError).mean
    // The spread of 60 values is itself known to 9 %.
    #expect(abs(stated / observed - 1) < 0.4)
  }

  @Test func seedAndPairChangeTheDrawsAndNotTheEstimate() throws {
    let variants = try ReferenceTables.variants("adiponectin_chd")
    let one = try WeightedMedian().estimate(variants, context: context(seed: 1))
    let again = try WeightedMedian().estimate(variants, context: context(seed: 1))
    let two = try WeightedMedian().estimate(variants, context: context(seed: 2))
    var other = context(seed: 1)
    other.pair = studyPair("BMI", .reverse).id
    let three = try WeightedMedian().estimate(variants, context: other)
    #expect(one == again)
    #expect(one.estimate.standardError != two.estimate.standardError)
    #expect(one.estimate.standardError != three.estimate.standardError)
    #expect(one.estimate.value == two.estimate.value)
  }

  @Test func twoVariantsAreTooFew() { expectTwoVariantsAreTooFew(.weightedMedian) }
}
