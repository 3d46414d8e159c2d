/// A variant that was a candidate and is not among the instruments, with the reason.
package struct Exclusion: Codable, Hashable, Sendable {
  package var variant: GeneticVariant
  package var stage: Stage
  package var reason: ExclusionReason
  /// What was read for the exposure; nil where only the outcome's row is meant.
  package var exposure: ExcludedRow?
  /// What was read for the outcome; nil where none was found.
  package var outcome: ExcludedRow?
  /// The variant that stands for this one, where it was clumped or pruned away.
  package var lead: ClumpLead?
  /// What it is associated with besides, where that left it out.
  package var confounder: ConfounderAssociation?

  package init(
    variant: GeneticVariant,
    stage: Stage,
    reason: ExclusionReason,
    exposure: ExcludedRow? = nil,
    outcome: ExcludedRow? = nil,
    lead: ClumpLead? = nil,
    confounder: ConfounderAssociation? = nil
  ) {
    self.variant = variant
    self.stage = stage
    self.reason = reason
    self.exposure = exposure
    self.outcome = outcome
    self.lead = lead
    self.confounder = confounder
  }

  /// The step that excluded the variant, in the order of the flow.
  package enum Stage: String, CaseIterable, Codable, Hashable, Sendable {
    case selection
    case clumping
    case lookup
    case harmonisation
    case estimation
  }
}

/// The row of a file that an exclusion speaks of.
package struct ExcludedRow: Codable, Hashable, Sendable {
  /// One-based line of the file; 0 where the row was read by its place, through an index.
  package var line: Int
  package var effectAllele: Allele?
  package var otherAllele: Allele?
  package var effect: AlleleEffect?
  /// Set where the row is another variant's.
  package var proxy: ProxyVariant?

  package init(
    line: Int,
    effectAllele: Allele?,
    otherAllele: Allele?,
    effect: AlleleEffect?,
    proxy: ProxyVariant? = nil
  ) {
    self.line = line
    self.effectAllele = effectAllele
    self.otherAllele = otherAllele
    self.effect = effect
    self.proxy = proxy
  }

  package init(_ row: VariantAssociation) {
    self.init(
      line: row.line,
      effectAllele: row.effectAllele,
      otherAllele: row.otherAllele,
      effect: row.effect,
      proxy: row.proxy
    )
  }
}

/// The lead of a clump, as it is told of a variant that goes with it.
package struct ClumpLead: Codable, Hashable, Sendable {
  package var variant: String
  /// In the panel; nil where distance alone decided.
  package var rSquared: Double?

  package init(variant: String, rSquared: Double? = nil) {
    self.variant = variant
    self.rSquared = rSquared
  }
}

/// An association of a variant with a trait that may confound.
package struct ConfounderAssociation: Codable, Hashable, Sendable {
  /// As the table of confounders names it.
  package var trait: String
  package var pValue: PValue

  package init(trait: String, pValue: PValue) {
    self.trait = trait
    self.pValue = pValue
  }
}

/// Why a variant is not among the instruments.
package enum ExclusionReason: String, CaseIterable, Codable, Hashable, Sendable {
  /// The exposure's p is not below the threshold.
  case pAboveThreshold = "p_above_threshold"
  /// A threshold was set and the row gives no p, nor β and σ to compute one from.
  case pMissing = "p_missing"
  /// A repeated row with the same alleles; the first stands.
  case duplicate
  /// A repeated row whose alleles do not match the partner's while another row's do.
  case duplicateOtherAlleles = "duplicate_other_alleles"
  /// Repeated rows with different alleles, and the partner's alleles do not tell which is meant.
  case duplicateAmbiguous = "duplicate_ambiguous"
  /// No β or no standard error in the exposure's row.
  case exposureEffectMissing = "exposure_effect_missing"
  /// No β or no standard error in the outcome's row.
  case outcomeEffectMissing = "outcome_effect_missing"
  /// The outcome's file has no row of that name.
  case notInOutcome = "not_in_outcome"
  /// The study supplies no look-up file for the outcome.
  case lookupNotSupplied = "lookup_not_supplied"
  /// Neither file says which allele is meant.
  case effectAlleleMissing = "effect_allele_missing"
  /// Effect and other allele are the same.
  case identicalAlleles = "identical_alleles"
  /// The two files' alleles cannot be brought together on either strand.
  case allelesDoNotMatch = "alleles_do_not_match"
  /// An allele is missing and what is there does not settle the alignment.
  case otherAlleleMissing = "other_allele_missing"
  /// Palindromic, and the policy drops every such variant.
  case palindromicExcluded = "palindromic_excluded"
  /// Palindromic, and a frequency that would tell the strand is missing.
  case palindromicWithoutFrequency = "palindromic_without_frequency"
  /// Palindromic, and a frequency is too near one half to tell the strand.
  case palindromicAmbiguous = "palindromic_ambiguous"
  /// The supplied harmonised table says not to use it (`mr_keep`).
  case markedNotKept = "marked_not_kept"
  /// The exposure's effect is exactly 0: a ratio cannot be formed.
  case exposureEffectZero = "exposure_effect_zero"
  /// The rarer allele is rarer than the study takes.
  case minorAlleleRare = "minor_allele_rare"
  /// Fewer copies of the rarer allele are expected among the cases than the study takes: 2·cases·MAF.
  case minorAlleleRareInCases = "minor_allele_rare_in_cases"
  case imputationQualityLow = "imputation_quality_low"
  case fStatisticLow = "f_statistic_low"
  /// In the extended HLA region.
  case inHLA = "in_hla"
  /// In a region that the study leaves out.
  case inExcludedRegion = "in_excluded_region"
  /// Not within the window about the trait's gene.
  case outsideCisWindow = "outside_cis_window"
  /// Within it, where the study takes trans variants only.
  case insideCisWindow = "inside_cis_window"
  /// The region cannot be told, and the study selects by it.
  case placeUnknown = "place_unknown"
  /// Correlated with a stronger candidate.
  case clumped
  /// Near a stronger candidate, where no panel tells whether they are correlated.
  case nearLead = "near_lead"
  /// The reference panel does not have the variant, or has it with other alleles.
  case notInPanel = "not_in_panel"
  /// The study names it among those to leave out.
  case namedByStudy = "named_by_study"
  case associatedWithConfounder = "associated_with_confounder"
  /// Steiger: it explains more of the outcome than of the exposure, and the study leaves such variants out.
  case explainsMoreOfOutcome = "explains_more_of_outcome"
}
