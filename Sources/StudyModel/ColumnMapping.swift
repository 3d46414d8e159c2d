/// Which column of a table holds what, where the author says so; columns not named here are recognised by their
/// usual names.
package struct ColumnMapping: Hashable, Sendable {
  /// The header's own spelling of each column.
  package var columns: [ColumnRole: String]

  package init(columns: [ColumnRole: String] = [:]) { self.columns = columns }
}

/// What a column of a table of associations can hold; the raw value is the key under `columns:` in study.yaml.
package enum ColumnRole: String, CaseIterable, Hashable, Sendable {
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
}
