import StudyModel

/// The version of the release's layout, and the way from older versions to this one.
///
/// Raise `currentVersion` when a release written before could no longer be read as it stands: a key renamed,
/// removed, required anew, or given another meaning or unit; or when an older program would take a new code (of a
/// method, of a reason) for damage. A new optional key needs no new version. With the new version goes one step in `steps` (from the version before it to the new one), a test that reads a
/// stored release of the old version, and the schemas of the new version in schemas/.
package enum ReleaseSchema {
  /// Written into every release as `schema_version`.
  package static let currentVersion = 4

  /// Each step brings a release one version on; the steps of a release run in a row (v1 → v2 → v3 → v4).
  package static let steps: [MigrationStep] = [.toVersion2, .toVersion3, .toVersion4]

  /// Brings a release to the current version; `from` is the version it was written in.
  ///
  /// `current` and `steps` are arguments so that tests can run a chain that the program does not have yet.
  /// Throws where the version is newer than `current`, below 1, or a step is missing.
  package static func migrate(
    _ tokens: ReleaseTokens,
    from version: Int,
    to current: Int = currentVersion,
    by steps: [MigrationStep] = steps
  ) throws(InputError) -> ReleaseTokens {
    guard version <= current else { throw InputError(tooNew(version, current)) }
    guard version >= 1 else { throw InputError(tooOld(version)) }
    var tokens = tokens
    for reached in version..<current {
      guard let step = steps.first(where: { $0.from == reached }) else { throw InputError(tooOld(reached)) }
      try step.apply(&tokens)
    }
    return tokens
  }

  static func tooNew(_ version: Int, _ current: Int) -> InputProblem {
    InputProblem(
      file: ReleaseEncoder.headerFile,
      summary: "the release has schema version \(version), and this mrreport knows versions up to \(current)",
      remedy: "update mrreport"
    )
  }

  private static func tooOld(_ version: Int) -> InputProblem {
    .damaged(ReleaseEncoder.headerFile, "no release has schema version \(version)")
  }
}

/// The way from one schema version to the next.
package struct MigrationStep: Sendable {
  /// The version that the step takes; it gives the next.
  package var from: Int
  package var apply: @Sendable (inout ReleaseTokens) throws(InputError) -> Void

  package init(from: Int, apply: @escaping @Sendable (inout ReleaseTokens) throws(InputError) -> Void) {
    self.from = from
    self.apply = apply
  }
}

/// A release's files as tokens, before they become the model.
package struct ReleaseTokens: Hashable, Sendable {
  package var header: JSONToken
  /// The lines of pairs.jsonl, in order.
  package var index: [JSONToken]
  /// The pairs' files, in the order of `index`.
  package var pairs: [JSONToken]
  package var conclusions: JSONToken

  package init(header: JSONToken, index: [JSONToken], pairs: [JSONToken], conclusions: JSONToken) {
    self.header = header
    self.index = index
    self.pairs = pairs
    self.conclusions = conclusions
  }
}
