import StudyModel

extension MigrationStep {
  /// Version 2 knew neither appraisals nor the further sensitivity analyses, and its families only Bonferroni's and
  /// Benjamini & Hochberg's adjustment. All of that may be absent in version 3 and then says that it was not run; what
  /// version 2 holds keeps its keys and meanings.
  ///
  /// The version was raised because version 3 has methods and reasons that a reader of version 2 does not know.
  static let toVersion3 = MigrationStep(from: 2) { tokens throws(InputError) in
    tokens.header["schema_version"] = .number("3")
  }
}
