import Foundation
import StudyModel

/// How numbers are printed: real minus signs, thousands separators, and rounding that never crosses a threshold.
package enum NumberStyle {
  /// U+2212, as wide as a digit.
  package static let minus = "−"

  /// A count with commas: `431,951`.
  package static func count(_ value: Int) -> String {
    var digits = Array(String(value.magnitude))
    var position = digits.count - 3
    while position > 0 {
      digits.insert(",", at: position)
      position -= 3
    }
    return (value < 0 ? minus : "") + String(digits)
  }

  /// A sample size that a file may give as a fraction (a mean over variants): rounded to a whole number.
  package static func count(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "" }
    return count(Int(value.rounded()))
  }

  /// A fixed number of decimals, with a real minus and never a minus zero.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    let text = String(format: "%.*f", max(0, decimals), value)
    guard text.hasPrefix("-") else { return text }
    let magnitude = String(text.dropFirst())
    return isZero(magnitude) ? magnitude : minus + magnitude
  }

  /// With as many digits as a person wrote it with, six at most: `0.001`, `5 × 10⁻⁶`.
  package static func shortest(_ value: Double) -> String {
    let digits = (1...6).first { digits in
      abs((Double(String(format: "%.\(digits - 1)e", value)) ?? 0) - value) <= 1e-9 * abs(value)
    }
    return significant(value, digits: digits ?? 6)
  }

  /// A number of significant digits: 0.0233 to two is `0.023`; very large and very small numbers as `2.3 × 10⁶`.
  package static func significant(_ value: Double, digits: Int) -> String {
    guard value != 0 else { return "0" }
    let exponent = decimalExponent(value, digits: digits)
    guard (-5...5).contains(exponent) else { return scientific(value, digits: digits) }
    return fixed(value, decimals: max(0, digits - 1 - exponent))
  }

  /// `4 × 10⁻¹⁴`.
  package static func scientific(_ value: Double, digits: Int) -> String {
    let parts = String(format: "%.*e", digits - 1, value).split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return fixed(value, decimals: digits) }
    return mantissa(String(parts[0])) + " × 10" + superscript(exponent)
  }

  /// A proportion as a percentage with two significant digits: `1.6%`; below a thousandth of a percent `<0.001%`.
  package static func percent(_ proportion: Double) -> String {
    let value = proportion * 100
    if value > 0, value < 0.001 { return "<0.001%" }
    return (abs(value) >= 10 ? fixed(value, decimals: 0) : significant(value, digits: 2)) + "%"
  }

  /// `⁻¹⁴`.
  package static func superscript(_ exponent: Int) -> String {
    let digits = String(exponent.magnitude).map { superscripts[$0.wholeNumberValue ?? 0] }
    return (exponent < 0 ? "⁻" : "") + digits.joined()
  }

  /// Whether a printed number reads as zero.
  package static func isZero(_ text: String) -> Bool {
    text.allSatisfy { $0 == "0" || $0 == "." || $0 == "-" || String($0) == minus }
  }

  /// The decimal exponent after rounding to that many digits: 9.96 to two digits is 10, so 1.
  static func decimalExponent(_ value: Double, digits: Int) -> Int {
    let parts = String(format: "%.*e", digits - 1, value).split(separator: "e")
    return parts.count == 2 ? Int(parts[1]) ?? 0 : 0
  }

  private static func mantissa(_ text: String) -> String {
    text.hasPrefix("-") ? minus + text.dropFirst() : text
  }

  private static let superscripts = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
}
