import Foundation
import GWASFormats
import ParallelWork
import ReleaseFormat
import StudyModel

/// Reads genome-wide files, or takes what an earlier reading of the same content under the same settings found.
///
/// An entry is named by the checksum of the file's decompressed content, of everything that is asked of it and of the
/// program itself, and holds its own checksum: one that is damaged, or of another content, is never taken. Which content
/// a file has is known without reading it only where nothing about the file has changed since it was read.
package struct ScanCache: Sendable {
  private let store: CacheFolder?
  /// Files as they were when they were read first, by their path.
  private let seen = SeenFiles()

  /// Whether a file is decompressed on a thread of its own, and a bgzip file on so many more.
  private static let threads = 1

  /// - Parameter directory: where entries are kept; nil keeps none.
  package init(directory: String? = nil) { store = directory.map(CacheFolder.init) }

  /// Where a person's entries are kept, as the XDG base directories have it; nil where there is no home.
  package static var usualDirectory: String? {
    let environment = ProcessInfo.processInfo.environment
    if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") { return cache + "/mrreport" }
    return environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.cache/mrreport" : nil }
  }

  /// - Throws: as `GWASFile.scan` does, and where the file changes meanwhile.
  func scan(
    _ file: FileToScan,
    _ settings: SelectionSettings,
    progress: ReadingProgress.File
  ) throws(InputError) -> GenomeWideScan {
    let request = ScanRequest(file, settings, wanted: nil)
    let start = Date()
    let identity = FileIdentity(file.location)
    if let identity { seen.note(identity, of: file.location) }
    if let identity, let content = store?.content(of: identity),
      let known = store?.entry(StoredScan.self, request.key(content: content))
    {
      return known.scan
    }
    let digest = SharedDigest()
    let query = GWASQuery(
      pThreshold: file.pThreshold,
      unusableShare: settings.unusableShare,
      format: file.file.format
    )
    let read = try read(file, query, digest: digest, progress)
    try checkUnchanged(file)
    try BuildCheck.check(file, read)
    let scan = GenomeWideScan(read, sha256: digest.finish(), build: file.file.build)
    if let identity { store?.note(content: scan.sha256, of: identity, seenAt: start) }
    store?.put(StoredScan(scan), request.key(content: scan.sha256))
    return scan
  }

  /// - Parameter sha256: of the content as it was read first.
  /// - Throws: as `GWASFile.scan` does, and where the file has changed since or changes meanwhile.
  func lookUp(
    _ plan: OutcomeLookup,
    panelIsOfBuild: Bool,
    in file: FileToScan,
    _ settings: SelectionSettings,
    sha256: String,
    progress: ReadingProgress.File
  ) throws(InputError) -> LookedUp {
    let index = try plan.placesAreKnown(panelIsOfBuild: panelIsOfBuild) ? UsedIndex(besides: file) : nil
    let request = ScanRequest(
      file,
      settings,
      wanted: [index?.sha256 ?? ""] + plan.description(panelIsOfBuild: panelIsOfBuild)
    )
    try checkUnchanged(file)
    if let known = store?.entry(StoredRows.self, request.key(content: sha256)) {
      return LookedUp(rows: known.rows, index: known.isByIndex ? index : nil)
    }
    let query = GWASQuery(
      wanted: plan.wanted(panelIsOfBuild: panelIsOfBuild),
      unusableShare: settings.unusableShare,
      format: file.file.format
    )
    if let index {
      let found = try GWASFile(
        path: file.location,
        displayName: file.file.file.path,
        mapping: file.file.file.columns
      )
      .lookUp(query, places: plan.places, index: index.location)
      .map { FoundRow(number: $0.variant, row: $0.row) }
      try checkUnchanged(file)
      // A name may stand elsewhere: what no place holds is looked for in the whole file.
      if plan.isComplete(found) {
        store?.put(StoredRows(found, isByIndex: true), request.key(content: sha256))
        return LookedUp(rows: found, index: index)
      }
    }
    let scan = try read(file, query, digest: nil, progress)
    try checkUnchanged(file)
    let found = scan.found.map { FoundRow(number: $0.variant, row: $0.row) }
    store?.put(StoredRows(found, isByIndex: false), request.key(content: sha256))
    return LookedUp(rows: found, index: nil)
  }

  private func read(
    _ file: FileToScan,
    _ query: GWASQuery,
    digest: SharedDigest?,
    _ progress: ReadingProgress.File
  ) throws(InputError) -> GWASScan {
    let name = file.file.file.path
    return try GWASFile(path: file.location, displayName: name, mapping: file.file.file.columns).scan(
      query,
      threads: Self.threads,
      onContent: { digest?.update($0) },
      onProgress: { progress.position($0.position) },
      onRows: { progress.rows($0) }
    )
  }

  private func checkUnchanged(_ file: FileToScan) throws(InputError) {
    guard seen.isUnchanged(file.location) else {
      throw InputError(
        InputProblem(
          file: file.file.file.path,
          summary: "the file has changed while the study was read",
          remedy: "wait until whatever writes it is done, and run again"
        )
      )
    }
  }
}

