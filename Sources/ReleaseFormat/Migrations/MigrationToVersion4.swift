import StudyModel

extension MigrationStep {
  /// Version 3 knew instruments from tables only: neither selection from genome-wide files, clumping and proxies, nor
  /// simulated figures. All of that may be absent in version 4; what version 3 holds keeps its keys and meanings.
  ///
  /// The version was raised because version 4 has stages, reasons, flags and roles that a reader of version 3 does not know.
  static let toVersion4 = MigrationStep(from: 3) { tokens throws(InputError) in
    tokens.header["schema_version"] = .number("4")
  }
}
