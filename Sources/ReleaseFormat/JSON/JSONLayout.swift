/// Prints tokens so that `git diff` shows what changed: keys sorted, the elements of a table one a line.
///
/// Where lines break depends on what is nested in what, never on how long a number is, so that a changed
/// digit changes its own line only.
package struct JSONLayout {
  private var output: [UInt8] = []

  /// More members than this and a nested object takes a line for each.
  private static let mostInline = 6

  /// A whole file: the members of the outermost object one a line, with a newline at the end.
  package static func document(_ token: JSONToken) -> [UInt8] {
    var layout = JSONLayout()
    layout.expanded(token, indent: 0)
    layout.write("\n")
    return layout.output
  }

  /// Everything on one line, with a newline at its end.
  package static func line(_ token: JSONToken) -> [UInt8] {
    var layout = JSONLayout()
    layout.inline(token)
    layout.write("\n")
    return layout.output
  }

  private mutating func expanded(_ token: JSONToken, indent: Int) {
    switch token {
    case .object(let members) where !members.isEmpty:
      block("{", members.sorted(by: Self.precedes), "}", indent) { layout, member in
        layout.string(member.key)
        layout.write(": ")
        layout.member(member.value, indent: indent + 1)
      }
    case .array(let elements) where !elements.isEmpty:
      block("[", elements, "]", indent) { layout, element in
        if element.holdsTable {
          layout.expanded(element, indent: indent + 1)
        } else {
          layout.inline(element)
        }
      }
    default: inline(token)
    }
  }

  /// A member's value: on its key's line where it is flat and short.
  private mutating func member(_ token: JSONToken, indent: Int) {
    let breaks =
      switch token {
      case .object(let members): members.count > Self.mostInline || members.contains { $0.value.isNested }
      default: token.holdsTable
      }
    if breaks { expanded(token, indent: indent) } else { inline(token) }
  }

  private mutating func block<Element>(
    _ open: String,
    _ elements: [Element],
    _ close: String,
    _ indent: Int,
    _ body: (inout JSONLayout, Element) -> Void
  ) {
    write(open)
    for (index, element) in elements.enumerated() {
      write(index == 0 ? "\n" : ",\n")
      write(String(repeating: "  ", count: indent + 1))
      body(&self, element)
    }
    write("\n" + String(repeating: "  ", count: indent) + close)
  }

  private mutating func inline(_ token: JSONToken) {
    switch token {
    case .object(let members):
      row("{", members.sorted(by: Self.precedes), "}") { layout, member in
        layout.string(member.key)
        layout.write(": ")
        layout.inline(member.value)
      }
    case .array(let elements): row("[", elements, "]") { layout, element in layout.inline(element) }
    case .string(let text): string(text)
    case .number(let digits): write(digits)
    case .boolean(let flag): write(flag ? "true" : "false")
    case .null: write("null")
    }
  }

  private mutating func row<Element>(
    _ open: String,
    _ elements: [Element],
    _ close: String,
    _ body: (inout JSONLayout, Element) -> Void
  ) {
    write(open)
    for (index, element) in elements.enumerated() {
      if index > 0 { write(", ") }
      body(&self, element)
    }
    write(close)
  }

  private mutating func string(_ text: String) {
    write("\"")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): write("\\n")
      case UInt8(ascii: "\t"): write("\\t")
      case 0..<0x20: write("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
      default: output.append(byte)
      }
    }
    write("\"")
  }

  private mutating func write(_ text: String) { output += text.utf8 }

  /// By the bytes of the keys, which no locale changes.
  private static func precedes(_ left: JSONMember, _ right: JSONMember) -> Bool {
    left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
  }
}

extension JSONToken {
  /// An object or a table; a list of plain values is not.
  fileprivate var isNested: Bool {
    switch self {
    case .object: true
    default: holdsTable
    }
  }
}
