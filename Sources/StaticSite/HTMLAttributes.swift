/// Reads the links and anchors of a page of ours: tags are well formed and attributes are in quotation marks.
struct HTMLAttributes {
  /// The values of `href` and `src`, in order.
  private(set) var links: [String] = []
  /// The values of `id`, in order.
  private(set) var ids: [String] = []

  init(of html: String) {
    var rest = Array(html.utf8)[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(start + 1)...]
      if rest.starts(with: "!--".utf8) {
        rest = Self.afterComment(rest)
      } else if let first = rest.first, Self.isLetter(first) {
        readTag(&rest)
      }
    }
  }

  private mutating func readTag(_ rest: inout ArraySlice<UInt8>) {
    rest = rest.drop { !Self.isSpace($0) && $0 != UInt8(ascii: ">") }
    while true {
      rest = rest.drop { Self.isSpace($0) || $0 == UInt8(ascii: "/") }
      guard let first = rest.first, first != UInt8(ascii: ">") else { return }
      let name = rest.prefix { !Self.isSpace($0) && !"=/>".utf8.contains($0) }
      rest = rest[name.endIndex...].drop(while: Self.isSpace)
      guard rest.first == UInt8(ascii: "=") else {
        if name.isEmpty { rest = rest.dropFirst() }
        continue
      }
      rest = rest.dropFirst().drop(while: Self.isSpace)
      record(String(decoding: name, as: UTF8.self).lowercased(), Self.value(&rest))
    }
  }

  private mutating func record(_ name: String, _ value: ArraySlice<UInt8>) {
    switch name {
    case "href", "src", "xlink:href": links.append(Self.unescaped(value))
    case "id": ids.append(Self.unescaped(value))
    default: break
    }
  }

  private static func value(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let value: ArraySlice<UInt8>
    if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      value = rest.dropFirst().prefix { $0 != quote }
      rest = rest[value.endIndex...].dropFirst()
    } else {
      value = rest.prefix { !isSpace($0) && $0 != UInt8(ascii: ">") }
      rest = rest[value.endIndex...]
    }
    return value
  }

  private static func afterComment(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = rest.dropFirst(3)
    while !rest.isEmpty, !rest.starts(with: "-->".utf8) { rest = rest.dropFirst() }
    return rest
  }

  private static func unescaped(_ value: ArraySlice<UInt8>) -> String {
    let text = String(decoding: value, as: UTF8.self)
    guard value.contains(UInt8(ascii: "&")) else { return text }
    let entities = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&"),
    ]
    return entities.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
}
