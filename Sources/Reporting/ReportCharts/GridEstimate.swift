import StudyModel

/// One cell of the grid of methods by traits.
package struct GridEstimate: Sendable {
  /// β on the scale of analysis (log odds, not an odds ratio); its sign is the triangle.
  package var value: Double
  /// Of β, above 0.
  package var standardError: Double
  /// On the scale of display, and its unit ("OR per SD"): for the data.
  package var shown: PlottedEstimate
  package var unit: String
  package var p: PValue
  /// Whether p is below the level, unadjusted and unrounded: fills the triangle.
  package var isNominal: Bool

  package init(
    value: Double,
    standardError: Double,
    shown: PlottedEstimate,
    unit: String,
    p: PValue,
    isNominal: Bool
  ) {
    (self.value, self.standardError, self.shown) = (value, standardError, shown)
    (self.unit, self.p, self.isNominal) = (unit, p, isNominal)
  }
}
