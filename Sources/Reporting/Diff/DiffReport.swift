import Foundation
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
  ) throws -> WrittenComparison {
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
    return WrittenComparison(value: value, digest: digest, folder: folder)
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
    try DiffModel(changes: value, digest: digest, words: .of(templates)).value()
  }

  private func texts(_ value: ReleaseChanges, _ digest: ChangeDigest) throws -> [(
    name: String, bytes: [UInt8]
  )] {
    let model = try model(value, digest)
    return try ["diff.md", "junit.xml"].map { ($0, Array(try templates.render("diff/\($0)", model).utf8)) }
  }
}

/// A comparison whose files lie in a folder.
package struct WrittenComparison: Sendable {
  /// Everything but the changes, which the files hold.
  package let value: ReleaseChanges
  /// What texts and pages show of the changes.
  package let digest: ChangeDigest
  private let folder: String

  init(value: ReleaseChanges, digest: ChangeDigest, folder: String) {
    (self.value, self.digest, self.folder) = (value, digest, folder)
  }

  /// The files one after the other, by their names; throws where one cannot be read.
  package func forEachFile(_ body: (_ name: String, _ bytes: [UInt8]) throws -> Void) throws {
    for name in DiffReport.fileNames {
      try body(name, Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))))
    }
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
