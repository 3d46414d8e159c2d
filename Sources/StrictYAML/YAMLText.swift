/// The bytes of a file as text that a YAML parser can be given.
struct YAMLText {
  /// Without a byte order mark.
  var text: String

  /// Takes UTF-8 with or without a byte order mark.
  ///
  /// - Throws: every place where a byte is not UTF-8, or else every control character.
  init(_ bytes: [UInt8]) throws(YAMLProblems) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
    guard let text = String(validating: content, as: UTF8.self) else {
      throw YAMLProblems([Self.encodingProblem(in: content)])
    }
    let problems = Self.controlCharacters(in: text)
    guard problems.isEmpty else { throw YAMLProblems(problems) }
    self.text = text
  }

  private static func encodingProblem(in bytes: [UInt8]) -> YAMLProblem {
    var line = 1
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")),
      String(validating: rest[..<end], as: UTF8.self) != nil
    {
      rest = rest[(end + 1)...]
      line += 1
    }
    var decoder = UTF8()
    var iterator = rest.makeIterator()
    var column = 1
    while case .scalarValue = decoder.decode(&iterator) { column += 1 }
    return YAMLProblem(
      YAMLPosition(line: line, column: column),
      "the file is not UTF-8",
      remedy: "save it with the encoding UTF-8"
    )
  }

  private static func controlCharacters(in text: String) -> [YAMLProblem] {
    var problems: [YAMLProblem] = []
    var position = YAMLPosition.start
    for scalar in text.unicodeScalars {
      if !isAllowed(scalar) {
        let code = String(scalar.value, radix: 16, uppercase: true)
        let summary =
          "unprintable character U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
        problems.append(YAMLProblem(position, summary, remedy: "delete it"))
      }
      position.column += 1
      if scalar == "\n" { position = YAMLPosition(line: position.line + 1, column: 1) }
    }
    return problems
  }

  /// What YAML 1.1 calls printable, but for a byte order mark within the text and private-use characters
  /// (which mask repeated keys).
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xF900...0xFEFE, 0xFF00...0xFFFD: true
    case 0x10000...0x10FFFF: true
    default: false
    }
  }
}
