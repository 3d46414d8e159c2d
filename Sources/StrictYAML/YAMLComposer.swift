import Yams

/// Text to a tree of nodes with their places; what Yams throws becomes problems with a line and a remedy.
struct YAMLComposer {
  /// What was wrong without keeping the tree from being made: keys that appear twice.
  private(set) var problems: [YAMLProblem] = []

  /// The root of the only document; nil for a file that holds none.
  mutating func compose(_ text: String) throws(YAMLProblems) -> Node? {
    var text = text
    // Yams stops at the first mapping with a repeated key. Each repetition is noted and masked, and the text
    // read again, so that one run finds everything; there are no more repetitions than lines times commas.
    while true {
      do {
        return try Yams.compose(yaml: text)
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let first = YAMLPosition(context.mark)
        var mask = DuplicateKeyMask(text: text, first: first)
        guard let second = mask.maskNextOccurrence() else {
          let summary = "key \(keys.map { "'\($0)'" }.joined(separator: ", ")) appears more than once"
          throw YAMLProblems(problems + [YAMLProblem(first, summary, remedy: "keep one")])
        }
        problems.append(.duplicateKey(mask.name, at: second, first: first))
        text = mask.text
      } catch {
        throw YAMLProblems(problems + [Self.problem(error, text: text)])
      }
    }
  }

  private static func problem(_ error: any Error, text: String) -> YAMLProblem {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _):
      let position = YAMLPosition(mark)
      return YAMLProblem(position, "not valid YAML: \(problem)", remedy: remedy(at: position, text: text))
    case YamlError.composer(_, let problem, let mark, _):
      return YAMLProblem(YAMLPosition(mark), "not valid YAML: \(problem)")
    default:
      return YAMLProblem(.start, "not valid YAML", remedy: "look for unclosed quotes and brackets")
    }
  }

  private static func remedy(at position: YAMLPosition, text: String) -> String {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    guard lines.indices.contains(position.line - 1) else { return "look for unclosed quotes and brackets" }
    let line = lines[position.line - 1]
    if line.prefix(while: \.isWhitespace).contains("\t") { return "indent with spaces, not with tabs" }
    if line.contains(": ") { return "put text that holds ': ', '#' or quotes in quotes, and align the keys" }
    return "look at the indentation, and for unclosed quotes and brackets"
  }
}

extension YAMLPosition {
  /// Yams counts as we do: from one, in Unicode scalars.
  init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }
}

extension YAMLProblem {
  static func duplicateKey(_ name: String, at second: YAMLPosition, first: YAMLPosition) -> YAMLProblem {
    YAMLProblem(
      second,
      "key '\(name)' appears a second time; it was set in line \(first.line) already",
      remedy: "keep one of the two"
    )
  }
}
