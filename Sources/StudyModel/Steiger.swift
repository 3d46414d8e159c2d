/// Steiger's test of direction (Hemani, Tilling & Davey Smith 2017): do the variants explain more of the exposure
/// than of the outcome, as they must if the exposure comes first?
package struct Steiger: Codable, Hashable, Sendable {
  /// All variants together.
  package var pair: SteigerTest?
  /// Why there is no test of the pair.
  package var notEstimated: NotEstimated?
  /// vz₁/vz₀ of the two correlations: how much more of the space of measurement errors agrees with the direction
  /// found than with the other; large is robust. Nil where the pair cannot be assessed.
  package var sensitivityRatio: Double?
  /// One row a variant, in their order.
  package var variants: [SteigerVariant]

  package init(
    pair: SteigerTest? = nil,
    notEstimated: NotEstimated? = nil,
    sensitivityRatio: Double? = nil,
    variants: [SteigerVariant] = []
  ) {
    self.pair = pair
    self.notEstimated = notEstimated
    self.sensitivityRatio = sensitivityRatio
    self.variants = variants
  }
}

/// Explained variance on both sides and which is the larger.
package struct SteigerTest: Codable, Hashable, Sendable {
  /// As estimated, before `…Noise` is taken off; of liability for a binary trait.
  package var exposureRSquared: Double
  package var outcomeRSquared: Double
  /// What r² would be on average without any association.
  package var exposureNoise: Double
  package var outcomeNoise: Double
  /// The exposure's noise in variants that were chosen by their p in its sample, some of which are expected to be
  /// chance.
  package var exposureNoiseGivenSelection: Double
  package var verdict: SteigerVerdict
  /// Two-sided, of equal correlations: Fisher's z.
  package var pValue: PValue

  package init(
    exposureRSquared: Double,
    outcomeRSquared: Double,
    exposureNoise: Double,
    outcomeNoise: Double,
    exposureNoiseGivenSelection: Double,
    verdict: SteigerVerdict,
    pValue: PValue
  ) {
    self.exposureRSquared = exposureRSquared
    self.outcomeRSquared = outcomeRSquared
    self.exposureNoise = exposureNoise
    self.outcomeNoise = outcomeNoise
    self.exposureNoiseGivenSelection = exposureNoiseGivenSelection
    self.verdict = verdict
    self.pValue = pValue
  }
}

/// Which side the variants explain more of.
package enum SteigerVerdict: String, CaseIterable, Codable, Hashable, Sendable {
  /// More of the exposure, p below the significance level.
  case exposureFirst = "exposure_first"
  /// More of the outcome, p below the significance level.
  case outcomeFirst = "outcome_first"
  /// Neither clearly.
  case undecided
  /// The noise of a side rivals the signal: the samples cannot tell.
  case cannotBeAssessed = "cannot_be_assessed"
}

/// Steiger's test of one variant.
package struct SteigerVariant: Codable, Hashable, Sendable {
  package var variant: String
  package var test: SteigerTest?
  package var notEstimated: NotEstimated?

  package init(variant: String, test: SteigerTest? = nil, notEstimated: NotEstimated? = nil) {
    self.variant = variant
    self.test = test
    self.notEstimated = notEstimated
  }
}
