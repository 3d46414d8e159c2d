/// What a release says, as far as two of them are compared.
package enum Aspect: String, CaseIterable, Codable, Hashable, Sendable {
  // MARK: Verdict

  /// The appraisal's class of a pair; its code.
  case verdict
  /// One check of the appraisal, by its id; the code is `status:finding`.
  case check
  /// The sign of the primary estimate where, in either release, its interval excludes 0.
  case sign
  /// The sign of the primary estimate where no interval excludes 0.
  case unclearSign = "unclear_sign"
  /// Steiger's verdict of the pair.
  case direction

  // MARK: Significance

  /// The unadjusted p of a family's test, by the family.
  case nominalSignificance = "nominal_significance"
  /// The p by the adjustment that the study rests on, by the family.
  case adjustedSignificance = "adjusted_significance"
  /// The p by another adjustment, by `family/adjustment`.
  case otherAdjustment = "other_adjustment"
  /// A family of tests and its counts.
  case family

  // MARK: Estimates

  /// Whether a pair could be analysed.
  case status
  /// What one method makes of a pair; the code is `estimated` or why it is not.
  case estimate
  /// The sign of another method's estimate than the primary one.
  case methodSign = "method_sign"
  /// Which variants a method sets aside.
  case setAside = "set_aside"
  /// The estimate of one method without the variants that explain more of the outcome.
  case filteredEstimate = "filtered_estimate"

  // MARK: Diagnostics

  /// Cochran's Q (`cochran`), Rücker's Q′ (`rucker`) and their difference; the code tells whether p is below the level.
  case heterogeneity
  case eggerIntercept = "egger_intercept"
  case pressoGlobal = "presso_global"
  case pressoDistortion = "presso_distortion"
  /// A variant that MR-PRESSO's outlier test names.
  case outlier
  /// A variant whose removal moves the conclusion, by `method variant`; the code is how.
  case driver
  /// A variant whose Cook's distance is above 4/n.
  case influential
  case steiger
  /// Steiger's verdict of one variant.
  case variantDirection = "variant_direction"
  case exposureHeterogeneity = "exposure_heterogeneity"
  /// Strength corrected for the selection of the instruments.
  case selectionEffect = "selection_effect"
  case overlapBias = "overlap_bias"
  case power
  case fisher

  // MARK: Instruments

  /// A variant that is used in one release or in both, by its id; the code is its fate.
  case instrument
  /// A variant that neither release uses and that was a candidate in one of them; the code is its fate.
  case candidate
  /// The same variant under another name.
  case variantName = "variant_name"
  /// The variant's alleles, effect allele first.
  case alleles
  /// What was done to the outcome's row.
  case alignment
  /// The variant that stands for the instrument in the outcome.
  case proxy
  case flags
  case strength
  /// How many variants passed each step.
  case flow
  /// A variant that is associated with several traits of the panel.
  case sharedInstrument = "shared_instrument"

  // MARK: Provenance

  case trait
  /// A trait under another id, as the table of renames says.
  case traitName = "trait_name"
  /// Not renamed by any table, and probably the same.
  case likelyRename = "likely_rename"
  case pair
  /// What study.yaml says of a trait, by `trait path`.
  case traitProperty = "trait_property"
  /// What study.yaml says of a pair, by `pair path`.
  case pairProperty = "pair_property"
  /// What study.yaml says of the study besides.
  case study
  /// By its path in release.json.
  case setting
  case seed
  /// A file that was read; the code is the SHA-256 of its decompressed content.
  case input
  /// How a file was read.
  case reading
  case method
  case toolVersion = "tool_version"
  case schemaVersion = "schema_version"
  /// How a trait's instruments came out of its genome-wide file.
  case selection
  case panel
  case truth
  case published

  package var category: Category {
    switch self {
    case .verdict, .check, .sign, .unclearSign, .direction: .verdict
    case .nominalSignificance, .adjustedSignificance, .otherAdjustment, .family: .significance
    case .status, .estimate, .methodSign, .setAside, .filteredEstimate: .estimate
    case .heterogeneity, .eggerIntercept, .pressoGlobal, .pressoDistortion, .outlier, .driver, .influential,
      .steiger, .variantDirection, .exposureHeterogeneity, .selectionEffect, .overlapBias, .power, .fisher:
      .diagnostics
    case .instrument, .candidate, .variantName, .alleles, .alignment, .proxy, .flags, .strength, .flow,
      .sharedInstrument:
      .instruments
    case .trait, .traitName, .likelyRename, .pair, .traitProperty, .pairProperty, .study, .setting, .seed,
      .input, .reading, .method, .toolVersion, .schemaVersion, .selection, .panel, .truth, .published:
      .provenance
    }
  }
}
