import StudyModel

/// Makes a release of its files' bytes and checks that they agree with each other.
struct ReleaseDecoder {
  private let files: [String: [UInt8]]

  /// The files by their paths, no path twice.
  init(files: [(path: String, bytes: [UInt8])]) {
    self.files = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
  }

  /// Throws every problem of the step that failed.
  func release() throws(InputError) -> Release {
    let version = try schemaVersion()
    let header = try document(ReleaseEncoder.headerFile)
    let index = try lines(ReleaseEncoder.indexFile)
    let present = Set(files.keys.filter { $0.hasPrefix("pairs/") })
    try checkFiles(index, present: present, checksumProblem)
    let conclusions = try document(ReleaseEncoder.conclusionsFile)
    let files = index.map { $0["file"]?.text ?? "" }
    guard version < ReleaseSchema.currentVersion else {
      let tokens = ReleaseTokens(header: header, index: index, pairs: [], conclusions: conclusions)
      // One pair's tokens at a time: those of thousands of pairs take many times the room of their text.
      return try Self.model(of: tokens) { offset throws(InputError) in try document(files[offset]) }
    }
    var pairs: [JSONToken] = []
    for file in files { pairs.append(try document(file)) }
    let tokens = ReleaseTokens(header: header, index: index, pairs: pairs, conclusions: conclusions)
    let migrated = try ReleaseSchema.migrate(tokens, from: version)
    return try Self.model(of: migrated) { offset throws(InputError) in migrated.pairs[offset] }
  }

  /// Everything but the pairs' files, of which only the names are known; their content is checked when they are read.
  func outline(pairFiles: [String]) throws(InputError) -> ReleaseOutline {
    let version = try schemaVersion()
    let content = try version == ReleaseSchema.currentVersion ? currentContent() : migratedContent(version)
    let (header, entries, conclusions) = (content.header, content.entries, content.conclusions)
    try checkFiles(entries, present: Set(pairFiles))
    let pairs = entries.map { ($0.id, KnownPair($0, primaryMethod: header.design.settings.primaryMethod)) }
    let problems =
      ReleaseConsistency.orderProblems(header, entries)
      + ConclusionCheck(
        header: header,
        conclusions: conclusions,
        pairs: Dictionary(pairs) { first, _ in first }
      ).problems()
    guard problems.isEmpty else { throw InputError(problems) }
    return ReleaseOutline(
      header: header,
      conclusions: conclusions,
      entries: entries,
      writtenVersion: version,
      headerToken: content.headerToken,
      pairCheck: PairCheck(header)
    )
  }

  private struct Content {
    var header: ReleaseHeader
    var entries: [PairIndexEntry]
    var conclusions: Conclusions
    /// Of a release that has to be migrated, as it stands in the file.
    var headerToken: JSONToken?
  }

  /// Decoded without the detour by tokens, which take many times the room of the text.
  private func currentContent() throws(InputError) -> Content {
    let index = ReleaseEncoder.indexFile
    do throws(InputError) {
      var entries: [PairIndexEntry] = []
      for (offset, line) in try lineBytes(index).enumerated() {
        entries.append(try ModelCoding.decode(PairIndexEntry.self, from: line, file: index, line: offset + 1))
      }
      return Content(
        header: try decode(ReleaseHeader.self, ReleaseEncoder.headerFile),
        entries: entries,
        conclusions: try decode(Conclusions.self, ReleaseEncoder.conclusionsFile)
      )
    } catch {
      // Tokens tell better what is wrong, and in which line.
      return try migratedContent(ReleaseSchema.currentVersion)
    }
  }

  private func decode<Value: Decodable>(_ type: Value.Type, _ file: String) throws(InputError) -> Value {
    try ModelCoding.decode(type, from: try bytes(of: file), file: file)
  }

  private func migratedContent(_ version: Int) throws(InputError) -> Content {
    let tokens = ReleaseTokens(
      header: try document(ReleaseEncoder.headerFile),
      index: try lines(ReleaseEncoder.indexFile),
      pairs: [],
      conclusions: try document(ReleaseEncoder.conclusionsFile)
    )
    let migrated = try ReleaseSchema.migrate(tokens, from: version)
    return Content(
      header: try Self.header(migrated),
      entries: try Self.entries(migrated),
      conclusions: try Self.conclusions(migrated),
      headerToken: tokens.header
    )
  }

  /// The version that release.json states. Throws where this program is too old for it.
  func schemaVersion() throws(InputError) -> Int {
    guard let version = try document(ReleaseEncoder.headerFile)["schema_version"]?.integer else {
      throw InputError(.damaged(ReleaseEncoder.headerFile, "schema_version is missing or not a whole number"))
    }
    guard version <= ReleaseSchema.currentVersion else {
      throw InputError(ReleaseSchema.tooNew(version, ReleaseSchema.currentVersion))
    }
    return version
  }
}

// MARK: Files

