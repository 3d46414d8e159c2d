/// A run of text in one style and colour.
package struct TextSpan: Hashable, Sendable {
  package var text: String
  package var style: TextStyle
  package var ink: Ink

  package init(_ text: String, _ style: TextStyle = .body, _ ink: Ink = .ink) {
    (self.text, self.style, self.ink) = (text, style, ink)
  }

  /// The same text with its last bracket unbroken: a line ends before it, not within.
  package static func keepingInterval(_ text: String) -> String {
    guard let bracket = text.lastIndex(of: "(") else { return text }
    let kept = text[bracket...].map { $0 == " " ? "\u{00A0}" : String($0) }.joined()
    return String(text[..<bracket]) + kept
  }

  var classes: String {
    ChartClass.attribute(style.classes + [.fill(ink)] + (isMixed ? [.isolated] : []))
  }

  /// Whether any of it reads from right to left.
  var isMixed: Bool { text.unicodeScalars.contains(where: AdvanceWidths.isRightToLeft) }
}
