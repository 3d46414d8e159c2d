/// MR-PRESSO on one pair (Verbanck et al. 2018): is there more scatter than chance gives, which variants make it,
/// and how far do they move the estimate? The estimate without them stands among the pair's estimates under
/// `MethodID.mrPresso`.
package struct MRPresso: Codable, Hashable, Sendable {
  package var globalTest: PressoGlobalTest?
  /// Why there is no global test.
  package var notEstimated: NotEstimated?
  /// One row a variant, in their order; empty where the global test does not reject, for the test is then not made.
  package var outlierTest: [PressoOutlierTest]
  package var distortion: PressoDistortion?
  /// Why there are outliers and no distortion: `tooFewVariants` where fewer than two others are left, `notFinite`
  /// where a slope without the outliers is 0 or no number. Nil where there is no outlier.
  package var distortionNotEstimated: NotEstimated?

  package init(
    globalTest: PressoGlobalTest? = nil,
    notEstimated: NotEstimated? = nil,
    outlierTest: [PressoOutlierTest] = [],
    distortion: PressoDistortion? = nil,
    distortionNotEstimated: NotEstimated? = nil
  ) {
    self.globalTest = globalTest
    self.notEstimated = notEstimated
    self.outlierTest = outlierTest
    self.distortion = distortion
    self.distortionNotEstimated = distortionNotEstimated
  }

  /// The variants that the outlier test names, in their order.
  package var outliers: [String] { outlierTest.filter(\.isOutlier).map(\.variant) }
}

/// Do the variants scatter more around their leave-one-out lines than their standard errors allow?
package struct PressoGlobalTest: Codable, Hashable, Sendable {
  /// Σ w (y − b₋ᵢ x)², w = 1/σy².
  package var observedRSS: Double
  /// (k + 1) / (N + 1), k of N simulations having at least the observed RSS.
  package var pValue: PValue
  /// √(p(1 − p)/N): how far another seed would move p.
  package var pValueMonteCarloError: Double
  package var simulations: Int
  package var assessment: Assessment

  package init(
    observedRSS: Double,
    pValue: PValue,
    pValueMonteCarloError: Double,
    simulations: Int,
    assessment: Assessment
  ) {
    self.observedRSS = observedRSS
    self.pValue = pValue
    self.pValueMonteCarloError = pValueMonteCarloError
    self.simulations = simulations
    self.assessment = assessment
  }

  package enum Assessment: String, CaseIterable, Codable, Hashable, Sendable {
    /// p is below the significance level.
    case rejected
    /// p is not, with ten variants or more.
    case notRejected = "not_rejected"
    /// p is not, and fewer than ten variants could hardly have shown it.
    case cannotBeAssessed = "cannot_be_assessed"
  }
}

/// How far one variant lies from the line of the others.
package struct PressoOutlierTest: Codable, Hashable, Sendable {
  package var variant: String
  /// y − b₋ᵢ x, unweighted, for x > 0: the outcome's units (or log odds) per effect allele.
  package var difference: Double
  /// √(σy² + b₋ᵢ² σx²).
  package var standardError: Double
  /// 2Φ(−|difference| / standardError): closed form, so without Monte-Carlo error.
  package var pValue: PValue
  /// × n.
  package var bonferroni: PValue
  /// `bonferroni` is below the significance level.
  package var isOutlier: Bool

  package init(
    variant: String,
    difference: Double,
    standardError: Double,
    pValue: PValue,
    bonferroni: PValue,
    isOutlier: Bool
  ) {
    self.variant = variant
    self.difference = difference
    self.standardError = standardError
    self.pValue = pValue
    self.bonferroni = bonferroni
    self.isOutlier = isOutlier
  }
}

/// How far the outliers move the estimate; descriptive, and no part of any verdict.
package struct PressoDistortion: Codable, Hashable, Sendable {
  /// 100 · (b of all − b without outliers) / |b without outliers|.
  package var percent: Double
  /// Percentile bootstrap over variants, the outliers keeping their label.
  package var interval: ConfidenceInterval
  /// How far another seed would move the lower and the upper bound, in percentage points.
  package var lowerMonteCarloError: Double
  package var upperMonteCarloError: Double
  package var draws: Int
  /// The p-value that the R package MRPRESSO 1.0 would print; only where study.yaml asks for it.
  package var rPackagePValue: PValue?
  package var rPackagePValueMonteCarloError: Double?

  package init(
    percent: Double,
    interval: ConfidenceInterval,
    lowerMonteCarloError: Double,
    upperMonteCarloError: Double,
    draws: Int,
    rPackagePValue: PValue? = nil,
    rPackagePValueMonteCarloError: Double? = nil
  ) {
    self.percent = percent
    self.interval = interval
    self.lowerMonteCarloError = lowerMonteCarloError
    self.upperMonteCarloError = upperMonteCarloError
    self.draws = draws
    self.rPackagePValue = rPackagePValue
    self.rPackagePValueMonteCarloError = rPackagePValueMonteCarloError
  }
}
