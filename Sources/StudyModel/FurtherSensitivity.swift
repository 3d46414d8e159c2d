/// I²GX: how much of the spread of the exposure effects is not error. 1 − I²GX is the share by which MR-Egger is diluted
/// towards 0 (Bowden et al., International Journal of Epidemiology 2016;45:1961–1974).
package struct ExposureHeterogeneity: Codable, Hashable, Sendable {
  /// From (|x|, σx), in [0, 1].
  package var unweighted: Double?
  /// From (|x|/σy, σx/σy): of the weighted regression.
  package var weighted: Double?
  package var notEstimated: NotEstimated?

  package init(unweighted: Double? = nil, weighted: Double? = nil, notEstimated: NotEstimated? = nil) {
    self.unweighted = unweighted
    self.weighted = weighted
    self.notEstimated = notEstimated
  }
}

/// The leave-one-out analysis of one more method than the primary one.
package struct LeaveOneOutSeries: Codable, Hashable, Sendable {
  package var method: MethodID
  /// One row a variant, in their order.
  package var rows: [LeaveOneOutEstimate]
  package var missing: [MissingEstimate]?
  /// Why there is no row.
  package var notEstimated: NotEstimated?

  package init(
    method: MethodID,
    rows: [LeaveOneOutEstimate] = [],
    missing: [MissingEstimate]? = nil,
    notEstimated: NotEstimated? = nil
  ) {
    self.method = method
    self.rows = rows
    self.missing = missing
    self.notEstimated = notEstimated
  }
}

/// How much one variant pulls the IVW line.
package struct VariantInfluence: Codable, Hashable, Sendable {
  package var variant: String
  /// D = e²h / (σ̂²(1 − h)²) of the weighted regression through the origin.
  package var cooksDistance: Double
  /// e / (σ̂₋ᵢ√(1 − h)), externally studentised: on t with n − 2 degrees of freedom where the line is right. Nil under 3
  /// variants.
  package var studentisedResidual: Double?
  /// h = wx²/Σwx².
  package var leverage: Double
  /// D > 4/n.
  package var isInfluential: Bool

  package init(
    variant: String,
    cooksDistance: Double,
    studentisedResidual: Double?,
    leverage: Double,
    isInfluential: Bool
  ) {
    self.variant = variant
    self.cooksDistance = cooksDistance
    self.studentisedResidual = studentisedResidual
    self.leverage = leverage
    self.isInfluential = isInfluential
  }
}

/// What choosing instruments by their p in the sample that measured them does to their strength.
package struct SelectionEffect: Codable, Hashable, Sendable {
  /// p below which the instruments were chosen.
  package var threshold: Double
  /// Whether the study states it; otherwise it is the largest p among the instruments.
  package var isDeclared: Bool
  /// F at the threshold: every instrument has more, whatever its true strength.
  package var thresholdF: Double
  /// E[F | F > threshold] of a variant without any association.
  package var expectedFWithoutAssociation: Double
  /// Instruments expected to be chance, of 10⁶ independent variants.
  package var falseExpected: Double
  /// One row a variant, in their order.
  package var variants: [CorrectedVariant]
  /// Mean of the corrected F.
  package var correctedMeanF: Double
  package var correctedBelowTen: Int
  /// The IVW estimate (random effects) of the corrected effects.
  package var correctedEstimate: Estimate?
  package var correctedNotEstimated: NotEstimated?

  package init(
    threshold: Double,
    isDeclared: Bool,
    thresholdF: Double,
    expectedFWithoutAssociation: Double,
    falseExpected: Double,
    variants: [CorrectedVariant],
    correctedMeanF: Double,
    correctedBelowTen: Int,
    correctedEstimate: Estimate? = nil,
    correctedNotEstimated: NotEstimated? = nil
  ) {
    self.threshold = threshold
    self.isDeclared = isDeclared
    self.thresholdF = thresholdF
    self.expectedFWithoutAssociation = expectedFWithoutAssociation
    self.falseExpected = falseExpected
    self.variants = variants
    self.correctedMeanF = correctedMeanF
    self.correctedBelowTen = correctedBelowTen
    self.correctedEstimate = correctedEstimate
    self.correctedNotEstimated = correctedNotEstimated
  }
}

/// One variant's effect on the exposure without winner's curse.
package struct CorrectedVariant: Codable, Hashable, Sendable {
  package var variant: String
  /// The median-unbiased estimate given that |z| passed the threshold.
  package var beta: Double
  /// (corrected β/σ)².
  package var fStatistic: Double

  package init(variant: String, beta: Double, fStatistic: Double) {
    self.variant = variant
    self.beta = beta
    self.fStatistic = fStatistic
  }
}

/// The estimates of the variants that explain more of the exposure than of the outcome.
package struct SteigerFiltered: Codable, Hashable, Sendable {
  /// Variants that explain more of the outcome, as corrected for noise, in their order.
  package var removed: [String]
  /// Variants whose direction is unknown; they are kept.
  package var unknown: Int
  package var kept: Int
  package var estimates: [MethodOutcome]
  package var notEstimated: NotEstimated?

  package init(
    removed: [String] = [],
    unknown: Int = 0,
    kept: Int = 0,
    estimates: [MethodOutcome] = [],
    notEstimated: NotEstimated? = nil
  ) {
    self.removed = removed
    self.unknown = unknown
    self.kept = kept
    self.estimates = estimates
    self.notEstimated = notEstimated
  }
}

