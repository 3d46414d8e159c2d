/// The middle of a simulated sample, and how far another seed would move its bounds.
package struct PercentileInterval: Hashable, Sendable {
  /// The (1 − level)/2 and (1 + level)/2 quantiles, by `quantile`.
  package let lower: Double
  package let upper: Double
  /// Half the distance between the quantiles that lie one standard deviation of the count below,
  /// √(p(1 − p)/N), to either side of a bound (David & Nagaraja, Order Statistics, 2003, §7.1); clamped at
  /// the sample's ends, so that it is too small where the sample is.
  package let lowerError: Double
  package let upperError: Double

  /// Nil for an empty sample. No value may be NaN.
  package init?(of sample: [Double], level: Double) {
    let sorted = sample.sorted()
    let tail = (1 - level) / 2
    let step = (tail * (1 - tail) / Double(sorted.count)).squareRoot()
    func at(_ p: Double) -> Double? { quantile(sorted: sorted, at: min(max(p, 0), 1)) }
    guard let lower = at(tail), let upper = at(1 - tail),
      let lowerLeft = at(tail - step), let lowerRight = at(tail + step),
      let upperLeft = at(1 - tail - step), let upperRight = at(1 - tail + step)
    else { return nil }
    self.lower = lower
    self.upper = upper
    lowerError = (lowerRight - lowerLeft) / 2
    upperError = (upperRight - upperLeft) / 2
  }
}
