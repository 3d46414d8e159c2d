import Statistics
import Testing

@Suite struct SelectionTests {
  private func sample(_ count: Int, seed: Int, distinct: UInt64) -> [Double] {
    var stream = RandomStream(StreamKey(seed: UInt64(seed), names: ["select"]), simulation: 0)
    return (0..<count).map { _ in Double(stream.next() % distinct) }
  }

  /// Few distinct values stall a partition; many never repeat.
  @Test(arguments: [1, 2, 15, 16, 17, 18, 100, 1001], [1, 3, 1_000_000_000])
  func findsWhatSortingFinds(_ count: Int, _ distinct: UInt64) {
    for seed in 0..<10 {
      let sorted = sample(count, seed: seed, distinct: distinct).sorted()
      for rank in Set([0, count / 3, count / 2, count - 1]) {
        var values = sample(count, seed: seed, distinct: distinct)
        let found = values.withUnsafeMutableBufferPointer { Selection.select(rank, in: $0) }
        #expect(found == sorted[rank])
        #expect(values[..<rank].allSatisfy { $0 <= found })
        #expect(values[rank...].allSatisfy { $0 >= found })
        #expect(values.sorted() == sorted)
      }
    }
  }

  @Test(arguments: [1, 2, 3, 16, 17, 64, 333], [2, 1_000_000_000])
  func medianIsThatOfTheSortedValues(_ count: Int, _ distinct: UInt64) {
    for seed in 0..<10 {
      var values = sample(count, seed: seed, distinct: distinct)
      let expected = median(values)
      #expect(values.withUnsafeMutableBufferPointer { Selection.median($0) } == expected)
    }
  }

  @Test func noValuesHaveNoMedian() {
    var none: [Double] = []
    #expect(none.withUnsafeMutableBufferPointer { Selection.median($0) }.isNaN)
  }
}
