import Foundation
import MarkdownRendering
import ReleaseDiff
import StudyModel

/// The comparison of two releases as files: for programs, for a pull request, for a spreadsheet and for CI.
package struct DiffReport {
  private let templates: TemplateLibrary

  package init(templates: TemplateLibrary) { self.templates = templates }

  /// The names of all files that a comparison may have.
  package static let fileNames = ["changes.tsv", "diff.json", "diff.md", "junit.xml"]

  /// Writes the files into the folder as the changes are found, so that they never lie in memory as a whole.
  ///
  /// - Parameter history: of more than two releases.
  /// - Returns: everything but the changes, and what texts show of them.
  /// - Throws: where a pair's file cannot be read, a template or a word is missing, or the disk refuses.
  package func write(
    _ comparison: ReleaseComparison,
    history: History? = nil,
    to folder: String
  ) throws -> (value: ReleaseChanges, digest: ChangeDigest) {
    let table = try GrowingFile("\(folder)/changes.tsv")
    let json = try GrowingFile("\(folder)/diff.json")
    table.append(Array(ChangesTable.beginning.utf8))
    json.append(ChangesDocument.beginning)
    var document = ChangesDocument()
    var digest = ChangeDigest()
    var value = try comparison.forEachChange { pair, changes throws(InputError) in
      digest.take(pair, changes)
      table.append(Array(ChangesTable.lines(changes).utf8))
      json.append(try document.lines(changes))
    }
    value.history = history
    json.append(try document.ending(value))
    try table.close()
    try json.close()
    for (name, bytes) in try texts(value, digest) {
      try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    return (value, digest)
  }

  /// The bytes of every file of a comparison that is in memory, by their names and in their order.
  ///
  /// - Throws: where a template or a word is missing.
  package func files(_ value: ReleaseChanges) throws -> [(name: String, bytes: [UInt8])] {
    let table = ChangesTable.beginning + ChangesTable.lines(value.changes)
    return [("changes.tsv", Array(table.utf8)), ("diff.json", try value.encoded())]
      + (try texts(value, ChangeDigest(value)))
  }

  /// A few lines for a terminal.
  package func summary(_ value: ReleaseChanges, _ digest: ChangeDigest) throws -> String {
    try templates.render("diff/summary.txt", try model(value, digest))
  }

  /// What the templates are given, so that the two can be held against each other.
  package func model(_ value: ReleaseChanges, _ digest: ChangeDigest) throws -> TemplateValue {
    guard let bytes = templates.asset("words.tsv") else { throw ReportingError.missingAsset("words.tsv") }
    let words = try Wordbook(tsv: String(decoding: bytes, as: UTF8.self))
    return try DiffModel(changes: value, digest: digest, words: words).value()
  }

  private func texts(_ value: ReleaseChanges, _ digest: ChangeDigest) throws -> [(
    name: String, bytes: [UInt8]
  )] {
    let model = try model(value, digest)
    return try ["diff.md", "junit.xml"].map { ($0, Array(try templates.render("diff/\($0)", model).utf8)) }
  }
}

/// A file that is written bit by bit; what the disk refuses is told when it is closed.
private final class GrowingFile {
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var refusal: (any Error)?

  private static let bufferSize = 1 << 20

  init(_ path: String) throws {
    let file = URL(fileURLWithPath: path)
    try Data().write(to: file)
    handle = try FileHandle(forWritingTo: file)
  }

  func append(_ bytes: [UInt8]) {
    buffer += bytes
    if buffer.count >= Self.bufferSize { flush() }
  }

  /// - Throws: the first thing that the disk refused.
  func close() throws {
    flush()
    if let refusal { throw refusal }
    try handle.close()
  }

  private func flush() {
    guard refusal == nil else { return }
    do { try handle.write(contentsOf: buffer) } catch { refusal = error }
    buffer.removeAll(keepingCapacity: true)
  }
}
