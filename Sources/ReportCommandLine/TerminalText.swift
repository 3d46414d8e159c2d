/// Text of other people's files as a terminal may be given it.
package enum TerminalText {
  /// Control characters, which can move the cursor or set colours, and format characters, which can turn the order of
  /// letters round, stand as `\\u{1B}`.
  package static func visible(_ line: String) -> String {
    guard line.unicodeScalars.contains(where: isInvisible) else { return line }
    var visible = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      if isInvisible(scalar) {
        visible += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars
      } else {
        visible.append(scalar)
      }
    }
    return String(visible)
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
