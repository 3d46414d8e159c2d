import Foundation
import StudyModel

/// How p-values are printed: two decimals from 0.10, two significant digits from 0.001, below that a power of ten.
///
/// Rounding never carries a p across a threshold or onto it: 0.0498 stays `0.0498`; and there is no `0.000` and no
/// `p = 1`.
package struct PValueStyle: Sendable {
  /// Values that rounding must not cross or reach.
  package var thresholds: [Double]

  package init(significanceLevel: Double = 0.05) {
    thresholds = [significanceLevel, 0.001]
  }

  /// For a table cell: `0.24`, `0.023`, `4 × 10⁻¹⁴`, `>0.99`.
  package func cell(_ p: PValue) -> String {
    if p.value > 0.99 { return ">0.99" }
    if p.value >= 0.001 { return decimal(p.value) }
    return power(p)
  }

  /// With its letter: `p = 0.24`, `p > 0.99`.
  package func equation(_ p: PValue, name: String = "p") -> String {
    let text = cell(p)
    if let bound = text.first, "<>".contains(bound) { return "\(name) \(bound) \(text.dropFirst())" }
    return "\(name) = \(text)"
  }

  private func decimal(_ value: Double) -> String {
    var decimals = value >= 0.1 ? 2 : 1 - NumberStyle.decimalExponent(value, digits: 2)
    while decimals < 17 {
      let text = String(format: "%.*f", decimals, value)
      if let rounded = Double(text), isFaithful(rounded, to: value) { return text }
      decimals += 1
    }
    return String(value)
  }

  private func isFaithful(_ rounded: Double, to value: Double) -> Bool {
    thresholds.allSatisfy { threshold in
      value == threshold || (value < threshold ? rounded < threshold : rounded > threshold)
    }
  }

  /// One digit times a power of ten, from the logarithm where the double underflows.
  private func power(_ p: PValue) -> String {
    if p.value >= 1e-300 { return truthfulPower(p.value) }
    guard p.negativeLog10.isFinite else { return "<10⁻³⁰⁰" }
    guard p.negativeLog10 < Self.largestExponent else { return "<10⁻⁹⁹⁹⁹⁹⁹" }
    let exponent = -Int(p.negativeLog10.rounded(.up))
    let digit = Int(pow(10, Double(-exponent) - p.negativeLog10).rounded())
    return digit >= 10
      ? "1 × 10" + NumberStyle.superscript(exponent + 1)
      : "\(digit) × 10" + NumberStyle.superscript(exponent)
  }

  /// From here on the size of a p says nothing, and its logarithm may exceed every integer.
  private static let largestExponent = 1e6

  /// 0.00098 to one digit would reach 0.001: more digits until it does not.
  private func truthfulPower(_ value: Double) -> String {
    for digits in 1...16 {
      let rounded = Double(String(format: "%.*e", digits - 1, value)) ?? value
      if isFaithful(rounded, to: value) { return NumberStyle.scientific(value, digits: digits) }
    }
    return NumberStyle.scientific(value, digits: 17)
  }
}
