/// A whole number times a power of ten, printed exactly: what tick labels are made of.
package struct DecimalNumber: Hashable, Sendable {
  package var mantissa: Int
  package var exponent: Int

  package init(mantissa: Int, exponent: Int) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// The nearest double.
  package var value: Double {
    exponent >= 0 ? Double(mantissa) * Self.power(exponent) : Double(mantissa) / Self.power(-exponent)
  }

  /// The printed form: real minus, commas between thousands, and powers of ten where more than six digits
  /// would be needed.
  package var label: String {
    guard mantissa != 0 else { return "0" }
    var digits = abs(mantissa)
    var power = exponent
    while digits % 10 == 0 {
      digits /= 10
      power += 1
    }
    let sign = mantissa < 0 ? "−" : ""
    let text = String(digits)
    if power < -6 || text.count + max(power, 0) > 6 { return sign + Self.scientific(text, power) }
    return sign + Self.plain(text, power)
  }

  /// The power of ten of a positive number's first digit.
  static func exponent(of value: Double) -> Int {
    guard value > 0, value.isFinite else { return 0 }
    var power = 0
    var rest = value
    while rest >= 10 {
      rest /= 10
      power += 1
    }
    while rest < 1 {
      rest *= 10
      power -= 1
    }
    return power
  }

  private static func power(_ exponent: Int) -> Double {
    (0..<min(max(exponent, 0), 320)).reduce(1.0) { result, _ in result * 10 }
  }

  private static func plain(_ digits: String, _ power: Int) -> String {
    guard power < 0 else { return grouped(digits + String(repeating: "0", count: power)) }
    let padded = String(repeating: "0", count: max(0, 1 - power - digits.count)) + digits
    return "\(grouped(String(padded.dropLast(-power)))).\(padded.suffix(-power))"
  }

  private static func grouped(_ whole: String) -> String {
    guard whole.count > 3 else { return whole }
    return "\(whole.dropLast(3)),\(whole.suffix(3))"
  }

  private static func scientific(_ digits: String, _ power: Int) -> String {
    let exponent = power + digits.count - 1
    let head = digits.count == 1 ? digits : "\(digits.prefix(1)).\(digits.dropFirst())"
    let raised = powerOfTen(exponent)
    return head == "1" ? raised : "\(head) × \(raised)"
  }

  /// "10⁻⁷".
  package static func powerOfTen(_ exponent: Int) -> String { "10" + superscript(exponent) }

  private static func superscript(_ exponent: Int) -> String {
    let glyphs: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    let digits = String(abs(exponent)).compactMap(\.wholeNumberValue).map { glyphs[$0] }
    return (exponent < 0 ? "⁻" : "") + String(digits)
  }
}
