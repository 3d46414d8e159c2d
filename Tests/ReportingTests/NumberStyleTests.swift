import Reporting
import Testing

struct NumberStyleTests {
  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (431_951, "431,951"), (-1234, "−1,234")])
  func countsHaveCommas(value: Int, text: String) {
    #expect(NumberStyle.count(value) == text)
  }

  @Test func fixedUsesARealMinusAndNoMinusZero() {
    #expect(NumberStyle.fixed(-0.0154, decimals: 3) == "−0.015")
    #expect(NumberStyle.fixed(-0.0001, decimals: 2) == "0.00")
  }

  @Test(arguments: [
    (0.0233, 2, "0.023"), (9.96, 2, "10"), (716.3, 3, "716"), (0.55, 2, "0.55"),
    (2_345_678.0, 3, "2.35 × 10⁶"),
    (0.00000123, 2, "1.2 × 10⁻⁶"), (-0.0415, 2, "−0.042"),
  ])
  func significantDigits(value: Double, digits: Int, text: String) {
    #expect(NumberStyle.significant(value, digits: digits) == text)
  }

  @Test func percentagesKeepTwoDigits() {
    #expect(NumberStyle.percent(0.015808) == "1.6%")
    #expect(NumberStyle.percent(0.457) == "46%")
    #expect(NumberStyle.percent(0) == "0%")
    #expect(NumberStyle.percent(1.9e-8) == "<0.001%")
    #expect(NumberStyle.percent(1.9e-5) == "0.0019%")
  }
}
