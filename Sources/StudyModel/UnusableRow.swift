/// Why a row of a genome-wide file cannot be used.
package enum UnusableRowReason: String, CaseIterable, Codable, Hashable, Sendable {
  /// More or fewer fields than the header has.
  case fieldCount = "field_count"
  /// A name that is no UTF-8 text, where the row would be used.
  case notText = "not_text"
  /// Neither a name nor chromosome and position.
  case variantMissing = "variant_missing"
  case positionInvalid = "position_invalid"
  case effectAlleleMissing = "effect_allele_missing"
  /// Something else than bases or I and D, such as `<DEL>`.
  case alleleInvalid = "allele_invalid"
  /// No β, nor anything to compute it from.
  case effectMissing = "effect_missing"
  case effectInvalid = "effect_invalid"
  /// No standard error, nor anything to compute it from.
  case standardErrorMissing = "standard_error_missing"
  case standardErrorInvalid = "standard_error_invalid"
  /// p is not a number from 0 to 1.
  case pInvalid = "p_invalid"
  case frequencyInvalid = "frequency_invalid"
  case sampleSizeInvalid = "sample_size_invalid"
  /// The source's own FILTER says not to use it.
  case filteredBySource = "filtered_by_source"
}

/// The rows of one file that cannot be used for one reason.
package struct UnusableRows: Codable, Hashable, Sendable {
  package var reason: UnusableRowReason
  package var count: Int
  /// The first few, in order.
  package var examples: [Example]

  package init(reason: UnusableRowReason, count: Int, examples: [Example]) {
    self.reason = reason
    self.count = count
    self.examples = examples
  }

  /// A row and where it stands.
  package struct Example: Codable, Hashable, Sendable {
    /// One-based line of the file.
    package var line: Int
    /// Its beginning.
    package var text: String

    package init(line: Int, text: String) {
      self.line = line
      self.text = text
    }
  }
}
