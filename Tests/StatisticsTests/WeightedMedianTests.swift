import Statistics
import Testing

@Suite struct WeightedMedianTests {
  private func median(_ pairs: [(Double, Double)]) -> Double {
    var values = pairs.map { WeightedValue(value: $0.0, weight: $0.1) }
    return weightedMedian(sorting: &values)
  }

  @Test func equalWeightsGiveTheMedian() {
    #expect(median([(3, 1), (1, 1), (2, 1)]) == 2)
    #expect(isClose(median([(4, 1), (1, 1), (2, 1), (3, 1)]), 2.5))
  }

  @Test func interpolatesBetweenTheMiddlesOfTheShares() {
    // Shares 0.2, 0.3, 0.5: middles at 0.1, 0.35, 0.75; one half lies 0.375 of the way from 2 to 4.
    #expect(isClose(median([(4, 5), (1, 2), (2, 3)]), 2.75))
  }

  @Test func aValueThatCarriesAllTheWeightIsTheMedian() {
    #expect(median([(7, 1)]) == 7)
    #expect(median([(8, 0), (7, 1), (9, 0)]) == 7)
  }

  @Test func outerValueWithMostOfTheWeightIsStillInterpolated() {
    // Shares 0.9, 0.05, 0.05: middles at 0.45, 0.925; one half lies 0.05/0.475 of the way from 7 to 8.
    #expect(isClose(median([(7, 9), (8, 0.5), (9, 0.5)]), 7 + 0.05 / 0.475))
  }

  @Test func noValuesGiveNoNumber() {
    #expect(median([]).isNaN)
  }
}
