import Charts
import Testing

@Test(arguments: [
  (0.0, "0"), (-0.0, "0"), (-0.004, "0"), (1.5, "1.5"), (12.346, "12.35"), (-3.10, "-3.1"),
  (12_345.67, "12345.7"), (123_456.7, "123457"), (1e300, "999999"), (.nan, "0"), (.infinity, "0"),
  (0.05, "0.05"), (-0.05, "-0.05"),
])
func coordinatesHaveFewDigits(value: Double, text: String) {
  #expect(SVGNumber.text(value) == text)
}
