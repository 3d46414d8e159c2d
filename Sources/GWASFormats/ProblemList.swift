import StudyModel

/// Gathers what is wrong with one file and stops listing, though not counting, after twenty.
package struct ProblemList {
  /// Problems that are listed.
  package static let limit = 20

  let file: String
  private var problems: [InputProblem] = []
  private var unlisted = 0

  /// `file` is the path as the person wrote it.
  package init(file: String) { self.file = file }

  /// Whether nothing was found.
  package var isEmpty: Bool { problems.isEmpty }

  /// Whether further problems are counted only.
  package var isFull: Bool { problems.count >= Self.limit }

  /// Adds a problem of the file; `line` is counted from 1.
  package mutating func add(line: Int? = nil, _ summary: String, remedy: String? = nil) {
    add(InputProblem(file: file, line: line, summary: summary, remedy: remedy))
  }

  /// Adds a problem that may name another file.
  package mutating func add(_ problem: InputProblem) {
    if problems.count < Self.limit { problems.append(problem) } else { unlisted += 1 }
  }

  /// What was found, and how many more there are.
  package var listed: [InputProblem] {
    guard unlisted > 0 else { return problems }
    let noun = unlisted == 1 ? "problem" : "problems"
    return problems + [InputProblem(file: file, summary: "\(unlisted) more \(noun) in this file, not listed")]
  }

  /// Throws where anything was found.
  package func check() throws(InputError) {
    guard problems.isEmpty else { throw InputError(listed) }
  }
}
