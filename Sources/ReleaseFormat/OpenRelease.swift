import ParallelWork
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

  /// Reads every pair, holds conclusions.json against them all, and keeps what is to be kept of each, in the order of
  /// the entries. Reads side by side on every core. A release in memory is taken as it is.
  ///
  /// Throws the problems of every pair; where there are none, those of conclusions.json.
  package func survey<Kept: Sendable>(
    _ keep: @escaping @Sendable (PairResult) -> Kept
  ) throws(InputError) -> [Kept] {
    let read = try SideBySide.map(Array(entries.indices)) { _, offset throws(InputError) in
      let pair = try pair(offset)
      return (kept: keep(pair), known: KnownPair(pair))
    }
    if case .disk(let reader, _) = source {
      let check = ConclusionCheck(
        header: header,
        conclusions: conclusions,
        pairs: Dictionary(read.map { ($0.known.id, $0.known) }) { first, _ in first }
      )
      let problems = check.problems().map(reader.located)
      guard problems.isEmpty else { throw InputError(problems) }
    }
    return read.map(\.kept)
  }

  /// The release's own files, relative to it, sorted.
  package var filePaths: [String] {
    let others = [ReleaseEncoder.headerFile, ReleaseEncoder.indexFile, ReleaseEncoder.conclusionsFile]
    return (others + entries.map(\.file)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Hands on every file of the release, sorted by path, one at a time: as it stands on the disk, or as it would be
  /// written there.
  ///
  /// Throws where a file cannot be read, and what `body` throws.
  package func eachFile(_ body: (_ path: String, _ bytes: [UInt8]) throws -> Void) throws {
    switch source {
    case .memory(let pairs):
      let release = Release(header: header, pairs: pairs, conclusions: conclusions)
      for file in try ReleaseEncoder.files(of: release) { try body(file.path, file.bytes) }
    case .disk(let reader, _):
      for path in filePaths {
        try body(path, try reader.withFile(path) { bytes throws(InputError) in bytes })
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
