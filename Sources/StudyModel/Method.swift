/// The estimators that a study can ask for; the raw value stands in study.yaml and in releases.
package enum MethodID: String, CaseIterable, Codable, Hashable, Sendable {
  case waldRatio = "wald_ratio"
  case ivwRandomEffects = "ivw_random_effects"
  case ivwFixedEffect = "ivw_fixed_effect"
  case mrEgger = "mr_egger"
  case weightedMedian = "weighted_median"
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
