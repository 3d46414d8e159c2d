import Statistics
import Testing

@Suite struct StandardDeviationTests {
  @Test func byHand() {
    // Mean 3, Σ(x − x̄)² = 10, n − 1 = 4; m₂ = 2, m₄ = (16 + 1 + 0 + 1 + 16)/5 = 6.8, κ = 1.7.
    let spread = StandardDeviation(of: [1, 2, 3, 4, 5])
    #expect(isClose(spread.value, 2.5.squareRoot()))
    #expect(isClose(spread.standardError, 0.5 * 2.5.squareRoot() * ((1.7 - 0.5) / 5).squareRoot()))
  }

  @Test func standardErrorMatchesRepetition() {
    // The spread of s over 400 normal samples of 200 against the formula; its own error is about 3.5 %.
    let spreads = (0..<400).map { (simulation: UInt64) -> StandardDeviation in
      var stream = RandomStream(StreamKey(seed: 5, names: ["repetition"]), simulation: simulation)
      var sample = [Double](repeating: 0, count: 200)
      Ziggurat.shared.fill(&sample, from: &stream)
      return StandardDeviation(of: sample)
    }
    let observed = StandardDeviation(of: spreads.map(\.value)).value
    #expect(abs(spreads.map(\.standardError).mean / observed - 1) < 0.15)
  }

  @Test func aConstantSampleHasNoSpread() {
    #expect(StandardDeviation(of: [2, 2, 2]).value == 0)
    #expect(StandardDeviation(of: [2]).value.isNaN)
  }
}
