import StudyModel

/// Turns a release into the bytes of its files; the same release gives the same bytes everywhere.
enum ReleaseEncoder {
  static let headerFile = "release.json"
  static let indexFile = "pairs.jsonl"
  static let conclusionsFile = "conclusions.json"

  /// Sorted by path.
  static func files(of release: Release) throws(InputError) -> [(path: String, bytes: [UInt8])] {
    var files = [(path: headerFile, bytes: try document(release.header, headerFile))]
    var index: [UInt8] = []
    for pair in release.pairs {
      let (entry, bytes) = try entry(of: pair, release.header)
      index += JSONLayout.line(try ModelCoding.encode(entry, file: indexFile))
      files.append((entry.file, bytes))
    }
    files.append((indexFile, index))
    files.append((conclusionsFile, try document(release.conclusions, conclusionsFile)))
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The lines of pairs.jsonl.
  static func index(of release: Release) throws(InputError) -> [PairIndexEntry] {
    var entries: [PairIndexEntry] = []
    for pair in release.pairs { entries.append(try entry(of: pair, release.header).entry) }
    return entries
  }

  private static func entry(
    of pair: PairResult,
    _ header: ReleaseHeader
  ) throws(InputError) -> (entry: PairIndexEntry, bytes: [UInt8]) {
    let bytes = try document(pair, PairIndexEntry.file(of: pair.id))
    let method = header.design.settings.primaryMethod
    return (PairIndexEntry(pair, sha256: ContentDigest.sha256(bytes), primaryMethod: method), bytes)
  }

  private static func document(_ value: some Encodable, _ file: String) throws(InputError) -> [UInt8] {
    JSONLayout.document(try ModelCoding.encode(value, file: file))
  }
}
