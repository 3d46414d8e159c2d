/// Makes a repeated key different from the first, without moving anything else in the file.
struct DuplicateKeyMask {
  /// Stands for the first character of a masked key; a private-use character that validation passes over.
  static let mark: Unicode.Scalar = "\u{E000}"

  private(set) var text: String
  /// The repeated key as the file writes it.
  let name: String
  private let first: YAMLPosition

  /// - Parameter first: where the key stands for the first time.
  init(text: String, first: YAMLPosition) {
    self.text = text
    self.first = first
    let line = Self.lines(of: text).dropFirst(first.line - 1).first ?? []
    let rest = line.dropFirst(first.column - 1)
    if let quote = rest.first, quote == "\"" || quote == "'" {
      name = Self.string(rest.dropFirst().prefix { $0 != quote })
    } else {
      name = Self.string(rest.prefix { $0 != ":" && $0 != " " })
    }
  }

  /// Masks the key's next appearance in its mapping and says where that is; nil where it cannot be told.
  mutating func maskNextOccurrence() -> YAMLPosition? {
    var lines = Self.lines(of: text)
    guard !name.isEmpty, let second = inLine(lines) ?? below(lines) else { return nil }
    // Masked keys must differ from each other too: the run of private-use characters counts them.
    let masked = text.unicodeScalars.count { $0.value >= Self.mark.value && $0.value < 0xF8FF }
    guard let scalar = Unicode.Scalar(Self.mark.value + UInt32(masked)), scalar.value < 0xF8FF else {
      return nil
    }
    lines[second.line - 1][second.column - 1] = scalar
    text = Self.string(Array(lines.joined(separator: ["\n"])))
    return second
  }

  static func isMasked(_ key: String) -> Bool {
    key.unicodeScalars.contains { $0.value >= mark.value && $0.value < 0xF8FF }
  }

  /// `{a: 1, b: {a: 1}, a: 2}`: further along the line, within the same braces.
  private func inLine(_ lines: [[Unicode.Scalar]]) -> YAMLPosition? {
    let line = lines[first.line - 1]
    let start = first.column - 1 + name.unicodeScalars.count
    guard start < line.count else { return nil }
    var depth = 0
    for column in start..<line.count {
      if depth == 0, "{, ".unicodeScalars.contains(line[column - 1]), isKey(line, at: column) {
        return YAMLPosition(line: first.line, column: column + 1)
      }
      if "{[".unicodeScalars.contains(line[column]) { depth += 1 }
      if "}]".unicodeScalars.contains(line[column]) { depth -= 1 }
      guard depth >= 0 else { return nil }
    }
    return nil
  }

  /// In block style: at the same column, before a line that stands further left.
  private func below(_ lines: [[Unicode.Scalar]]) -> YAMLPosition? {
    for (index, line) in lines.enumerated().dropFirst(first.line) {
      guard let indent = line.firstIndex(where: { $0 != " " && $0 != "\r" }), line[indent] != "#" else {
        continue
      }
      if indent < first.column - 1 { return nil }
      if indent == first.column - 1, isKey(line, at: indent) {
        return YAMLPosition(line: index + 1, column: indent + 1)
      }
    }
    return nil
  }

  private func isKey(_ line: [Unicode.Scalar], at column: Int) -> Bool {
    var rest = line[column...]
    let quote = rest.first.flatMap { $0 == "\"" || $0 == "'" ? $0 : nil }
    if quote != nil { rest = rest.dropFirst() }
    guard rest.starts(with: name.unicodeScalars) else { return false }
    rest = rest.dropFirst(name.unicodeScalars.count)
    if let quote {
      guard rest.first == quote else { return false }
      rest = rest.dropFirst()
    }
    return rest.drop { $0 == " " }.first == ":"
  }

  private static func lines(of text: String) -> [[Unicode.Scalar]] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
