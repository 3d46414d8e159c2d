/// Cochran's Q or Rücker's Q′: do the variants agree on one effect?
package struct HeterogeneityTest: Codable, Hashable, Sendable {
  /// The method whose residuals are summed: IVW for Cochran's Q, MR-Egger for Rücker's Q′.
  package var method: MethodID
  package var q: Double
  package var degreesOfFreedom: Int
  package var pValue: PValue
  /// max(0, (Q − df) / Q), as a proportion.
  package var iSquared: Double
  /// Of I², by the test of H (Higgins & Thompson 2002); nil where it cannot be made.
  package var iSquaredInterval: ConfidenceInterval?

  package init(
    method: MethodID,
    q: Double,
    degreesOfFreedom: Int,
    pValue: PValue,
    iSquared: Double,
    iSquaredInterval: ConfidenceInterval? = nil
  ) {
    self.method = method
    self.q = q
    self.degreesOfFreedom = degreesOfFreedom
    self.pValue = pValue
    self.iSquared = iSquared
    self.iSquaredInterval = iSquaredInterval
  }
}

/// The heterogeneity tests of a pair; each is absent with its reason where it cannot be made.
package struct Heterogeneity: Codable, Hashable, Sendable {
  package var cochran: HeterogeneityTest?
  package var cochranNotEstimated: NotEstimated?
  package var rucker: HeterogeneityTest?
  package var ruckerNotEstimated: NotEstimated?
  /// Q − Q′ against χ² with one degree of freedom.
  package var difference: QDifference?

  package init(
    cochran: HeterogeneityTest? = nil,
    cochranNotEstimated: NotEstimated? = nil,
    rucker: HeterogeneityTest? = nil,
    ruckerNotEstimated: NotEstimated? = nil,
    difference: QDifference? = nil
  ) {
    self.cochran = cochran
    self.cochranNotEstimated = cochranNotEstimated
    self.rucker = rucker
    self.ruckerNotEstimated = ruckerNotEstimated
    self.difference = difference
  }
}

/// Q − Q′: does an intercept explain the disagreement?
package struct QDifference: Codable, Hashable, Sendable {
  package var value: Double
  package var pValue: PValue

  package init(value: Double, pValue: PValue) {
    self.value = value
    self.pValue = pValue
  }
}

/// The MR-Egger intercept: the average pleiotropic effect, tested against zero by t with n − 2 degrees of freedom.
package struct EggerIntercept: Codable, Hashable, Sendable {
  package var estimate: Estimate?
  package var notEstimated: NotEstimated?

  package init(estimate: Estimate? = nil, notEstimated: NotEstimated? = nil) {
    self.estimate = estimate
    self.notEstimated = notEstimated
  }
}

/// How strong the instruments are, together.
package struct InstrumentStrength: Codable, Hashable, Sendable {
  package var meanF: Double
  package var medianF: Double
  package var minimumF: Double
  package var maximumF: Double
  package var belowTen: Int
  /// Σ r² of the variants; nil where any is unknown.
  package var rSquared: Double?
  /// R²(N − k − 1) / ((1 − R²) k); nil where R² or N is unknown, and for a binary exposure.
  package var pairF: Double?

  package init(
    meanF: Double,
    medianF: Double,
    minimumF: Double,
    maximumF: Double,
    belowTen: Int,
    rSquared: Double?,
    pairF: Double?
  ) {
    self.meanF = meanF
    self.medianF = medianF
    self.minimumF = minimumF
    self.maximumF = maximumF
    self.belowTen = belowTen
    self.rSquared = rSquared
    self.pairF = pairF
  }
}

/// The Wald ratio of one instrument by itself.
package struct SingleVariantEstimate: Codable, Hashable, Sendable {
  package var variant: String
  /// y / x with the first-order standard error σy / |x|, normal.
  package var estimate: Estimate
  /// Share of the IVW estimate, in [0, 1]; the shares of a pair sum to 1.
  package var weight: Double
  /// √(σy²/x² + y²σx²/x⁴).
  package var secondOrderStandardError: Double?

  package init(
    variant: String,
    estimate: Estimate,
    weight: Double,
    secondOrderStandardError: Double? = nil
  ) {
    self.variant = variant
    self.estimate = estimate
    self.weight = weight
    self.secondOrderStandardError = secondOrderStandardError
  }
}

/// The primary estimate without one instrument.
package struct LeaveOneOutEstimate: Codable, Hashable, Sendable {
  /// The variant that is left out.
  package var variant: String
  package var estimate: Estimate
  /// (estimate without it − estimate with all) / standard error with all.
  package var shift: Double
  /// Cochran's Q without it; nil where one variant is left.
  package var heterogeneity: HeterogeneityTest?
  /// What its removal does to the conclusion; empty for nearly every variant.
  package var moves: [ConclusionMove]
  /// Standard deviation, over seeds, of the standard error; nil where it is not simulated.
  package var monteCarloError: Double?

  package init(
    variant: String,
    estimate: Estimate,
    shift: Double,
    heterogeneity: HeterogeneityTest?,
    moves: [ConclusionMove],
    monteCarloError: Double? = nil
  ) {
    self.variant = variant
    self.estimate = estimate
    self.shift = shift
    self.heterogeneity = heterogeneity
    self.moves = moves
    self.monteCarloError = monteCarloError
  }
}

/// A variant of which an analysis has no estimate.
package struct MissingEstimate: Codable, Hashable, Sendable {
  package var variant: String
  package var notEstimated: NotEstimated

  package init(variant: String, notEstimated: NotEstimated) {
    self.variant = variant
    self.notEstimated = notEstimated
  }
}

/// How leaving one variant out moves the conclusion.
package enum ConclusionMove: String, CaseIterable, Codable, Hashable, Sendable {
  /// p rises to the significance level or above. An alarm where the estimate also moves by more than one SE.
  case significanceLost = "significance_lost"
  /// p falls below the significance level. No alarm: worth knowing, not a weakness of the estimate.
  case significanceGained = "significance_gained"
  /// The estimate moves across 0. An alarm.
  case signChanged = "sign_changed"
  /// p of Cochran's Q crosses the significance level, either way. No alarm.
  case heterogeneityCrossed = "heterogeneity_crossed"
  /// Set beside `significanceLost` (with a shift over one SE) and `signChanged`: the row is an alarm.
  case alarm
}
