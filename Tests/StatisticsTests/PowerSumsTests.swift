import Statistics
import Testing

@Suite struct PowerSumsTests {
  @Test func giveTheStandardDeviationOfTheSample() {
    let sample = [1.5, 2, 2.25, 7, 3, 2.5, 1, 4]
    var sums = PowerSums(around: 2)
    for value in sample { sums.add(value) }
    let (whole, streamed) = (StandardDeviation(of: sample), StandardDeviation(of: sums))
    #expect(isClose(streamed.value, whole.value, relative: 1e-13))
    #expect(isClose(streamed.standardError, whole.standardError, relative: 1e-12))
  }

  @Test func equalValuesHaveNoSpread() {
    var sums = PowerSums(around: 3)
    for _ in 0..<5 { sums.add(3) }
    #expect(StandardDeviation(of: sums).value == 0)
    #expect(StandardDeviation(of: sums).standardError == 0)
  }
}