extension ReleaseDecoder {
  func document(_ file: String) throws(InputError) -> JSONToken {
    do {
      return try JSONParser.parse(try bytes(of: file))
    } catch let error as JSONSyntaxError {
      throw InputError(.damaged(file, line: error.line, error.summary))
    } catch let error as InputError {
      throw error
    } catch {
      throw InputError(.damaged(file, "\(error)"))
    }
  }

  private func lines(_ file: String) throws(InputError) -> [JSONToken] {
    var tokens: [JSONToken] = []
    for (offset, line) in try lineBytes(file).enumerated() {
      do {
        tokens.append(try JSONParser.parse(line))
      } catch {
        throw InputError(.damaged(file, line: offset + 1, error.summary))
      }
    }
    return tokens
  }

  private func lineBytes(_ file: String) throws(InputError) -> [[UInt8]] {
    let bytes = try bytes(of: file)
    guard bytes.isEmpty || bytes.last == UInt8(ascii: "\n") else {
      let line = bytes.count { $0 == UInt8(ascii: "\n") } + 1
      throw InputError(.damaged(file, line: line, "the last line is cut off"))
    }
    return bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast().map(
      Array.init
    )
  }

  private func bytes(of file: String) throws(InputError) -> [UInt8] {
    guard let bytes = files[file] else {
      throw InputError(.damaged(file, "is missing from the release"))
    }
    return bytes
  }

  /// Holds what pairs.jsonl lists against the files that are there. `id`, `file` and `sha256` keep their
  /// meaning in every schema version.
  ///
  /// `content` tells what is wrong with a file that is there.
  private func checkFiles(
    _ index: [JSONToken],
    present: Set<String>,
    _ content: (_ file: String, _ sha256: String?) -> InputProblem?
  ) throws(InputError) {
    var problems: [InputProblem] = []
    var listed: Set<String> = []
    for (offset, line) in index.enumerated() {
      guard let id = line["id"]?.text.flatMap(PairID.init), let file = line["file"]?.text,
        file == PairIndexEntry.file(of: id), listed.insert(file).inserted
      else {
        let summary = "id and file do not name one pair that stands on no other line"
        problems.append(.damaged(ReleaseEncoder.indexFile, line: offset + 1, summary))
        continue
      }
      if !present.contains(file) {
        problems.append(.damaged(file, "is listed in pairs.jsonl and missing from the release"))
      } else if let problem = content(file, line["sha256"]?.text) {
        problems.append(problem)
      }
    }
    for file in present.sorted() where !listed.contains(file) {
      problems.append(.stranger(file, "is not listed in pairs.jsonl"))
    }
    guard problems.isEmpty else { throw InputError(problems) }
  }

  /// The same of lines that were decoded, of files of which only the names are known.
  private func checkFiles(_ entries: [PairIndexEntry], present: Set<String>) throws(InputError) {
    let lines = entries.map { entry in
      JSONToken.object([
        JSONMember(key: "id", value: .string(entry.id.rawValue)),
        JSONMember(key: "file", value: .string(entry.file)),
      ])
    }
    try checkFiles(lines, present: present) { _, _ in nil }
  }

  private func checksumProblem(_ file: String, _ sha256: String?) -> InputProblem? {
    guard let bytes = files[file], ContentDigest.sha256(bytes) != sha256 else { return nil }
    return .changedSinceWritten(file)
  }
}

// MARK: Model

extension ReleaseDecoder {
  /// `pair` gives the tokens of the pair that stands at that place of the index.
  private static func model(
    of tokens: ReleaseTokens,
    pair: (Int) throws(InputError) -> JSONToken
  ) throws(InputError) -> Release {
    let header = try header(tokens)
    let entries = try entries(tokens)
    var pairs: [PairResult] = []
    for (offset, entry) in entries.enumerated() {
      pairs.append(try ModelCoding.decode(PairResult.self, from: try pair(offset), file: entry.file))
    }
    let conclusions = try conclusions(tokens)
    let release = Release(header: header, pairs: pairs, conclusions: conclusions)
    let problems = ReleaseConsistency(release: release, entries: entries).problems()
    guard problems.isEmpty else { throw InputError(problems) }
    return release
  }

  private static func header(_ tokens: ReleaseTokens) throws(InputError) -> ReleaseHeader {
    try ModelCoding.decode(ReleaseHeader.self, from: tokens.header, file: ReleaseEncoder.headerFile)
  }

  private static func entries(_ tokens: ReleaseTokens) throws(InputError) -> [PairIndexEntry] {
    let file = ReleaseEncoder.indexFile
    var entries: [PairIndexEntry] = []
    for (offset, token) in tokens.index.enumerated() {
      entries.append(try ModelCoding.decode(PairIndexEntry.self, from: token, file: file, line: offset + 1))
    }
    return entries
  }

  private static func conclusions(_ tokens: ReleaseTokens) throws(InputError) -> Conclusions {
    try ModelCoding.decode(Conclusions.self, from: tokens.conclusions, file: ReleaseEncoder.conclusionsFile)
  }
}
