import Charts

/// An estimate with its 95% interval, on the scale it is shown on (an odds ratio, not its logarithm).
package struct PlottedEstimate: Hashable, Sendable {
  package var estimate: Double
  package var low: Double
  package var high: Double

  package init(estimate: Double, low: Double, high: Double) {
    (self.estimate, self.low, self.high) = (estimate, low, high)
  }
}

/// The axis of effects: what is shown, on which scale, and what its two sides mean.
package struct EffectAxis: Hashable, Sendable {
  /// Ratios stand on a log axis with the null at 1, differences on a linear one with the null at 0.
  package var isRatio: Bool
  /// Over the plot of the wide drawing ("Odds ratio of diabetic foot ulcer per SD higher trait").
  package var title: String
  /// Over the plot of the narrow drawing ("Odds ratio per SD").
  package var shortTitle: String
  /// The unit of what is displayed, for the data ("OR per SD").
  package var unit: String
  /// What lies below the null ("lower odds").
  package var lower: String
  /// What lies above it ("higher odds").
  package var higher: String

  package init(isRatio: Bool, title: String, shortTitle: String, unit: String, lower: String, higher: String)
  {
    (self.isRatio, self.title, self.shortTitle, self.unit) = (isRatio, title, shortTitle, unit)
    (self.lower, self.higher) = (lower, higher)
  }

  /// The value of no effect.
  package var null: Double { isRatio ? 1 : 0 }

  /// Whether an interval leaves the null out.
  func excludesNull(_ plotted: PlottedEstimate) -> Bool { plotted.low > null || plotted.high < null }

  /// Whether the interval is drawn whole on an axis that reaches so far.
  func holds(_ plotted: PlottedEstimate, _ domain: ClosedRange<Double>) -> Bool {
    plotted.low >= domain.lowerBound && plotted.high <= domain.upperBound
  }

  func scale(_ domain: ClosedRange<Double>, from start: Double, to end: Double) -> any Scale {
    isRatio
      ? LogScale(domain: domain, start: start, end: end) : LinearScale(domain: domain, start: start, end: end)
  }
}
