/// Which column of a table holds what, where the author says so; columns not named here are recognised by their
/// usual names.
package struct ColumnMapping: Hashable, Sendable {
  /// The header's own spelling of each column.
  package var columns: [ColumnRole: String]

  package init(columns: [ColumnRole: String] = [:]) { self.columns = columns }
}

/// What a column of a table of associations can hold; the raw value is the key under `columns:` in study.yaml.
package enum ColumnRole: String, CaseIterable, Codable, Hashable, Sendable {
  case variant
  case chromosome
  case position
  case effectAllele = "effect_allele"
  case otherAllele = "other_allele"
  case effectAlleleFrequency = "effect_allele_frequency"
  case beta
  case standardError = "standard_error"
  case pValue = "p_value"
  case sampleSize = "sample_size"
  /// An odds or hazard ratio, in the place of β.
  case ratio = "odds_ratio"
  /// Bounds of a 95 % interval, of the ratio where there is one, else of β.
  case intervalLower = "ci_lower"
  case intervalUpper = "ci_upper"
  case z = "z_score"
  /// −log₁₀ p.
  case negativeLog10P = "minus_log10_p"
  case cases
  case controls
  /// INFO or R², from 0 (nothing) to 1 (genotyped).
  case imputationQuality = "imputation_quality"

  /// Those that a table of selected variants is read for by their usual names; the others stand in for one of these
  /// where it is absent, or are mapped.
  package static let ofTables: [ColumnRole] = [
    .variant, .chromosome, .position, .effectAllele, .otherAllele, .effectAlleleFrequency, .beta,
    .standardError,
    .pValue, .sampleSize,
  ]
}
