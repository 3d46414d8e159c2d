import StudyModel

/// Gathers what is wrong with one file and stops listing, though not counting, after twenty.
struct ProblemList {
  static let limit = 20

  let file: String
  private var problems: [InputProblem] = []
  private var unlisted = 0

  init(file: String) { self.file = file }

  var isEmpty: Bool { problems.isEmpty }

  mutating func add(line: Int? = nil, _ summary: String, remedy: String? = nil) {
    add(InputProblem(file: file, line: line, summary: summary, remedy: remedy))
  }

  mutating func add(_ problem: InputProblem) {
    if problems.count < Self.limit { problems.append(problem) } else { unlisted += 1 }
  }

  /// Throws where anything was found.
  func check() throws(InputError) {
    guard !problems.isEmpty else { return }
    guard unlisted > 0 else { throw InputError(problems) }
    let noun = unlisted == 1 ? "problem" : "problems"
    throw InputError(
      problems + [InputProblem(file: file, summary: "\(unlisted) more \(noun) in this file, not listed")]
    )
  }
}
