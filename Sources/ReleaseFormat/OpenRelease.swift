import StudyModel

/// A release whose pairs stay on the disk until they are asked for.
package struct OpenRelease: Sendable {
  package let header: ReleaseHeader
  package let conclusions: Conclusions
  /// The lines of pairs.jsonl, in the order of the design.
  package let entries: [PairIndexEntry]
  /// The schema version that the release was written in; what is read of it is of the current one.
  package let writtenVersion: Int
  private let load: @Sendable (Int) throws(InputError) -> PairResult

  init(_ outline: ReleaseOutline, load: @escaping @Sendable (Int) throws(InputError) -> PairResult) {
    header = outline.header
    conclusions = outline.conclusions
    entries = outline.entries
    writtenVersion = outline.writtenVersion
    self.load = load
  }

  /// A release that is in memory; throws where it holds a number that is not finite.
  package init(_ release: Release) throws(InputError) {
    header = release.header
    conclusions = release.conclusions
    entries = try ReleaseEncoder.index(of: release)
    writtenVersion = ReleaseSchema.currentVersion
    load = { release.pairs[$0] }
  }

  /// The pair of that entry.
  ///
  /// Throws where its file is not the one that was written with the release, or says something else than the rest.
  package func pair(_ offset: Int) throws(InputError) -> PairResult { try load(offset) }
}

/// Everything of a release but its pairs, and how one of them is read.
struct ReleaseOutline: Sendable {
  let header: ReleaseHeader
  let conclusions: Conclusions
  let entries: [PairIndexEntry]
  let writtenVersion: Int
  /// As it stands in the file, of a release that has to be migrated; nil of one of the current version.
  let headerToken: JSONToken?
  let check: PairCheck

  /// - Parameter bytes: of the entry's file.
  func pair(_ offset: Int, bytes: [UInt8]) throws(InputError) -> PairResult {
    let entry = entries[offset]
    guard ContentDigest.sha256(bytes) == entry.sha256 else {
      throw InputError(.changedSinceWritten(entry.file))
    }
    let pair =
      writtenVersion == ReleaseSchema.currentVersion
      ? try ModelCoding.decode(PairResult.self, from: bytes, file: entry.file) : try migrated(entry, bytes)
    let problems = check.problems(pair, entry, line: offset + 1)
    guard problems.isEmpty else { throw InputError(problems) }
    return pair
  }

  private func migrated(_ entry: PairIndexEntry, _ bytes: [UInt8]) throws(InputError) -> PairResult {
    let migrating = ReleaseTokens(
      header: headerToken ?? .null,
      index: [],
      pairs: [try ReleaseDecoder(files: [(entry.file, bytes)]).document(entry.file)],
      conclusions: .null
    )
    let migrated = try ReleaseSchema.migrate(migrating, from: writtenVersion)
    return try ModelCoding.decode(PairResult.self, from: migrated.pairs[0], file: entry.file)
  }
}
