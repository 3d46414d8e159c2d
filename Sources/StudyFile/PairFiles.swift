import StudyModel

/// A table that study.yaml names.
package struct FileReference: Hashable, Sendable {
  /// As study.yaml writes it: absolute, or relative to the folder of study.yaml.
  package var path: String
  package var columns: ColumnMapping

  package init(path: String, columns: ColumnMapping = ColumnMapping()) {
    self.path = path
    self.columns = columns
  }
}

/// The tables that one pair is computed from.
package enum PairFiles: Hashable, Sendable {
  /// The exposure's instruments and their look-up in the outcome; nil for the one that was not supplied.
  case tables(instruments: FileReference?, lookup: FileReference?)
  /// One table that holds both sides.
  case harmonised(FileReference)
  /// Another tool's result tables, which hold many pairs of one direction.
  case results(ResultFiles)
  /// Neither was supplied.
  case none
}

/// The result tables of one direction.
package struct ResultFiles: Hashable, Sendable {
  package var estimates: FileReference
  package var heterogeneity: FileReference?
  package var pleiotropy: FileReference?

  package init(
    estimates: FileReference,
    heterogeneity: FileReference? = nil,
    pleiotropy: FileReference? = nil
  ) {
    self.estimates = estimates
    self.heterogeneity = heterogeneity
    self.pleiotropy = pleiotropy
  }
}
