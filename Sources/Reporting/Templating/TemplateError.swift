/// A template that cannot be used: what, where.
package struct TemplateError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path below the templates folder.
  package var file: String
  /// One-based; nil where the whole file is meant.
  package var line: Int?
  package var summary: String

  package init(file: String, line: Int? = nil, summary: String) {
    self.file = file
    self.line = line
    self.summary = summary
  }

  package var description: String { "template \(file)\(line.map { ":\($0)" } ?? ""): \(summary)" }
}
