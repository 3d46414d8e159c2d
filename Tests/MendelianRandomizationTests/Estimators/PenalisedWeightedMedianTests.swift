import MendelianRandomization
import StudyModel
import Testing

@Suite struct PenalisedWeightedMedianTests {
  private let estimator = PenalisedWeightedMedian()

  @Test(arguments: ReferenceTables.datasets)
  func estimateAgreesWithThePeer(_ dataset: String) throws {
    let result = try estimator.estimate(try ReferenceTables.variants(dataset), context: context())
    #expect(isClose(result.estimate.value, try ReferenceTables.estimate(dataset, "penalised_median_b")))
    #expect(result.method == .penalisedWeightedMedian)
  }

  @Test(arguments: ReferenceTables.edgeCases.filter { $0 != "first_2_snps" })
  func estimateAgreesWithThePeerAtTheEdges(_ edge: String) throws {
    let result = try estimator.estimate(try ReferenceTables.edgeCase(edge), context: context())
    #expect(
      isClose(result.estimate.value, try ReferenceTables.estimate("edge_\(edge)", "penalised_median_b"))
    )
  }

  @Test(arguments: ReferenceTables.datasets)
  func standardErrorAgreesWithThePeersSeeds(_ dataset: String) throws {
    let variants = try ReferenceTables.variants(dataset)
    let result = try estimator.estimate(variants, context: context(draws: 10_000))
    try expectStandardErrorAmongPeers(result, dataset, "penalised_median", draws: 10_000)
    #expect(result.variantCount == variants.count)
  }

  @Test func anOutlierLosesItsWeight() throws {
    var variants = (1...8).map {
      variant("rs\($0)", x: 0.1, xError: 0.001, y: 0.02 + 0.001 * Double($0), yError: 0.01)
    }
    variants.append(variant("far", x: 0.1, xError: 0.001, y: 5, yError: 0.01))
    let effects = SummaryEffects(variants)
    let weights = PenalisedWeightedMedian.bootstrap(effects).weights
    let unpenalised = MedianBootstrap(effects).weights
    #expect(weights[8] == 0)
    #expect(Array(weights.prefix(8)) == Array(unpenalised.prefix(8)))
  }

  @Test func twoVariantsAreTooFew() { expectTwoVariantsAreTooFew(.penalisedWeightedMedian) }
}
