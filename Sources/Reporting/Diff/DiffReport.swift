import MarkdownRendering
import ReleaseDiff
import StudyModel

/// The comparison of two releases as files: for programs, for a pull request, for a spreadsheet and for CI.
package struct DiffReport {
  private let changes: ReleaseChanges
  private let templates: TemplateLibrary

  package init(changes: ReleaseChanges, templates: TemplateLibrary) {
    self.changes = changes
    self.templates = templates
  }

  /// The names of all files that a comparison may have.
  package static let fileNames = ["changes.tsv", "diff.json", "diff.md", "junit.xml"]

  /// The bytes of every file, by their names and in their order.
  ///
  /// - Throws: where a template or a word is missing.
  package func files() throws -> [(name: String, bytes: [UInt8])] {
    let model = try model()
    return [
      ("changes.tsv", Array(ChangesTable(changes: changes.changes).text.utf8)),
      ("diff.json", try changes.encoded()),
      ("diff.md", Array(try templates.render("diff/diff.md", model).utf8)),
      ("junit.xml", Array(try templates.render("diff/junit.xml", model).utf8)),
    ]
  }

  /// A few lines for a terminal.
  package func summary() throws -> String { try templates.render("diff/summary.txt", try model()) }

  /// What the templates are given, so that the two can be held against each other.
  package func model() throws -> TemplateValue {
    guard let bytes = templates.asset("words.tsv") else { throw ReportingError.missingAsset("words.tsv") }
    let words = try Wordbook(tsv: String(decoding: bytes, as: UTF8.self))
    return try DiffModel(changes: changes, words: words).value()
  }
}
