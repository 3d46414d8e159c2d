import StudyModel

/// The rows of a table that already brings both effects to one allele.
package struct HarmonisedTable: Sendable {
  package var rows: [SuppliedHarmonisedRow]
  /// Data rows of the file.
  package var rowCount: Int
  /// `harmonised_short` or `twosamplemr_harmonised`.
  package var layout: String

  package init(rows: [SuppliedHarmonisedRow], rowCount: Int, layout: String) {
    self.rows = rows
    self.rowCount = rowCount
    self.layout = layout
  }
}
