import Statistics
import Testing

@Suite struct QuantileTests {
  @Test func interpolatesBetweenOrderStatistics() {
    #expect(quantile([4, 1, 3, 2], at: 0.25) == 1.75)
    #expect(median([3, 1, 2]) == 2)
    #expect(median([4, 1, 3, 2]) == 2.5)
    #expect(quantile([4, 1, 3, 2], at: 0) == 1)
    #expect(quantile([4, 1, 3, 2], at: 1) == 4)
  }

  @Test func nothingToRank() {
    #expect(median([]) == nil)
    #expect(quantile([1], at: 1.5) == nil)
  }
}
