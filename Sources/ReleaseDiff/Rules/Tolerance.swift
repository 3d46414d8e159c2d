/// How far two numbers may lie apart and count as the same.
package struct Tolerance: Codable, Hashable, Sendable {
  /// Of |new − old| in the number's own unit.
  package var absolute: Double
  /// Of |new − old| / max(|old|, |new|, standard error). Of p-values it is held against log₁₀ p.
  package var relative: Double
  /// Of |new − old| in standard errors, the larger of the two; of estimates and bounds of their intervals only.
  package var standardErrors: Double
  /// Of |new − old| in Monte-Carlo errors, both releases' together.
  package var monteCarloErrors: Double

  /// - Parameter monteCarloErrors: by default so many that a deterministic study with another seed shows a difference by
  ///   chance once in 16,000 numbers.
  package init(
    absolute: Double = 0,
    relative: Double = 1e-9,
    standardErrors: Double = 0,
    monteCarloErrors: Double = 4
  ) {
    self.absolute = absolute
    self.relative = relative
    self.standardErrors = standardErrors
    self.monteCarloErrors = monteCarloErrors
  }
}
