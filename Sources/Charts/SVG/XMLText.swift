/// Text made safe for XML 1.0.
package enum XMLText {
  /// Character data: `&`, `<` and `>` escaped, characters that XML 1.0 forbids left out.
  package static func content(_ text: String) -> String { escape(text, quotes: false) }

  /// An attribute value between double quotes: as character data, and quotes, tabs and line ends escaped.
  package static func attribute(_ text: String) -> String { escape(text, quotes: true) }

  private static func escape(_ text: String, quotes: Bool) -> String {
    guard !text.utf8.allSatisfy(isPlain) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where isAllowed(scalar) {
      if let entity = entity(scalar, quotes: quotes) {
        result.append(contentsOf: entity.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether a byte is ASCII that stands as it is in any text: most texts hold nothing else.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20...0x7E:
      byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
        && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'")
    default: false
    }
  }

  private static func entity(_ scalar: Unicode.Scalar, quotes: Bool) -> String? {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"" where quotes: "&quot;"
    case "'" where quotes: "&#39;"
    case "\t" where quotes, "\n" where quotes, "\r" where quotes: " "
    default: nil
    }
  }

  /// The Char production of XML 1.0 (fifth edition, section 2.2), less the C1 controls and the marks that
  /// reorder text, which would let a label change how its neighbours read.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD: true
    case 0x0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
