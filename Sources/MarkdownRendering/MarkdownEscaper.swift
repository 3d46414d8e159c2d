/// Writes text that is not ours (trait names, rsIDs, citations) so that Markdown shows it letter by letter.
///
/// White space is folded to single spaces and trimmed, because Markdown gives line ends and indentation a
/// meaning. Control characters and those that reverse the direction of writing are shown as U+FFFD: they
/// could make a page read differently from what its file says.
package enum MarkdownEscaper {
  /// For running text, headings and link texts.
  package static func inline(_ text: String) -> String {
    var writer = Writer(scalars: UntrustedText.shown(text))
    return writer.write(escapingPipes: false)
  }

  /// For a cell of a table; right anywhere else too.
  package static func tableCell(_ text: String) -> String {
    var writer = Writer(scalars: UntrustedText.shown(text))
    return writer.write(escapingPipes: true)
  }
}

/// Walks over the text once; a backslash is written only where the character could mean something, so that the
/// Markdown itself stays easy to read.
private struct Writer {
  let scalars: [Unicode.Scalar]
  private var output = String.UnicodeScalarView()

  init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  mutating func write(escapingPipes: Bool) -> String {
    let leadingDigits = scalars.prefix { ("0"..."9").contains($0) }.count
    for index in scalars.indices {
      let scalar = scalars[index]
      if scalar == "\\" && escapingPipes && index + 1 == scalars.count {
        // Two backslashes before the pipe that ends the cell would be read as an escaped pipe.
        output.append(contentsOf: "&#92;".unicodeScalars)
        continue
      }
      if scalar == "|" ? escapingPipes : needsBackslash(index, leadingDigits: leadingDigits) {
        output.append("\\")
      }
      output.append(scalar)
    }
    return String(output)
  }

  private func needsBackslash(_ index: Int, leadingDigits: Int) -> Bool {
    switch scalars[index] {
    case "\\", "`", "*", "[", "]", "<", "#", "~", "^", "$", "@": true
    case "_": !(isAlphanumeric(index - 1) && isAlphanumeric(index + 1))
    case "!": index + 1 == scalars.count || scalars[index + 1] == "["
    case "&": index + 1 == scalars.count || scalars[index + 1] == "#" || isAlphanumeric(index + 1)
    case ".": index == leadingDigits && endsWord(index) || follows(index, "www")
    case ")": index == leadingDigits && endsWord(index)
    case "-", "+": index == 0 && (endsWord(index) || scalars[index + 1] == scalars[index])
    case "=", ">": index == 0
    case ":": index == 0 || (index + 1 < scalars.count && scalars[index + 1] == "/")
    default: false
    }
  }

  /// A list marker does; the point and the sign of a number do not.
  private func endsWord(_ index: Int) -> Bool { index + 1 == scalars.count || scalars[index + 1] == " " }

  private func isAlphanumeric(_ index: Int) -> Bool {
    guard scalars.indices.contains(index) else { return false }
    return scalars[index].isASCII && scalars[index].properties.isAlphabetic
      || ("0"..."9").contains(scalars[index])
  }

  private func follows(_ index: Int, _ word: String) -> Bool {
    let start = index - word.unicodeScalars.count
    guard start >= 0 else { return false }
    return String(String.UnicodeScalarView(scalars[start..<index])).lowercased() == word
  }
}