/// Bias of IVW by weak instruments where the same people are in both samples (Burgess, Davies & Thompson, Genetic
/// Epidemiology 2016;40:597–608).
package struct OverlapBias: Codable, Hashable, Sendable {
  /// Share of the smaller sample that is also in the larger one; nil where it is unknown, and 1 is the worst case.
  package var fraction: Double?
  /// 1/E[F], from the corrected mean F where there is one.
  package var meanF: Double
  /// Share of the observational association's bias that the estimate takes over: fraction / F.
  package var relativeBias: Double?
  /// The same with every person in both samples.
  package var worstRelativeBias: Double

  package init(fraction: Double?, meanF: Double, relativeBias: Double?, worstRelativeBias: Double) {
    self.fraction = fraction
    self.meanF = meanF
    self.relativeBias = relativeBias
    self.worstRelativeBias = worstRelativeBias
  }
}

/// What effect the study could have seen: |β| of which the two-sided test at the significance level has the target power.
///
/// Effects are per SD of a continuous exposure, and per doubling of the odds of a binary one, in SD of a continuous outcome
/// or as log odds ratios.
package struct PowerAnalysis: Codable, Hashable, Sendable {
  package var basis: Basis
  /// Of the exposure's variance; of a power by design alone.
  package var rSquared: Double?
  /// Of the outcome's sample; of a power by design alone.
  package var people: Double?
  /// Nil for a continuous outcome, and where unknown.
  package var cases: Double?
  package var significanceLevel: Double
  package var targetPower: Double
  /// Smallest |β| that the target power detects.
  package var detectable: Double
  /// In the order of the study file.
  package var stated: [StatedPower]

  package init(
    basis: Basis,
    rSquared: Double?,
    people: Double?,
    cases: Double?,
    significanceLevel: Double,
    targetPower: Double,
    detectable: Double,
    stated: [StatedPower]
  ) {
    self.basis = basis
    self.rSquared = rSquared
    self.people = people
    self.cases = cases
    self.significanceLevel = significanceLevel
    self.targetPower = targetPower
    self.detectable = detectable
    self.stated = stated
  }

  package enum Basis: String, CaseIterable, Codable, Hashable, Sendable {
    /// R² of the instruments, people and cases (Brion, Shakhbazov & Visscher, International Journal of Epidemiology
    /// 2013;42:1497–1501; Burgess, International Journal of Epidemiology 2014;43:922–929).
    case design
    /// The standard error that the primary estimate came out with, where the design does not tell.
    case precision
  }
}

/// The power at one effect.
package struct StatedPower: Codable, Hashable, Sendable {
  /// β on the scale of `PowerAnalysis`.
  package var effect: Double
  package var power: Double

  package init(effect: Double, power: Double) {
    self.effect = effect
    self.power = power
  }
}

/// The power analysis of a pair, or why there is none.
package struct PowerOutcome: Codable, Hashable, Sendable {
  package var analysis: PowerAnalysis?
  package var notEstimated: NotEstimated?

  package init(analysis: PowerAnalysis? = nil, notEstimated: NotEstimated? = nil) {
    self.analysis = analysis
    self.notEstimated = notEstimated
  }
}

/// Fisher's combined test: are the instruments, together, associated with the outcome? −2Σ ln pᵢ of the outcome on χ²
/// with 2n degrees of freedom.
package struct FishersCombinedTest: Codable, Hashable, Sendable {
  package var statistic: Double
  package var degreesOfFreedom: Int
  package var pValue: PValue

  package init(statistic: Double, degreesOfFreedom: Int, pValue: PValue) {
    self.statistic = statistic
    self.degreesOfFreedom = degreesOfFreedom
    self.pValue = pValue
  }
}

/// The sensitivity analyses that came with schema version 3; every part is absent in releases made before.
package struct FurtherSensitivity: Codable, Hashable, Sendable {
  package var exposureHeterogeneity: ExposureHeterogeneity?
  /// Of the study's further leave-one-out methods (MR-Egger unless it says otherwise).
  package var leaveOneOut: [LeaveOneOutSeries]?
  /// One row a variant, in their order; empty under 2 variants.
  package var influence: [VariantInfluence]?
  /// Absent where the instruments were chosen in another sample than the one that measured them.
  package var selection: SelectionEffect?
  package var steigerFiltered: SteigerFiltered?
  package var overlapBias: OverlapBias?
  package var power: PowerOutcome?
  package var fisher: FishersCombinedTest?

  package init(
    exposureHeterogeneity: ExposureHeterogeneity? = nil,
    leaveOneOut: [LeaveOneOutSeries]? = nil,
    influence: [VariantInfluence]? = nil,
    selection: SelectionEffect? = nil,
    steigerFiltered: SteigerFiltered? = nil,
    overlapBias: OverlapBias? = nil,
    power: PowerOutcome? = nil,
    fisher: FishersCombinedTest? = nil
  ) {
    self.exposureHeterogeneity = exposureHeterogeneity
    self.leaveOneOut = leaveOneOut
    self.influence = influence
    self.selection = selection
    self.steigerFiltered = steigerFiltered
    self.overlapBias = overlapBias
    self.power = power
    self.fisher = fisher
  }
}
