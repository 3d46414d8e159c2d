/// What a method estimates beside the causal effect.
package struct EstimateDetails: Codable, Hashable, Sendable {
  /// The variance of pleiotropic effects: on the scale of the ratios for additive random effects, on the outcome's for
  /// MR-RAPS and the debiased estimators.
  package var tauSquared: Double?
  /// The intercept of the method's own line.
  package var intercept: Estimate?
  /// The method's own sum of squares about its line.
  package var heterogeneity: HeterogeneityTest?
  /// Variants, by name and in their order, that the method takes to be valid instruments; nil where it does not choose.
  package var validVariants: [String]?
  /// Variants that the method sets aside or names as outliers; nil where it does not choose.
  package var invalidVariants: [String]?
  /// Where the interval is not one piece with two ends; nil where it is.
  package var confidenceSet: ConfidenceSet?
  /// √n-scaled strength of the instruments that the debiased estimators ask for (20 or more is enough; Ye et al. 2021).
  package var effectiveStrength: Double?
  /// The penalty that was chosen (MR-Lasso), or the number of variants taken to be invalid (cML-BIC).
  package var tuning: Double?
  /// I²GX that a correction for dilution started from.
  package var iSquaredGx: Double?

  package init(
    tauSquared: Double? = nil,
    intercept: Estimate? = nil,
    heterogeneity: HeterogeneityTest? = nil,
    validVariants: [String]? = nil,
    invalidVariants: [String]? = nil,
    confidenceSet: ConfidenceSet? = nil,
    effectiveStrength: Double? = nil,
    tuning: Double? = nil,
    iSquaredGx: Double? = nil
  ) {
    self.tauSquared = tauSquared
    self.intercept = intercept
    self.heterogeneity = heterogeneity
    self.validVariants = validVariants
    self.invalidVariants = invalidVariants
    self.confidenceSet = confidenceSet
    self.effectiveStrength = effectiveStrength
    self.tuning = tuning
    self.iSquaredGx = iSquaredGx
  }
}

/// A set of effects that the data do not exclude, which need not be an interval. The estimate's own `interval` then
/// spans it, as far as it was searched.
package struct ConfidenceSet: Codable, Hashable, Sendable {
  /// From the lowest to the highest, apart from each other.
  package var pieces: [Piece]

  package init(pieces: [Piece]) { self.pieces = pieces }

  package struct Piece: Codable, Hashable, Sendable {
    /// Nil where the piece has no lower end: every smaller effect belongs to it.
    package var lower: Double?
    /// Nil where the piece has no upper end.
    package var upper: Double?
    /// The search stopped inside the piece: its ends are where it stopped.
    package var isCut: Bool

    package init(lower: Double?, upper: Double?, isCut: Bool = false) {
      self.lower = lower
      self.upper = upper
      self.isCut = isCut
    }
  }
}
