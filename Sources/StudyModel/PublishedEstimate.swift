/// A causal estimate as somebody published it.
package struct PublishedEstimate: Codable, Hashable, Sendable {
  /// The panel trait.
  package var trait: TraitID
  package var direction: Direction
  /// As the source names it.
  package var method: String
  package var scale: Scale
  /// On `scale`, as printed.
  package var estimate: Double
  /// Bounds of the 95 % interval, as printed.
  package var lower: Double
  package var upper: Double
  package var pValue: PValue
  /// How to cite it.
  package var source: String
  /// What the printed numbers imply; nil where an estimate is printed with an interval of no width.
  package var implied: Implied?

  package init(
    trait: TraitID,
    direction: Direction,
    method: String,
    scale: Scale,
    estimate: Double,
    lower: Double,
    upper: Double,
    pValue: PValue,
    source: String,
    implied: Implied? = nil
  ) {
    self.trait = trait
    self.direction = direction
    self.method = method
    self.scale = scale
    self.estimate = estimate
    self.lower = lower
    self.upper = upper
    self.pValue = pValue
    self.source = source
    self.implied = implied
  }

  /// What follows from a printed estimate and its 95 % interval, on the scale of β or of the logarithm.
  package struct Implied: Codable, Hashable, Sendable {
    /// The width of the interval over 2 × 1.96.
    package var standardError: Double
    /// Two-sided, normal, of the estimate over that standard error.
    package var pValue: PValue
    /// The smallest and the largest p that the rounding of estimate and bounds allows.
    package var pRange: [PValue]
    /// Whether the printed p, itself rounded, may be one of these.
    package var agrees: Bool
    /// Traits that were tested in the direction, for the adjustment.
    package var tests: Int
    /// The printed p times the tests, 1 at most.
    package var bonferroni: PValue
    /// The smallest effect that a test at 5 % with that standard error finds with a power of 80 %: 2.80 standard errors.
    package var detectable: Double

    package init(
      standardError: Double,
      pValue: PValue,
      pRange: [PValue],
      agrees: Bool,
      tests: Int,
      bonferroni: PValue,
      detectable: Double
    ) {
      self.standardError = standardError
      self.pValue = pValue
      self.pRange = pRange
      self.agrees = agrees
      self.tests = tests
      self.bonferroni = bonferroni
      self.detectable = detectable
    }
  }

  /// What kind of number is printed.
  package enum Scale: String, CaseIterable, Codable, Hashable, Sendable {
    case oddsRatio = "odds_ratio"
    /// exp β of a continuous outcome.
    case exponential = "exp_beta"
    case beta

    /// Whether the logarithm of the printed number is the effect.
    package var isExponential: Bool { self != .beta }
  }
}
