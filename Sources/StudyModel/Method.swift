/// The methods that give a causal estimate; the raw value stands in study.yaml and in releases.
package enum MethodID: String, CaseIterable, Codable, Hashable, Sendable {
  case waldRatio = "wald_ratio"
  case ivwRandomEffects = "ivw_random_effects"
  case ivwFixedEffect = "ivw_fixed_effect"
  case mrEgger = "mr_egger"
  case weightedMedian = "weighted_median"
  case simpleMedian = "simple_median"
  case penalisedWeightedMedian = "penalised_weighted_median"
  case simpleMode = "simple_mode"
  case weightedMode = "weighted_mode"
  /// IVW without the variants that the MR-PRESSO outlier test names.
  case mrPresso = "mr_presso"

  // Known by name only: other tools compute these, and result tables may hold them.

  /// Multiplicative random effects whose standard error may be smaller than the fixed-effect one.
  case ivwUnflooredRandomEffects = "ivw_unfloored_random_effects"
  case ivwRadial = "ivw_radial"
  case maximumLikelihood = "maximum_likelihood"
  case mrEggerBootstrap = "mr_egger_bootstrap"
  case simpleModeNOME = "simple_mode_nome"
  case weightedModeNOME = "weighted_mode_nome"
  case mrRAPS = "mr_raps"
  case unweightedRegression = "unweighted_regression"

  /// Whether this program computes the method; the others are only read from result tables.
  package var isComputed: Bool {
    switch self {
    case .waldRatio, .ivwRandomEffects, .ivwFixedEffect, .mrEgger, .weightedMedian, .simpleMedian,
      .penalisedWeightedMedian, .simpleMode, .weightedMode, .mrPresso:
      true
    case .ivwUnflooredRandomEffects, .ivwRadial, .maximumLikelihood, .mrEggerBootstrap, .simpleModeNOME,
      .weightedModeNOME, .mrRAPS, .unweightedRegression:
      false
    }
  }

  /// The methods that study.yaml may ask for.
  package static let computed = allCases.filter(\.isComputed)
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

  package init(
    id: MethodID,
    name: String,
    shortName: String,
    citation: String,
    doi: String? = nil,
    assumptions: [String],
    minimumVariants: Int
  ) {
    self.id = id
    self.name = name
    self.shortName = shortName
    self.citation = citation
    self.doi = doi
    self.assumptions = assumptions
    self.minimumVariants = minimumVariants
  }
}
