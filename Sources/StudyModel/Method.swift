/// The methods that give a causal estimate; the raw value stands in study.yaml and in releases.
package enum MethodID: String, CaseIterable, Codable, Hashable, Sendable {
  case waldRatio = "wald_ratio"
  case waldRatioSecondOrder = "wald_ratio_second_order"

  // Inverse-variance weighted.
  case ivwRandomEffects = "ivw_random_effects"
  case ivwFixedEffect = "ivw_fixed_effect"
  case ivwAdditiveRandomEffects = "ivw_additive_random_effects"
  case debiasedIVW = "debiased_ivw"
  /// The pIVW of Xu et al.: debiased, with a penalty on a weak denominator.
  case penalisedDebiasedIVW = "penalised_debiased_ivw"
  /// IVW whose outlying variants weigh less.
  case penalisedIVW = "penalised_ivw"
  /// By MM-regression.
  case robustIVW = "robust_ivw"
  case robustPenalisedIVW = "robust_penalised_ivw"

  // MR-Egger.
  case mrEgger = "mr_egger"
  /// Interval and test by the normal.
  case mrEggerNormal = "mr_egger_normal"
  /// Corrected for dilution.
  case mrEggerSIMEX = "mr_egger_simex"

  // Radial regression, by the weights.
  case ivwRadialFirstOrder = "ivw_radial_first_order"
  case ivwRadialSecondOrder = "ivw_radial_second_order"
  /// Modified second-order weights.
  case ivwRadial = "ivw_radial"
  case mrEggerRadialFirstOrder = "mr_egger_radial_first_order"
  case mrEggerRadialSecondOrder = "mr_egger_radial_second_order"
  /// Modified second-order weights.
  case mrEggerRadial = "mr_egger_radial"

  // Medians and modes.
  case weightedMedian = "weighted_median"
  case simpleMedian = "simple_median"
  case penalisedWeightedMedian = "penalised_weighted_median"
  case simpleMode = "simple_mode"
  case weightedMode = "weighted_mode"

  // Likelihoods and scores.
  case maximumLikelihood = "maximum_likelihood"
  /// Huber's loss, over-dispersion estimated.
  case mrRAPS = "mr_raps"
  case mrRAPSL2 = "mr_raps_l2"
  case mrRAPSTukey = "mr_raps_tukey"
  /// "Simple": without over-dispersion.
  case mrRAPSSimpleL2 = "mr_raps_simple_l2"
  case mrRAPSSimpleHuber = "mr_raps_simple_huber"
  case mrRAPSSimpleTukey = "mr_raps_simple_tukey"

  // Choosing the valid variants.
  case mrLasso = "mr_lasso"
  case contaminationMixture = "contamination_mixture"
  case cmlBIC = "cml_bic"
  case cmlMA = "cml_ma"
  /// IVW without the variants that the MR-PRESSO outlier test names.
  case mrPresso = "mr_presso"

  // Known by name only: other tools compute these, and result tables may hold them.

  /// Multiplicative random effects whose standard error may be smaller than the fixed-effect one.
  case ivwUnflooredRandomEffects = "ivw_unfloored_random_effects"
  case mrEggerBootstrap = "mr_egger_bootstrap"
  case simpleModeNOME = "simple_mode_nome"
  case weightedModeNOME = "weighted_mode_nome"
  case unweightedRegression = "unweighted_regression"

  /// Whether this program computes the method; the others are only read from result tables.
  package var isComputed: Bool {
    switch self {
    case .ivwUnflooredRandomEffects, .mrEggerBootstrap, .simpleModeNOME, .weightedModeNOME,
      .unweightedRegression:
      false
    default: true
    }
  }

  /// The methods that study.yaml may ask for.
  package static let computed = allCases.filter(\.isComputed)

  /// Those of a study that asks for none in particular: one or two of each kind of assumption.
  package static let standard: [MethodID] = [
    .waldRatio, .ivwRandomEffects, .ivwFixedEffect, .mrEgger, .weightedMedian, .simpleMedian,
    .penalisedWeightedMedian, .simpleMode, .weightedMode, .mrPresso,
  ]
}

/// What a reader has to know of a method to judge its estimate; releases carry it for every method they used.
package struct MethodDescription: Codable, Hashable, Sendable {
  package var id: MethodID
  /// As the pages print it ("IVW, random effects").
  package var name: String
  /// For axes and line labels ("IVW").
  package var shortName: String
  /// The paper, as a reference list prints it.
  package var citation: String
  package var doi: String?
  /// What must hold for the estimate to be causal, one full sentence each (STROBE-MR item 5).
  package var assumptions: [String]
  package var minimumVariants: Int
  /// The choices that the method leaves open and what they are here, a short sentence each; nil where there are none.
  package var defaults: [String]?

  package init(
    id: MethodID,
    name: String,
    shortName: String,
    citation: String,
    doi: String? = nil,
    assumptions: [String],
    minimumVariants: Int,
    defaults: [String]? = nil
  ) {
    self.id = id
    self.name = name
    self.shortName = shortName
    self.citation = citation
    self.doi = doi
    self.assumptions = assumptions
    self.minimumVariants = minimumVariants
    self.defaults = defaults
  }
}
