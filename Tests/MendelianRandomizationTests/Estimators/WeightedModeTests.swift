import MendelianRandomization
import StudyModel
import Testing

@Suite struct WeightedModeTests {
  private let estimator = WeightedMode()

  /// The reference is good to 1e-7 of the bandwidth.
  @Test(arguments: ReferenceTables.datasets)
  func estimateIsTheContinuousMaximum(_ dataset: String) throws {
    let result = try estimator.estimate(try ReferenceTables.variants(dataset), context: context())
    let reference = try ReferenceTables.estimate(dataset, "weighted_mode_b")
    let bandwidth = try ReferenceTables.estimate(dataset, "weighted_mode_h")
    #expect(abs(result.estimate.value - reference) <= 1e-7 * bandwidth)
    #expect(result.method == .weightedMode)
  }

  @Test(arguments: ReferenceTables.datasets)
  func standardErrorAgreesWithThePeersSeeds(_ dataset: String) throws {
    let variants = try ReferenceTables.variants(dataset)
    let result = try estimator.estimate(variants, context: context(draws: 4000))
    try expectStandardErrorAmongPeers(result, dataset, "weighted_mode", draws: 4000)
    #expect(result.variantCount == variants.count)
  }

  @Test func theHeaviestClumpWins() throws {
    // Ratios about 1 of three variants and about 5 of two that are known ten times as well.
    let variants = [(0.95, 0.02), (1, 0.02), (1.05, 0.02), (4.98, 0.002), (5.02, 0.002)].enumerated().map {
      variant("rs\($0.offset)", x: 0.1, xError: 1e-4, y: 0.1 * $0.element.0, yError: $0.element.1)
    }
    let mode = try estimator.estimate(variants, context: context()).estimate.value
    #expect(abs(mode - 5) < 0.1)
  }

  @Test func twoVariantsAreTooFew() { expectTwoVariantsAreTooFew(.weightedMode) }
}
