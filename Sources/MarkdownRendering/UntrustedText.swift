/// What of an untrusted text may be shown at all, whatever the notation around it.
package enum UntrustedText {
  /// Folds white space to single spaces, trims it, and shows control and direction characters as U+FFFD.
  package static func shown(_ text: String) -> [Unicode.Scalar] {
    var shown: [Unicode.Scalar] = []
    var spaceIsDue = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace && scalar != "\u{A0}" && scalar != "\u{202F}" {
        spaceIsDue = !shown.isEmpty
        continue
      }
      if spaceIsDue { shown.append(" ") }
      spaceIsDue = false
      shown.append(isDeceptive(scalar) ? "\u{FFFD}" : scalar)
    }
    return shown
  }

  /// Escapes for HTML text and for quoted attributes, scalar by scalar: a quotation mark that carries a
  /// combining accent is one character to Swift but still ends an attribute.
  package static func html(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output.append(contentsOf: "&amp;".unicodeScalars)
      case "<": output.append(contentsOf: "&lt;".unicodeScalars)
      case ">": output.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": output.append(contentsOf: "&quot;".unicodeScalars)
      case "'": output.append(contentsOf: "&#39;".unicodeScalars)
      case "\n", "\t": output.append(scalar)
      default: output.append(isDeceptive(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(output)
  }

  /// C0 and C1 controls, the marks and overrides of writing direction, the byte order mark.
  private static func isDeceptive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
