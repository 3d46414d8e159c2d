import StudyModel

/// The rows of one study's file.
package struct AssociationTable: Sendable {
  package var rows: [VariantAssociation]
  /// Data rows of the file.
  package var rowCount: Int
  /// `generic`, or `twosamplemr_exposure` and `twosamplemr_outcome` for TwoSampleMR's own column names.
  package var layout: String

  package init(rows: [VariantAssociation], rowCount: Int, layout: String) {
    self.rows = rows
    self.rowCount = rowCount
    self.layout = layout
  }
}
