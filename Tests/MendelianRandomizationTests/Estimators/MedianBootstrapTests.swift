import MendelianRandomization
import Statistics
import StudyModel
import Testing

@Suite struct MedianBootstrapTests {
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

  @Test func theMethodsDrawTheirOwnNumbers() throws {
    // With equal weights all three medians are one, and only the streams differ.
    let variants = (1...9).map { variant("rs\($0)", x: 0.1, xError: 1e-9, y: 0.01 * Double($0)) }
    let results = try [MethodID.weightedMedian, .simpleMedian].map { method in
      try #require(MethodTable.outcome(method, variants, context: context()).result)
    }
    #expect(isClose(results[0].estimate.value, results[1].estimate.value, relative: 1e-9))
    #expect(results[0].estimate.standardError != results[1].estimate.standardError)
  }

  @Test func drawsMoveBothEffectsAndKeepTheWeights() {
    // Of one variant a draw is the ratio of its two effects, each with a normal of its own.
    let key = StreamKey(seed: 4, names: ["draws"])
    let effects = SummaryEffects([variant(x: 0.1, xError: 0.01, y: 0.2, yError: 0.03)])
    for (index, median) in MedianBootstrap(effects).medians(0..<20, key: key).enumerated() {
      var stream = RandomStream(key, simulation: UInt64(index))
      let x = 0.1 + 0.01 * Ziggurat.shared.normal(&stream)
      let y = 0.2 + 0.03 * Ziggurat.shared.normal(&stream)
      #expect(isClose(median, y / x, relative: 1e-14))
    }
  }
}