/// Files as they were when they were first looked at.
private final class SeenFiles: Sendable {
  private let identities = Locked<[String: FileIdentity]>([:])

  func note(_ identity: FileIdentity, of path: String) { identities.withLock { $0[path] = identity } }

  func isUnchanged(_ path: String) -> Bool {
    guard let first = identities.withLock({ $0[path] }) else { return true }
    return FileIdentity(path) == first
  }
}

/// Everything that the answer to a question depends on besides the file's content.
private struct ScanRequest {
  private let parts: [String]

  /// Raised when an entry's meaning changes.
  private static let version = 1

  /// The size and the time of the program: another build may read files otherwise.
  private static let program: String = {
    let path = Bundle.main.executablePath ?? "/proc/self/exe"
    return FileIdentity(path).map { "\($0.size) \($0.modified)" } ?? ""
  }()

  init(_ file: FileToScan, _ settings: SelectionSettings, wanted: [String]?) {
    let columns = file.file.file.columns.columns.map { "\($0.rawValue)=\($1)" }.sorted()
    // GWAS-SSF tells of the file in another one beside it.
    let metadata = FileManager.default.contents(atPath: file.location + "-meta.yaml")
    parts =
      [
        "\(Self.version)", ToolVersion.current, Self.program, file.file.format?.rawValue ?? "",
        file.file.build ?? "", "\(settings.unusableShare)", file.pThreshold.map { "\($0)" } ?? "",
        metadata.map { ContentDigest.sha256([UInt8]($0)) } ?? "", "\(columns.count)",
      ] + columns + (wanted ?? ["candidates"])
  }

  func key(content: String) -> String {
    ContentDigest.sha256(Array(([content] + parts).joined(separator: "\u{0}").utf8))
  }
}

/// A scan with every p to the last bit, which a p-value's own coding does not keep.
private struct StoredScan: Codable {
  private let content: GenomeWideScan
  private let pValues: [StoredP]

  init(_ scan: GenomeWideScan) {
    content = scan
    pValues = scan.candidates.map(StoredP.init)
  }

  var scan: GenomeWideScan {
    var scan = content
    for (index, p) in zip(scan.candidates.indices, pValues) { p.restore(&scan.candidates[index]) }
    return scan
  }
}

private struct StoredRows: Codable {
  let isByIndex: Bool
  private let content: [FoundRow]
  private let pValues: [StoredP]

  init(_ rows: [FoundRow], isByIndex: Bool) {
    self.isByIndex = isByIndex
    content = rows
    pValues = rows.map { StoredP($0.row) }
  }

  var rows: [FoundRow] {
    zip(content, pValues).map { row, p in
      var row = row
      p.restore(&row.row)
      return row
    }
  }
}

private struct StoredP: Codable {
  private let value: UInt64?
  private let negativeLog10: UInt64?

  init(_ row: VariantAssociation) {
    value = row.effect?.pValue?.value.bitPattern
    negativeLog10 = row.effect?.pValue?.negativeLog10.bitPattern
  }

  func restore(_ row: inout VariantAssociation) {
    guard let value, let negativeLog10 else { return }
    row.effect?.pValue = PValue(
      negativeLog10: Double(bitPattern: negativeLog10),
      value: Double(bitPattern: value)
    )
  }
}
