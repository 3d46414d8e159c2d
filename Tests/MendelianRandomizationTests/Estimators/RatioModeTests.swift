import MendelianRandomization
import Statistics
import StudyModel
import Testing

/// What holds of both modes.
@Suite struct RatioModeTests {
  private static let methods: [MethodID] = [.simpleMode, .weightedMode]

  private func estimate(
    _ method: MethodID,
    _ variants: [HarmonisedVariant],
    draws: Int = 100,
    seed: UInt64 = 1
  ) throws -> CausalEstimate {
    try #require(MethodTable.outcome(method, variants, context: context(draws: draws, seed: seed)).result)
  }

  /// Closer than any file: the slope of the density is 0 at the mode, and no other place is higher.
  @Test(arguments: methods, ReferenceTables.datasets)
  func noPlaceIsHigher(_ method: MethodID, _ dataset: String) throws {
    let variants = try ReferenceTables.variants(dataset)
    let ratios = RatioMode(SummaryEffects(variants), isWeighted: method == .weightedMode)
    let h = try ReferenceTables.estimate(dataset, "\(method.rawValue)_h")
    let density = GaussianDensity(values: ratios.ratios, weights: ratios.weights, bandwidth: h)
    let mode = try estimate(method, variants).estimate.value
    #expect(abs(density.logSlope(mode)) < 1e-10)
    let top = density.height(mode)
    #expect(density.grid(perBandwidth: 50).allSatisfy { density.height($0) <= top * (1 + 1e-12) })
  }

  @Test(arguments: methods)
  func statedMonteCarloErrorIsThatOfOtherSeeds(_ method: MethodID) throws {
    let variants = try ReferenceTables.variants("body_fat_chd")
    let results = try (1...80).map { try estimate(method, variants, draws: 500, seed: UInt64($0)) }
    let observed = StandardDeviation(of: results.map(\.estimate.standardError)).value
    let stated = results.compactMap(\.monteCarlo?.standardErrorOfStandardError).mean
    // The spread of 80 values is itself known to 8 %.
    #expect(abs(stated / observed - 1) < 0.35)
  }

  @Test(arguments: methods)
  func intervalAndTestUseT(_ method: MethodID) throws {
    let ours = try estimate(method, try ReferenceTables.variants("body_fat_chd")).estimate
    #expect(ours.interval.degreesOfFreedom == 9)
    let t = StudentTDistribution(degreesOfFreedom: 9)
    #expect(isClose(ours.interval.upper, ours.value + t.upperQuantile(0.025) * ours.standardError))
    #expect(isClose(ours.pValue.value, t.twoSided(ours.value / ours.standardError).value))
  }

  @Test func splitOfSimulationsChangesNothing() throws {
    let mode = RatioMode(SummaryEffects(try ReferenceTables.variants("tc_chd")), isWeighted: true)
    let key = StreamKey(seed: 3, names: ["tc.forward", "weighted_mode"])
    let parts = mode.modes(60..<100, key: key) + mode.modes(0..<60, key: key)
    #expect(Array(parts[40...]) + Array(parts[..<40]) == mode.modes(0..<100, key: key))
  }

  @Test(arguments: methods)
  func equalRatiosGiveTheirValue(_ method: MethodID) throws {
    let variants = (1...7).map { variant("rs\($0)", x: 0.03 * Double($0), y: 0.01 * Double($0)) }
    let ours = try estimate(method, variants).estimate
    #expect(isClose(ours.value, 1.0 / 3, relative: 1e-11))
    #expect(ours.standardError > 0)
  }

  @Test(arguments: methods)
  func ratiosOfExactlyZero(_ method: MethodID) throws {
    let variants = (1...7).map { variant("rs\($0)", x: 0.1, y: $0 < 5 ? 0 : 0.1) }
    let ours = try estimate(method, variants).estimate
    #expect(ours.value == 0)
    #expect(ours.standardError > 0)
  }

  @Test(arguments: methods)
  func aHugeOutlierDoesNotMoveTheMode(_ method: MethodID) throws {
    let near = (1...6).map { variant("rs\($0)", x: 0.1, y: 0.05 + 0.004 * Double($0)) }
    let ours = try estimate(method, near + [variant("far", x: 1e-9, xError: 1e-10, y: 0.3)]).estimate
    #expect(ours.value > 0.5 && ours.value < 0.8)
  }

  @Test(arguments: methods)
  func tinyWeightsAreNoDifference(_ method: MethodID) throws {
    let variants = try ReferenceTables.variants("adiponectin_chd")
    let units = variants.map { rescaled($0, outcome: 1e120) }
    let ours = try estimate(method, units).estimate.value
    #expect(isClose(ours, 1e120 * (try estimate(method, variants).estimate.value), relative: 1e-9))
  }

  @Test(arguments: methods)
  func tenThousandVariants(_ method: MethodID) throws {
    let table = try ReferenceTables.variants("bmi_chd")
    let many = (0..<10_000).map { index in
      var copy = table[index % table.count]
      copy.outcome.beta += 0.001 * Double(index / table.count) * copy.outcome.standardError
      return copy
    }
    let ours = try estimate(method, many, draws: 20)
    let reference = try estimate(method, table).estimate
    #expect(abs(ours.estimate.value - reference.value) < reference.standardError)
    #expect(ours.estimate.standardError < reference.standardError)
  }
}
