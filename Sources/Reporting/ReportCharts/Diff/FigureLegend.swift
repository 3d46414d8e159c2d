import Charts

/// The glyphs of a figure with their words, side by side on as many lines as they need.
struct FigureLegend {
  struct Item {
    /// The room of the glyph, in px.
    var width: Double
    var text: String
    /// Paints the glyph from a left edge, about a middle.
    var glyph: (_ left: Double, _ middle: Double) -> [any Mark]
  }

  let items: [Item]

  private static let (gap, glyphGap) = (18.0, 6.0)

  /// Paints the items from `y` down, within a width, and moves `y` to their end.
  func paint(width: Double, at y: inout Double) -> [any Mark] {
    let style = TextStyle.tick
    var marks: [any Mark] = []
    var x = 0.0
    for item in items where !item.text.isEmpty {
      let start = item.width + Self.glyphGap
      let lines = TextMetrics.lines([TextSpan(item.text, style, .ink2)], limit: width - start)
      let needed = start + (lines.map { TextMetrics.width($0) }.max() ?? 0)
      if x > 0, x + needed > width {
        y += style.lineHeight + 4
        x = 0
      }
      let middle = y + style.lineHeight / 2
      marks += item.glyph(x, middle)
      for (index, line) in lines.enumerated() {
        let baseline = middle + style.baselineDrop + Double(index) * style.lineHeight
        marks.append(TextMark(line, x: x + start, baseline: baseline))
      }
      if lines.count > 1 {
        y += Double(lines.count) * style.lineHeight + 4
        x = 0
      } else {
        x += needed + Self.gap
      }
    }
    if x > 0 { y += style.lineHeight }
    y += 4
    return marks
  }
}
