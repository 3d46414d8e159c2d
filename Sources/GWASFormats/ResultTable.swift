import StudyModel

/// One row of another tool's result table: what it says, and of which exposure and outcome.
package struct ResultRow<Value: Hashable & Sendable>: Hashable, Sendable {
  /// As the row writes it.
  package var exposure: String
  /// As the row writes it.
  package var outcome: String
  package var value: Value
}

/// The rows of TwoSampleMR's `mr()`, `mr_heterogeneity()` or `mr_pleiotropy_test()`.
package struct ResultTable<Value: Hashable & Sendable>: Sendable {
  package var rows: [ResultRow<Value>]
  /// Data rows of the file, those without any number among them.
  package var rowCount: Int
  /// Rows that a release holds nothing of: heterogeneity tests of other methods than IVW and MR-Egger.
  package var unusedRowCount = 0
  /// `twosamplemr_estimates`, `twosamplemr_heterogeneity` or `twosamplemr_pleiotropy`.
  package var layout: String
}
