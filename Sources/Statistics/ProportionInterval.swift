/// A proportion with its 95 % interval by Wilson's score (Wilson, J Am Stat Assoc 1927;22:209–212), which stays in
/// [0, 1] and holds at 0 and 1.
package struct ProportionInterval: Hashable, Sendable {
  /// count/total; NaN for a total of 0, as are the ends.
  package let proportion: Double
  package let lower: Double
  package let upper: Double

  /// - Parameters:
  ///   - count: in 0...total.
  ///   - level: of confidence, in (0, 1).
  package init(count: Int, of total: Int, level: Double = 0.95) {
    let n = Double(total)
    let p = Double(count) / n
    let z = NormalDistribution.quantile(0.5 + level / 2)
    let scale = 1 / (1 + z * z / n)
    let centre = scale * (p + z * z / (2 * n))
    let half = scale * z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    proportion = p
    // At 0 and 1 the ends are exact; rounding would put them beside.
    lower = count == 0 ? 0 : max(0, centre - half)
    upper = count == total ? 1 : min(1, centre + half)
  }

  /// Whether the interval holds that proportion.
  package func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}
