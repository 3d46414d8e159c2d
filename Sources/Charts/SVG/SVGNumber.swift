/// Coordinates as text: at most two decimals and six significant digits, never an exponent.
package enum SVGNumber {
  /// - Returns: "0" for a number that is not finite or beyond ±999,999 after holding it there.
  package static func text(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let held = min(max(value, -999_999), 999_999)
    let decimals = abs(held) < 9_999.5 ? 2 : (abs(held) < 99_999.5 ? 1 : 0)
    let unit = [1, 10, 100][decimals]
    let scaled = Int((held * Double(unit)).rounded())
    let whole = abs(scaled) / unit
    let rest = abs(scaled) % unit
    let sign = scaled < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    // At most two digits: "05" and "5", "50" and "5".
    let fraction =
      unit == 100 ? (rest % 10 == 0 ? "\(rest / 10)" : (rest < 10 ? "0\(rest)" : "\(rest)")) : "\(rest)"
    return "\(sign)\(whole).\(fraction)"
  }
}
