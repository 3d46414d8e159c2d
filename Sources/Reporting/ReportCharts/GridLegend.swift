import Charts

/// What the glyphs of a grid mean, at its foot.
struct GridLegend {
  /// The significance level as printed.
  var levelText: String
  /// Whether an estimate is exactly 0.
  var hasNone: Bool
  var words: Wordbook

  private var entries: [(glyphs: [GridTable.Glyph], text: String)] {
    func triangle(_ isUp: Bool, _ ratio: Double, _ isFilled: Bool = false) -> GridTable.Glyph {
      .triangle(isUp: isUp, ratio: ratio, isFilled: isFilled)
    }
    return [
      ([triangle(true, 2)], words(FigurePhrase.legendHigher)),
      ([triangle(false, 2)], words(FigurePhrase.legendLower)),
      (
        [triangle(true, 2, true), triangle(false, 2, true)],
        words(FigurePhrase.legendFilled, ["level": levelText])
      ),
      ([0.5, 1, 2, 3].map { triangle(true, $0) }, words(FigurePhrase.legendSize)),
      ([.dash], words(FigurePhrase.legendMissing)),
    ] + (hasNone ? [([.none], words(FigurePhrase.legendZero))] : [])
  }

  /// Entries side by side from `left`, as many to a line as fit; all from the left edge where a line is too
  /// short.
  func marks(from left: Double, width: Double, y: Double) -> (marks: [any Mark], bottom: Double) {
    let style = TextStyle(.head)
    let lengths = entries.map { Double($0.glyphs.count) * 18 + 4 + TextMetrics.width($0.text, style) }
    let edge = left + (lengths.max() ?? 0) > width ? 0 : left
    var (x, top) = (edge, y)
    var glyphs = GridGlyphs()
    var texts: [any Mark] = []
    for (entry, length) in zip(entries, lengths) {
      if x > edge, x + length > width { (x, top) = (edge, top + 22) }
      for (index, glyph) in entry.glyphs.enumerated() {
        glyphs.add(glyph, at: Point(x + 8 + Double(index) * 18, top + 10))
      }
      let start = x + Double(entry.glyphs.count) * 18 + 4
      texts.append(TextMark(entry.text, style, .ink2, x: start, baseline: top + 14.5))
      x += length + 22
    }
    return (glyphs.marks + texts, top + 22)
  }
}
