/// A step between ticks: `mantissa` × 10^`exponent`, the mantissa 1, 2, 25 or 5, so that multiples print
/// exactly.
struct RoundStep {
  var mantissa: Int
  var exponent: Int

  /// Ever finer steps, from about ten times the span down to a hundredth of it.
  static func descending(from span: Double) -> [RoundStep] {
    guard span > 0, span.isFinite else { return [] }
    let power = DecimalNumber.exponent(of: span)
    return stride(from: power + 1, through: power - 2, by: -1).flatMap { exponent in
      [
        RoundStep(mantissa: 5, exponent: exponent), RoundStep(mantissa: 25, exponent: exponent - 1),
        RoundStep(mantissa: 2, exponent: exponent), RoundStep(mantissa: 1, exponent: exponent),
      ]
    }
  }

  /// The multiples within a range, at most 1,000 of them; none where the step is lost in the rounding of the
  /// ends.
  func multiples(in domain: ClosedRange<Double>) -> [Tick] {
    let step = DecimalNumber(mantissa: mantissa, exponent: exponent).value
    let slack = 1e-9
    let first = (domain.lowerBound / step - slack).rounded(.up)
    let last = (domain.upperBound / step + slack).rounded(.down)
    guard first <= last, last - first < 1000, abs(first) < 1e9, abs(last) < 1e9 else { return [] }
    return (Int(first)...Int(last)).map { multiple in
      let number = DecimalNumber(mantissa: multiple * mantissa, exponent: exponent)
      return Tick(value: number.value, label: number.label)
    }
  }
}
