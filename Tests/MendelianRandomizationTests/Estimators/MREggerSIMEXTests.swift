import MendelianRandomization
import Statistics
import StudyModel
import Testing

@Suite struct MREggerSIMEXTests {
  /// Exposure effects whose spread is little more than their error.
  private func diluted(count: Int = 40, slope: Double, seed: UInt64) -> [HarmonisedVariant] {
    var stream = RandomStream(StreamKey(seed: seed, names: ["simex"]), simulation: 0)
    var normals = [Double](repeating: 0, count: 3 * count)
    Ziggurat.shared.fill(&normals, from: &stream)
    return (0..<count).map { index in
      let truth = 0.1 + 0.02 * normals[3 * index]
      return variant(
        "rs\(index)",
        x: truth + 0.01 * normals[3 * index + 1],
        xError: 0.01,
        y: slope * truth + 0.001 * normals[3 * index + 2],
        yError: 0.001
      )
    }
  }

  /// Another derivation: where all standard errors are equal, added error of variance ζσ² divides the expected slope by
  /// (S + ζσ²)/S, S the variance of x, to the order 1/n; the parabola through five such values is fitted here by solving the
  /// normal equations of 1, ζ, ζ².
  @Test func agreesWithTheExpectedCurve() throws {
    let variants = diluted(count: 4_000, slope: 0.5, seed: 7)
    let effects = SummaryEffects(variants)
    let mean = effects.x.reduce(0, +) / 4_000
    let spread = effects.x.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 4_000
    let line = try #require(MREgger().outcome(variants, context: context()).result).estimate.value
    let steps = [0, 0.5, 1, 1.5, 2]
    let values = steps.map { line * spread / (spread + $0 * 1e-4) }
    let corrected = try #require(
      MREggerSIMEX().outcome(variants, context: context(draws: 200)).result
    )
    let expected = Self.parabola(steps, values, at: -1)
    let error = try #require(corrected.monteCarlo?.standardErrorOfEstimate)
    #expect(abs(corrected.estimate.value - expected) < 5 * error + 1e-3 * abs(expected))
    #expect(corrected.estimate.value > line)
  }

  private static func parabola(_ x: [Double], _ y: [Double], at point: Double) -> Double {
    func power(_ k: Int) -> Double {
      x.map { value in (0..<k).reduce(1) { product, _ in product * value } }.reduce(0, +)
    }
    func moment(_ k: Int) -> Double {
      zip(x, y).map { value, y in (0..<k).reduce(y) { product, _ in product * value } }.reduce(0, +)
    }
    var rows = (0..<3).map { row in (0..<3).map { power(row + $0) } + [moment(row)] }
    for pivot in 0..<3 {
      for row in 0..<3 where row != pivot {
        let factor = rows[row][pivot] / rows[pivot][pivot]
        for column in 0..<4 { rows[row][column] -= factor * rows[pivot][column] }
      }
    }
    let coefficients = (0..<3).map { rows[$0][3] / rows[$0][$0] }
    return coefficients[0] + coefficients[1] * point + coefficients[2] * point * point
  }

  /// Over many data sets of one truth the correction takes most of the bias away, and its standard error is near the
  /// scatter of the estimates.
  @Test func takesTheDilutionAway() throws {
    var corrected: [CausalEstimate] = []
    var plain: [Double] = []
    for seed in 0..<120 {
      let variants = diluted(slope: 0.5, seed: UInt64(seed))
      plain.append(try #require(MREgger().outcome(variants, context: context()).result).estimate.value)
      if let result = MREggerSIMEX().outcome(variants, context: context(draws: 100)).result {
        corrected.append(result)
      }
    }
    #expect(corrected.count > 100)
    let values = corrected.map(\.estimate.value)
    let error = values.reduce(0, +) / Double(values.count) - 0.5
    let plainError = plain.reduce(0, +) / 120 - 0.5
    #expect(abs(error) < 0.4 * abs(plainError))
    let scatter = StandardDeviation(of: values).value
    let stated = corrected.map(\.estimate.standardError).reduce(0, +) / Double(corrected.count)
    #expect(stated > 0.6 * scatter && stated < 1.6 * scatter)
  }

  @Test func anotherSeedStaysWithinTheMonteCarloError() throws {
    let variants = diluted(slope: 0.5, seed: 3)
    let runs = try (0..<20).map { seed in
      try #require(MREggerSIMEX().outcome(variants, context: context(draws: 400, seed: UInt64(seed))).result)
    }
    let stated = try #require(runs[0].monteCarlo)
    let own = try #require(stated.standardErrorOfEstimate)
    let spread = StandardDeviation(of: runs.map(\.estimate.value)).value
    #expect(spread > own / 2 && spread < own * 2)
    let spreadOfError = StandardDeviation(of: runs.map(\.estimate.standardError)).value
    #expect(spreadOfError > stated.standardErrorOfStandardError / 2)
    #expect(spreadOfError < stated.standardErrorOfStandardError * 2)
  }

  @Test func isNotMadeWhereNothingIsDiluted() throws {
    let variants = try ReferenceTables.variants("tc_chd")
    let outcome = MREggerSIMEX().outcome(variants, context: context(draws: 100))
    #expect(outcome.notEstimated?.reason == .correctionNotNeeded)
  }

  @Test func isNotMadeWhereTheSpreadIsError() {
    let variants = (0..<6).map { variant("rs\($0)", x: 0.1 + 0.001 * Double($0), xError: 0.02, y: 0.05) }
    let outcome = MREggerSIMEX().outcome(variants, context: context(draws: 100))
    #expect(outcome.notEstimated?.reason == .dilutionNotEstimable)
  }
}
