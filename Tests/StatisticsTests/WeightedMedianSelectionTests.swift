import Statistics
import Testing

@Suite struct WeightedMedianSelectionTests {
  @Test(arguments: [1, 2, 3, 15, 16, 17, 18, 40, 200, 1001])
  func selectionGivesWhatSortingGives(_ count: Int) {
    for seed in 0..<40 {
      var stream = RandomStream(StreamKey(seed: 9, names: ["selection"]), simulation: UInt64(seed))
      var values = (0..<count).map { _ in
        // In every fourth sample a few values carry the weight; sums then keep fewer digits of the others.
        let isHeavy = seed.isMultiple(of: 4) && stream.nextUniform() < 0.02
        let value = Ziggurat.shared.normal(&stream)
        return WeightedValue(value: value, weight: isHeavy ? 1e6 : stream.nextUniform())
      }
      var copy = values
      let sorted = weightedMedian(sorting: &copy)
      #expect(abs(weightedMedian(selecting: &values) - sorted) <= (seed.isMultiple(of: 4) ? 1e-9 : 1e-13))
    }
  }

  @Test func selectionAmongEqualValues() {
    var equal = (0..<100).map { WeightedValue(value: 2, weight: Double($0)) }
    #expect(weightedMedian(selecting: &equal) == 2)
    var few = (0..<100).map { WeightedValue(value: Double($0 % 3), weight: 1) }
    var copy = few
    #expect(weightedMedian(selecting: &few) == weightedMedian(sorting: &copy))
    var none: [WeightedValue] = []
    #expect(weightedMedian(selecting: &none).isNaN)
  }
}
