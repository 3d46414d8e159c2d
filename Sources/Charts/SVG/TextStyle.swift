/// How a text is set: one of few sizes, two weights, upright or italic. The CSS classes and the reckoned
/// width of a text both come from here, so they cannot disagree.
package struct TextStyle: Hashable, Sendable {
  package var size: Size
  package var isBold: Bool
  package var isItalic: Bool

  package enum Size: String, CaseIterable, Sendable {
    /// Rows of a long list of variants.
    case dense
    /// Tick labels.
    case tick
    /// Column heads and axis titles.
    case head
    /// Everything else.
    case body
    /// The heading of a box.
    case title

    /// The font size in px.
    package var pixels: Double {
      switch self {
      case .dense: 11.5
      case .tick: 12
      case .head: 12.5
      case .body: 13.5
      case .title: 17
      }
    }
  }

  package init(_ size: Size, bold: Bool = false, italic: Bool = false) {
    self.size = size
    isBold = bold
    isItalic = italic
  }

  package static let dense = TextStyle(.dense)
  package static let tick = TextStyle(.tick)
  package static let head = TextStyle(.head, bold: true)
  package static let body = TextStyle(.body)
  package static let title = TextStyle(.title, bold: true)

  /// The distance between the baselines of two lines, in px.
  package var lineHeight: Double { (size.pixels * 1.3).rounded() }

  /// From the middle of a line down to its baseline, in px.
  package var baselineDrop: Double { size.pixels * 0.36 }

  /// The same text in bold.
  package func bolded(_ bold: Bool = true) -> TextStyle { TextStyle(size, bold: bold, italic: isItalic) }

  var classes: [ChartClass] {
    [.text(size)] + (isBold ? [.bold] : []) + (isItalic ? [.italic] : [])
  }
}
