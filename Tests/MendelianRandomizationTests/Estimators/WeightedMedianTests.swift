import MendelianRandomization
import Statistics
import StudyModel
import Testing

@Suite struct WeightedMedianEstimatorTests {
  @Test(arguments: ReferenceTables.datasets)
  func estimateAgreesWithThePeer(_ dataset: String) throws {
    let bootstrap = MedianBootstrap(SummaryEffects(try ReferenceTables.variants(dataset)))
    #expect(isClose(bootstrap.median, try ReferenceTables.estimate(dataset, "median_b")))
  }

  @Test func estimateAgreesWithThePeerAtTheEdges() throws {
    for name in ReferenceTables.edgeCases where name != "first_2_snps" {
      let bootstrap = MedianBootstrap(SummaryEffects(try ReferenceTables.edgeCase(name)))
      #expect(isClose(bootstrap.median, try ReferenceTables.estimate("edge_\(name)", "median_b")))
    }
  }

  /// |ours − mean| ≤ 4·SD·√(1/seeds + 1000/our draws).
  @Test(arguments: ReferenceTables.datasets)
  func standardErrorAgreesWithThePeersSeeds(_ dataset: String) throws {
    let result = try WeightedMedian().estimate(
      try ReferenceTables.variants(dataset),
      context: context(draws: 10_000)
    )
    let mean = try ReferenceTables.estimate(dataset, "median_se_mean")
    let deviation = try ReferenceTables.estimate(dataset, "median_se_sd")
    let seeds = try ReferenceTables.estimate(dataset, "median_seeds")
    let limit = 4 * deviation * (1 / seeds + 1000.0 / 10_000).squareRoot()
    #expect(abs(result.estimate.standardError - mean) <= limit)
    #expect(result.monteCarlo?.draws == 10_000)
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

  @Test func splitAndOrderOfSimulationsChangeNothing() async throws {
    let bootstrap = MedianBootstrap(SummaryEffects(try ReferenceTables.variants("adiponectin_chd")))
    let key = StreamKey(seed: 3, names: ["adiponectin.forward", "weighted_median"])
    let whole = bootstrap.medians(0..<1000, key: key)
    let parts = await withTaskGroup(of: (Int, [Double]).self) { group in
      for start in stride(from: 0, to: 1000, by: 125).reversed() {
        group.addTask { (start, bootstrap.medians(start..<start + 125, key: key)) }
      }
      var parts: [Int: [Double]] = [:]
      for await (start, medians) in group { parts[start] = medians }
      return parts.sorted { $0.key < $1.key }.flatMap(\.value)
    }
    #expect(parts == whole)
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

  @Test func twoVariantsAreTooFew() {
    let two = [variant(x: 0.1, y: 0.2), variant("rs2", x: 0.2, y: 0.1)]
    #expect(
      WeightedMedian().outcome(two, context: context()).notEstimated
        == NotEstimated(reason: .tooFewVariants, needed: 3, available: 2)
    )
  }
}
