import Statistics
import Testing

@Suite struct RandomStreamTests {
  private let key = StreamKey(seed: 7, names: ["CRP.forward", "weighted_median"])

  private func first(_ key: StreamKey, simulation: UInt64 = 0) -> UInt64 {
    var stream = RandomStream(key, simulation: simulation)
    return stream.next()
  }

  @Test func aStreamIsAFunctionOfSeedNamesAndSimulation() {
    #expect(first(key) == first(StreamKey(seed: 7, names: ["CRP.forward", "weighted_median"])))
    #expect(first(key) != first(key, simulation: 1))
    #expect(first(key) != first(StreamKey(seed: 8, names: ["CRP.forward", "weighted_median"])))
    #expect(first(key) != first(StreamKey(seed: 7, names: ["CRP.reverse", "weighted_median"])))
  }

  @Test func namesDoNotRunTogether() {
    #expect(first(StreamKey(seed: 7, names: ["ab", "c"])) != first(StreamKey(seed: 7, names: ["a", "bc"])))
  }

  /// The key's hash is part of every seeded result: a change of it is a change of releases. The number comes
  /// from FNV-1a, SplitMix64's finaliser and Philox written out in Python.
  @Test func keyNeverChanges() {
    #expect(first(key) == 16_421_035_097_964_991_082)
  }

  @Test func uniformsLieInsideTheUnitIntervalAndAverageOneHalf() {
    var stream = RandomStream(key, simulation: 3)
    let draws = (0..<100_000).map { _ in stream.nextUniform() }
    #expect(draws.allSatisfy { $0 > 0 && $0 < 1 })
    // Five standard errors of a mean of 100,000 uniforms.
    #expect(abs(draws.mean - 0.5) < 5 * (1.0 / 12 / 100_000).squareRoot())
  }

  @Test func streamsOfManySimulationsDoNotRepeat() {
    let starts = Set((0..<10_000).map { first(key, simulation: $0) })
    #expect(starts.count == 10_000)
  }

  @Test func drawnPlacesAreEvenlySpread() {
    var stream = RandomStream(key, simulation: 4)
    var places = [Int](repeating: 0, count: 100_000)
    stream.fill(&places, below: 7)
    #expect(places.allSatisfy { (0..<7).contains($0) })
    // Five standard deviations of a binomial count.
    let expected = 100_000.0 / 7
    for place in 0..<7 {
      let count = Double(places.count { $0 == place })
      #expect(abs(count - expected) < 5 * (expected * 6 / 7).squareRoot())
    }
    stream.fill(&places, below: 1)
    #expect(places.allSatisfy { $0 == 0 })
  }
}
