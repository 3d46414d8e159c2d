import Statistics
import Testing

@Suite struct PercentileIntervalTests {
  @Test func boundsAreQuantiles() throws {
    var stream = RandomStream(StreamKey(seed: 1, names: ["shuffle"]), simulation: 0)
    let sample = (0...1000).map { Double($0) }.shuffled(using: &stream)
    let interval = try #require(PercentileInterval(of: sample, level: 0.95))
    #expect(abs(interval.lower - 25) < 1e-9)
    #expect(abs(interval.upper - 975) < 1e-9)
    // One standard deviation of the count below a bound: 1000·√(0.025·0.975/1001) = 4.935 order statistics.
    #expect(abs(interval.lowerError - 4.934638) < 1e-5)
    #expect(abs(interval.upperError - interval.lowerError) < 1e-9)
  }

  @Test func errorIsTheSpreadOverSeeds() throws {
    let intervals = try (UInt64(1)...200).map { seed in
      var stream = RandomStream(StreamKey(seed: seed, names: ["percentile"]), simulation: 0)
      let sample = (0..<2000).map { _ in Ziggurat.shared.normal(&stream) }
      return try #require(PercentileInterval(of: sample, level: 0.95))
    }
    let spread = StandardDeviation(of: intervals.map(\.lower)).value
    let claimed = intervals.map(\.lowerError).mean
    #expect(abs(claimed / spread - 1) < 0.25)
  }

  @Test func nothingHasNoInterval() {
    #expect(PercentileInterval(of: [], level: 0.95) == nil)
    #expect(PercentileInterval(of: [3], level: 0.95)?.lower == 3)
    #expect(PercentileInterval(of: [3], level: 0.95)?.upperError == 0)
  }
}
