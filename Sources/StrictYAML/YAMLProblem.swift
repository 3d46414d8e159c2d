/// One thing wrong with a YAML file: where, what, and what to do about it.
package struct YAMLProblem: Hashable, Sendable, Error {
  package var position: YAMLPosition
  /// What is wrong, without a full stop.
  package var summary: String
  /// What to do, without a full stop; nil where the summary says it.
  package var remedy: String?

  package init(_ position: YAMLPosition, _ summary: String, remedy: String? = nil) {
    self.position = position
    self.summary = summary
    self.remedy = remedy
  }
}

/// Everything that is wrong with one file, in the order of its lines.
package struct YAMLProblems: Error, Hashable, Sendable {
  package var problems: [YAMLProblem]

  /// Problems at one place stay in the order given.
  package init(_ problems: [YAMLProblem]) {
    let ranked = problems.enumerated().sorted {
      ($0.element.position, $0.offset) < ($1.element.position, $1.offset)
    }
    self.problems = ranked.map(\.element)
  }
}

/// A place in a file, both one-based; columns count Unicode scalars.
package struct YAMLPosition: Hashable, Sendable, Comparable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The first character of the file.
  package static let start = YAMLPosition(line: 1, column: 1)

  package static func < (left: YAMLPosition, right: YAMLPosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
