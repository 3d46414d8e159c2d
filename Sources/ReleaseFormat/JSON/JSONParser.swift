/// What is wrong with a text that should be JSON, and on which one-based line.
package struct JSONSyntaxError: Error, Hashable {
  package var line: Int
  package var summary: String
}

/// Reads RFC 8259 JSON into tokens; stricter than the standard in one point: no key may stand twice in an
/// object.
package struct JSONParser {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  /// Deeper nesting than any release has; keeps a hostile file from exhausting the stack.
  private static let deepest = 64

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Takes the whole text of one JSON value; throws at the first thing that is wrong.
  package static func parse(_ bytes: [UInt8]) throws(JSONSyntaxError) -> JSONToken {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw JSONSyntaxError(line: firstInvalidLine(bytes), summary: "the text is not valid UTF-8")
    }
    var parser = JSONParser(bytes)
    let token = try parser.value()
    parser.skipSpace()
    guard parser.next == nil else { throw parser.problem("there is text after the end of the JSON") }
    return token
  }

  private static func firstInvalidLine(_ bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }
}

// MARK: Values

extension JSONParser {
  private mutating func value() throws(JSONSyntaxError) -> JSONToken {
    skipSpace()
    guard let first = next else { throw problem("the file ends in the middle of the JSON") }
    switch first {
    case UInt8(ascii: "{"):
      return .object(try nested { parser throws(JSONSyntaxError) in try parser.members() })
    case UInt8(ascii: "["):
      return .array(try nested { parser throws(JSONSyntaxError) in try parser.elements() })
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func nested<Value>(
    _ body: (inout JSONParser) throws(JSONSyntaxError) -> Value
  ) throws(JSONSyntaxError) -> Value {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw problem("the JSON is nested more than \(Self.deepest) deep") }
    position += 1
    return try body(&self)
  }

  private mutating func members() throws(JSONSyntaxError) -> [JSONMember] {
    var members: [JSONMember] = []
    var keys: Set<String> = []
    if skip("}") { return members }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw unexpected("a key in quotes") }
      let key = try string()
      guard keys.insert(key).inserted else { throw problem("the key \"\(key)\" stands twice in one object") }
      guard skip(":") else { throw unexpected("a colon") }
      members.append(JSONMember(key: key, value: try value()))
    } while skip(",")
    guard skip("}") else { throw unexpected("a comma or \"}\"") }
    return members
  }

  private mutating func elements() throws(JSONSyntaxError) -> [JSONToken] {
    var elements: [JSONToken] = []
    if skip("]") { return elements }
    repeat { elements.append(try value()) } while skip(",")
    guard skip("]") else { throw unexpected("a comma or \"]\"") }
    return elements
  }

  private mutating func word(_ text: StaticString, _ token: JSONToken) throws(JSONSyntaxError) -> JSONToken {
    let end = position + text.utf8CodeUnitCount
    guard end <= bytes.count, bytes[position..<end].elementsEqual("\(text)".utf8) else {
      throw unexpected("a value")
    }
    position = end
    return token
  }
}

// MARK: Numbers

extension JSONParser {
  private mutating func number() throws(JSONSyntaxError) -> String {
    let start = position
    if next == UInt8(ascii: "-") { position += 1 }
    if next == UInt8(ascii: "0") { position += 1 } else { try digits() }
    if next == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      position += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() throws(JSONSyntaxError) {
    let start = position
    while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { position += 1 }
    guard position > start else { throw unexpected("a value") }
  }
}

// MARK: Strings

extension JSONParser {
  private mutating func string() throws(JSONSyntaxError) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escape()
      case 0..<0x20: throw problem("a text holds a control character or is not closed")
      default: text.append(byte)
      }
    }
    throw problem("the file ends in the middle of a text")
  }

  private mutating func escape() throws(JSONSyntaxError) -> [UInt8] {
    guard let byte = next else { throw problem("the file ends in the middle of a text") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "u"): return Array(String(try escapedScalar()).utf8)
    default: throw problem("\"\\\(Character(UnicodeScalar(byte)))\" is no escape of JSON")
    }
  }

  private mutating func escapedScalar() throws(JSONSyntaxError) -> UnicodeScalar {
    var code = try fourHexDigits()
    if (0xD800..<0xDC00).contains(code), bytes[position...].starts(with: "\\u".utf8) {
      position += 2
      let low = try fourHexDigits()
      guard (0xDC00..<0xE000).contains(low) else { throw problem("half of a surrogate pair stands alone") }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = UnicodeScalar(code) else { throw problem("half of a surrogate pair stands alone") }
    return scalar
  }

  private mutating func fourHexDigits() throws(JSONSyntaxError) -> UInt32 {
    let end = min(position + 4, bytes.count)
    let digits = String(decoding: bytes[position..<end], as: UTF8.self)
    guard digits.utf8.count == 4, !digits.hasPrefix("+"), let code = UInt32(digits, radix: 16) else {
      throw problem("\"\\u\" needs four hexadecimal digits")
    }
    position = end
    return code
  }
}

// MARK: Reading bytes

extension JSONParser {
  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  /// Steps over white space and, where it follows, over that character.
  private mutating func skip(_ character: UnicodeScalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private func unexpected(_ wanted: String) -> JSONSyntaxError {
    next == nil ? problem("the file ends in the middle of the JSON") : problem("\(wanted) should stand here")
  }

  private func problem(_ summary: String) -> JSONSyntaxError {
    let line = 1 + bytes.prefix(position).count { $0 == UInt8(ascii: "\n") }
    return JSONSyntaxError(line: line, summary: summary)
  }
}
