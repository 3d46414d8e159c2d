import StudyModel

/// A release whose pairs stay on the disk until they are asked for.
package struct OpenRelease: Sendable {
  package let header: ReleaseHeader
  package let conclusions: Conclusions
  /// The lines of pairs.jsonl, in the order of the design.
  package let entries: [PairIndexEntry]
  /// The schema version that the release was written in; what is read of it is of the current one.
  package let writtenVersion: Int
  /// Its folder as the person wrote it, for messages.
  package let name: String
  private let source: Source

  /// Where the pairs are.
  private enum Source: Sendable {
    case memory([PairResult])
    case disk(ReleaseReader, ReleaseOutline)
  }

  init(_ outline: ReleaseOutline, reader: ReleaseReader) {
    header = outline.header
    conclusions = outline.conclusions
    entries = outline.entries
    writtenVersion = outline.writtenVersion
    name = reader.directory
    source = .disk(reader, outline)
  }

  /// A release that is in memory; throws where it holds a number that is not finite.
  package init(_ release: Release) throws(InputError) {
    header = release.header
    conclusions = release.conclusions
    entries = try ReleaseEncoder.index(of: release)
    writtenVersion = ReleaseSchema.currentVersion
    name = release.header.design.id.rawValue
    source = .memory(release.pairs)
  }

  /// The pair of that entry.
  ///
  /// Throws where its file is not the one that was written with the release, or says something else than the rest.
  package func pair(_ offset: Int) throws(InputError) -> PairResult {
    switch source {
    case .memory(let pairs): return pairs[offset]
    case .disk(let reader, let outline):
      return try reader.withFile(entries[offset].file) { bytes throws(InputError) in
        try outline.pair(offset, bytes: bytes)
      }
    }
  }

  /// Throws where the file of that entry is not the one that was written with the release; reads nothing out of it.
  package func check(_ offset: Int) throws(InputError) {
    guard case .disk(let reader, let outline) = source else { return }
    try reader.withFile(entries[offset].file) { bytes throws(InputError) in
      try outline.check(offset, bytes: bytes)
    }
  }
}

/// Everything of a release but its pairs, and how one of them is read.
struct ReleaseOutline: Sendable {
  let header: ReleaseHeader
  let conclusions: Conclusions
  let entries: [PairIndexEntry]
  let writtenVersion: Int
  /// As it stands in the file, of a release that has to be migrated; nil of one of the current version.
  let headerToken: JSONToken?
  let pairCheck: PairCheck

  /// - Parameter bytes: of the entry's file.
  func check(_ offset: Int, bytes: [UInt8]) throws(InputError) {
    let entry = entries[offset]
    guard ContentDigest.sha256(bytes) == entry.sha256 else {
      throw InputError(.changedSinceWritten(entry.file))
    }
  }

  /// - Parameter bytes: of the entry's file.
  func pair(_ offset: Int, bytes: [UInt8]) throws(InputError) -> PairResult {
    let entry = entries[offset]
    try check(offset, bytes: bytes)
    let pair =
      writtenVersion == ReleaseSchema.currentVersion
      ? try ModelCoding.decode(PairResult.self, from: bytes, file: entry.file) : try migrated(entry, bytes)
    let problems = pairCheck.problems(pair, entry, line: offset + 1)
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
