import Foundation
import StudyModel

/// An estimate turned to the scale on which people read it, and printed.
///
/// A binary exposure is shown per doubling of the odds of genetically predicted liability (β × ln 2); a binary
/// outcome as an odds ratio (exp β). Releases hold neither: they keep β per unit or per log odds.
package struct EffectDisplay: Hashable, Sendable {
  package let scale: EffectScale
  /// Differences: the decimals that most of the panel's rows have. A row whose interval asks for one less is
  /// printed with as many as the rows beside it.
  package let panelDecimals: Int

  /// Between the bounds of an interval that may be negative: `{low} to {high}`.
  private let range: String

  /// - Parameter range: how the two bounds of an interval stand together where one may be negative; needed where texts are
  ///   asked for.
  package init(_ scale: EffectScale, panelDecimals: Int = 0, range: String = "{low} … {high}") {
    (self.scale, self.panelDecimals, self.range) = (scale, panelDecimals, range)
  }

  /// Whether positions belong on a log axis: an odds ratio.
  package var isRatio: Bool { scale.outcomeType == .binary }

  /// ln 2, from liability per log odds to liability per doubling.
  package static let logTwo = 0.693147180559945309

  /// The value that means no effect.
  package var null: Double { isRatio ? 1 : 0 }

  /// β on the scale of display.
  package func value(_ beta: Double) -> Double {
    let perShown = scale.exposureType == .binary ? beta * Self.logTwo : beta
    return isRatio ? exp(perShown) : perShown
  }

  /// `0.50 (0.28–0.91)`, `−0.015 (−0.035 to 0.006)`.
  package func text(_ estimate: Estimate) -> String {
    let numbers = printed(estimate.value, estimate.interval)
    return "\(numbers.value) (\(join(numbers.lower, numbers.upper)))"
  }

  /// The estimate alone, as `text` prints it.
  package func valueText(_ estimate: Estimate) -> String {
    printed(estimate.value, estimate.interval).value
  }

  /// The interval alone: `1.39–1.75`, `−0.035 to 0.006`.
  package func intervalText(_ estimate: Estimate, _ interval: ConfidenceInterval? = nil) -> String {
    let numbers = printed(estimate.value, interval ?? estimate.interval)
    return join(numbers.lower, numbers.upper)
  }

  private func printed(
    _ beta: Double,
    _ interval: ConfidenceInterval
  ) -> (value: String, lower: String, upper: String) {
    let (shown, low, high) = (value(beta), value(interval.lower), value(interval.upper))
    if isRatio { return (ratio(shown), ratio(low), ratio(high)) }
    let own = Self.decimals(halfWidth: (high - low) / 2)
    let decimals = max(own, min(panelDecimals, own + 1))
    return (
      Self.difference(shown, decimals: decimals), Self.difference(low, decimals: decimals),
      Self.difference(high, decimals: decimals)
    )
  }

  /// Two decimals, three significant digits from 10; more where rounding would land on the null or leave no
  /// digit at all.
  private func ratio(_ value: Double) -> String {
    guard value.isFinite else { return value > 0 ? "∞" : "0" }
    if value == 0 { return "<10⁻³⁰⁰" }
    if value >= 9.995 { return NumberStyle.significant(value, digits: 3) }
    if value < 0.005 { return NumberStyle.significant(value, digits: 1) }
    guard value != 1 else { return "1.00" }
    for decimals in 2...12 {
      let text = NumberStyle.fixed(value, decimals: decimals)
      if Double(text) != 1, value >= 0.0095 || decimals > 2 { return text }
    }
    return "1.00"
  }

  /// The decimals that the interval of an estimate asks for; nil for a ratio, which has its own rule.
  package func decimals(_ interval: ConfidenceInterval) -> Int? {
    isRatio ? nil : Self.decimals(halfWidth: (value(interval.upper) - value(interval.lower)) / 2)
  }

  /// As many decimals as two digits of the half-width need.
  static func decimals(halfWidth: Double) -> Int {
    guard halfWidth > 0, halfWidth.isFinite else { return 3 }
    return min(12, max(0, 1 - Int(log10(halfWidth).rounded(.down))))
  }

  /// A difference with those decimals; one that would read as 0 gets the digits it needs.
  static func difference(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return value < 0 ? NumberStyle.minus + "∞" : "∞" }
    if abs(value) >= 1e6 { return NumberStyle.scientific(value, digits: 3) }
    let text = NumberStyle.fixed(value, decimals: decimals)
    guard value != 0, NumberStyle.isZero(text) else { return text }
    return NumberStyle.significant(value, digits: 1)
  }

  /// En dash between positive numbers, “to” where one may be negative.
  private func join(_ lower: String, _ upper: String) -> String {
    isRatio
      ? "\(lower)–\(upper)" : range.replacing("{low}", with: lower).replacing("{high}", with: upper)
  }
}
