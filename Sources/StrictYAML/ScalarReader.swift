import Yams

/// Reads one scalar as the type that the key table asks for, whatever YAML 1.1 would make of it.
struct ScalarReader {
  /// The key, for messages.
  var name: String

  /// What is wrong with a scalar, and the remedy.
  struct Failure: Error {
    var summary: String
    var remedy: String
  }

  /// Characters of the longest text: a paragraph, which no citation or note needs to pass.
  static let longestText = 2_000

  func read(_ scalar: Node.Scalar, as type: KeyType) -> Result<CheckedValue.Content, Failure> {
    switch type {
    case .text(let rule): text(scalar, rule: rule).map { .text($0) }
    case .integer(let range): plain(scalar, type).flatMap { integer($0, range: range) }.map { .integer($0) }
    case .number(let range): plain(scalar, type).flatMap { number($0, range: range) }.map { .number($0) }
    case .boolean: plain(scalar, type).flatMap(boolean).map { .boolean($0) }
    case .choice(let names): choice(scalar.string, names: names).map { .text($0) }
    case .list, .mapping, .mappingOrScalar: failure("'\(name)' is not \(type.words)", "write \(type.words)")
    }
  }

  private func text(_ scalar: Node.Scalar, rule: TextRule) -> Result<String, Failure> {
    // A folded or literal block ends in a line feed that nobody means.
    let isBlock = scalar.style == .folded || scalar.style == .literal
    let text = isBlock ? String(scalar.string.trimmingLineFeeds) : scalar.string
    guard text.contains(where: { !$0.isWhitespace }) else {
      return failure("'\(name)' is an empty text", "write one or delete the line")
    }
    let length = text.unicodeScalars.count
    guard length <= Self.longestText else {
      return failure("'\(name)' has \(length) characters", "write at most \(Self.longestText)")
    }
    if let bad = text.unicodeScalars.first(where: \.isControl) {
      guard bad != "\n" else {
        return failure("'\(name)' has more than one line", "write one line, or use '>-' without empty lines")
      }
      let code = String(bad.value, radix: 16, uppercase: true)
      return failure("'\(name)' holds the control character U+\(code)", "delete it")
    }
    guard text.unicodeScalars.contains(where: \.isVisible) else {
      return failure("'\(name)' has no visible character", "write one or delete the line")
    }
    if let violation = rule.violation(text) { return failure(violation.summary, violation.remedy) }
    return .success(text)
  }

  /// The text of a scalar that is not in quotes.
  private func plain(_ scalar: Node.Scalar, _ type: KeyType) -> Result<String, Failure> {
    guard scalar.style == .plain else {
      return failure(
        "'\(name)' is the text '\(Self.shown(scalar.string))', not \(type.words)",
        "take away the quotes"
      )
    }
    return .success(scalar.string)
  }

  private func integer(_ text: String, range: ClosedRange<Int>) -> Result<Int, Failure> {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard let value = Int(text), digits.allSatisfy(\.isASCIIDigit), digits == "0" || !digits.hasPrefix("0")
    else {
      return failure(
        "'\(name)' is '\(Self.shown(text))', not an integer",
        "write digits only, without separators or leading zeros"
      )
    }
    guard range.contains(value) else {
      return failure(
        "'\(name)' is \(Self.shown(text)), out of range",
        "write an integer \(Self.words(range))"
      )
    }
    return .success(value)
  }

  private func number(_ text: String, range: NumberRange) -> Result<Double, Failure> {
    let isPlain = text.allSatisfy { $0.isASCIIDigit || "+-.eE".contains($0) }
    guard isPlain, let value = Double(text), value.isFinite else {
      return failure("'\(name)' is '\(Self.shown(text))', not a number", "write it as 0.05 or 5e-8")
    }
    guard range.contains(value) else {
      return failure("'\(name)' is \(Self.shown(text)), out of range", "write a number \(range.words)")
    }
    return .success(value)
  }

  private func boolean(_ text: String) -> Result<Bool, Failure> {
    switch text.lowercased() {
    case "true": .success(true)
    case "false": .success(false)
    default: failure("'\(name)' is '\(Self.shown(text))', neither true nor false", "write true or false")
    }
  }

  private func choice(_ text: String, names: [String]) -> Result<String, Failure> {
    guard !names.contains(text) else { return .success(text) }
    let remedy =
      NearestName.of(text, among: names).map { "did you mean '\($0)'?" }
      ?? "write one of \(names.joined(separator: ", "))"
    return failure("'\(name)' is '\(Self.shown(text))', which is none of its values", remedy)
  }

  static func words(_ range: ClosedRange<Int>) -> String {
    range.upperBound == Int.max
      ? "of at least \(range.lowerBound)" : "from \(range.lowerBound) to \(range.upperBound)"
  }

  /// As a message quotes it.
  private static func shown(_ text: String) -> String { text.count > 60 ? "\(text.prefix(60))…" : text }

  private func failure<Value>(_ summary: String, _ remedy: String) -> Result<Value, Failure> {
    .failure(Failure(summary: summary, remedy: remedy))
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension Unicode.Scalar {
  /// Control characters, line and paragraph separators.
  fileprivate var isControl: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// Whether a reader sees anything of it: no blank, no joiner, no mark of direction.
  fileprivate var isVisible: Bool {
    let blanks: [Unicode.GeneralCategory] = [
      .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator,
    ]
    return !blanks.contains(properties.generalCategory) && !properties.isDefaultIgnorableCodePoint
      && !properties.isWhitespace && self != "\u{2800}"
  }
}

extension String {
  fileprivate var trimmingLineFeeds: Substring {
    var rest = self[...]
    while rest.last?.isNewline == true { rest.removeLast() }
    return rest
  }
}
