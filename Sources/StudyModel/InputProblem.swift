/// One thing wrong with what a person gave us: what, where, and what to do about it.
package struct InputProblem: Hashable, Sendable, CustomStringConvertible {
  /// The path as the person wrote it.
  package var file: String
  /// One-based; nil where the whole file is meant.
  package var line: Int?
  /// One-based; nil where the whole line is meant.
  package var column: Int?
  /// What is wrong, without a full stop ("standard error −0.02 is not above 0").
  package var summary: String
  /// What to do, without a full stop ("correct the row or write NA"); nil where the summary says it.
  package var remedy: String?

  package init(file: String, line: Int? = nil, column: Int? = nil, summary: String, remedy: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.summary = summary
    self.remedy = remedy
  }

  /// `file:line:column: summary; remedy`, the form that editors can jump to.
  package var description: String {
    let place = [file, line.map(String.init), column.map(String.init)].compactMap { $0 }.joined(
      separator: ":"
    )
    return "\(place): \(summary)" + (remedy.map { "; \($0)" } ?? "")
  }
}

/// Input that cannot be used; holds every problem that was found, so that one run shows them all.
package struct InputError: Error, Hashable, Sendable, CustomStringConvertible {
  package var problems: [InputProblem]

  package init(_ problems: [InputProblem]) { self.problems = problems }

  package init(_ problem: InputProblem) { problems = [problem] }

  package var description: String { problems.map(\.description).joined(separator: "\n") }
}
