/// A two-sided confidence interval on the scale of the estimate.
package struct ConfidenceInterval: Codable, Hashable, Sendable {
  package var lower: Double
  package var upper: Double
  /// 0.95.
  package var level: Double
  /// Degrees of freedom of the t distribution; nil for the normal.
  package var degreesOfFreedom: Double?

  package init(lower: Double, upper: Double, level: Double = 0.95, degreesOfFreedom: Double? = nil) {
    self.lower = lower
    self.upper = upper
    self.level = level
    self.degreesOfFreedom = degreesOfFreedom
  }
}

/// A number with its standard error, interval and test against zero.
package struct Estimate: Codable, Hashable, Sendable {
  package var value: Double
  package var standardError: Double
  /// Uses the same distribution as `pValue`.
  package var interval: ConfidenceInterval
  package var pValue: PValue

  package init(value: Double, standardError: Double, interval: ConfidenceInterval, pValue: PValue) {
    self.value = value
    self.standardError = standardError
    self.interval = interval
    self.pValue = pValue
  }
}

/// What one method makes of one pair: change in the outcome (its units or log odds) per unit (or per log odds of
/// liability) of the exposure.
package struct CausalEstimate: Codable, Hashable, Sendable {
  package var method: MethodID
  package var variantCount: Int
  package var estimate: Estimate
  /// The t interval beside a normal one where few variants carry the estimate (IVW, n < 10).
  package var smallSampleInterval: ConfidenceInterval?
  /// √(Q / df): how much more the variants scatter than their standard errors allow; nil where not defined.
  package var residualStandardError: Double?
  /// Present where a number of it was simulated.
  package var monteCarlo: MonteCarlo?
  /// What the method itself estimates beside the effect; nil for methods that estimate nothing else.
  package var details: EstimateDetails?

  package init(
    method: MethodID,
    variantCount: Int,
    estimate: Estimate,
    smallSampleInterval: ConfidenceInterval? = nil,
    residualStandardError: Double? = nil,
    monteCarlo: MonteCarlo? = nil,
    details: EstimateDetails? = nil
  ) {
    self.method = method
    self.variantCount = variantCount
    self.estimate = estimate
    self.smallSampleInterval = smallSampleInterval
    self.residualStandardError = residualStandardError
    self.monteCarlo = monteCarlo
    self.details = details
  }
}

/// How a simulated number came about and how far another seed would move it.
package struct MonteCarlo: Codable, Hashable, Sendable {
  package var draws: Int
  /// Standard deviation, over seeds, of the reported standard error.
  package var standardErrorOfStandardError: Double
  /// Standard deviation, over seeds, of the estimate itself; nil where the estimate is not simulated.
  package var standardErrorOfEstimate: Double?

  package init(draws: Int, standardErrorOfStandardError: Double, standardErrorOfEstimate: Double? = nil) {
    self.draws = draws
    self.standardErrorOfStandardError = standardErrorOfStandardError
    self.standardErrorOfEstimate = standardErrorOfEstimate
  }
}

/// A method's estimate, or why there is none.
package struct MethodOutcome: Codable, Hashable, Sendable {
  package var method: MethodID
  package var result: CausalEstimate?
  package var notEstimated: NotEstimated?

  package init(_ result: CausalEstimate) {
    method = result.method
    self.result = result
  }

  package init(method: MethodID, notEstimated: NotEstimated) {
    self.method = method
    self.notEstimated = notEstimated
  }
}

/// Why a method or a test gives no number.
package struct NotEstimated: Codable, Hashable, Sendable, Error {
  package var reason: Reason
  /// Variants the method needs, or the most it takes, and those it has.
  package var needed: Int?
  package var available: Int?

  package init(reason: Reason, needed: Int? = nil, available: Int? = nil) {
    self.reason = reason
    self.needed = needed
    self.available = available
  }

  package enum Reason: String, CaseIterable, Codable, Hashable, Sendable {
    /// Fewer variants than the method needs.
    case tooFewVariants = "too_few_variants"
    /// More variants than the method is defined for (the Wald ratio takes one).
    case tooManyVariants = "too_many_variants"
    /// More variants than the analysis can be simulated for in reasonable time; `needed` is the most it takes.
    case tooManyDraws = "too_many_draws"
    /// All exposure effects have the same size: a slope cannot be told from an intercept.
    case equalExposureEffects = "equal_exposure_effects"
    /// The arithmetic left the range of doubles.
    case notFinite = "not_finite"
    /// Sample size, frequency or prevalence is unknown, and r² needs it.
    case explainedVarianceUnknown = "explained_variance_unknown"
    /// The MR-PRESSO global test does not reject, so that no outlier is looked for.
    case globalTestNotRejected = "global_test_not_rejected"
    /// The MR-PRESSO outlier test names no variant.
    case noOutlier = "no_outlier"
    /// The study supplies results only, and this needs the variants.
    case onlyResultsSupplied = "only_results_supplied"
    /// The result tables that the study supplies do not hold it.
    case notInResults = "not_in_results"
    /// An iteration did not settle.
    case notConverged = "not_converged"
    /// The ratio estimates do not differ: a bandwidth of 0 smooths nothing.
    case noSpread = "no_spread"
    /// The variants are too weak for the method: the denominator that it corrects is not above 0.
    case instrumentsTooWeak = "instruments_too_weak"
    /// I²GX is high enough for the uncorrected estimate to stand, so that there is nothing to correct.
    case correctionNotNeeded = "correction_not_needed"
    /// No dilution can be told (I²GX is 0), so that a correction for it has nothing to extrapolate from.
    case dilutionNotEstimable = "dilution_not_estimable"
    /// The number of people behind the effects is unknown, and the method needs it.
    case sampleSizeUnknown = "sample_size_unknown"
    /// The study does not state what the analysis needs (a p threshold, a prevalence, the overlap of samples …).
    case notDeclared = "not_declared"
    /// Not defined for a trait of this type.
    case notDefined = "not_defined"
    /// No variant is left after the step that the analysis is of.
    case noVariantLeft = "no_variant_left"
    /// The version of mrreport that made this release did not have it.
    case notRun = "not_run"
  }
}
