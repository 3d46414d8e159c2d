import Charts

/// Where the columns of a movement figure stand, from the reckoned widths of their texts.
struct MovementColumns {
  let width: Double
  let nameWidth: Double
  let plot: (start: Double, end: Double)
  /// Right edges and widths of the two columns of estimates.
  let old: (edge: Double, width: Double)
  let new: (edge: Double, width: Double)
  let change: (start: Double, width: Double)
  let bars: (start: Double, end: Double)
  /// The right edge and width of the printed movement.
  let shift: (edge: Double, width: Double)

  init(_ figure: MovementFigure, width: Double) {
    let isWide = width > 900
    let gap = isWide ? 20.0 : 12
    self.width = width
    func measured(_ texts: [String], _ bold: Bool, least: Double, most: Double) -> Double {
      let style = TextStyle(.body, bold: bold)
      return min(max((texts.map { TextMetrics.width($0, style) }.max() ?? 0) + 1, least), most)
    }
    let rows = figure.rows
    let estimateLimit = isWide ? 190.0 : 122
    let names = measured(rows.map(\.name), true, least: 50, most: isWide ? 210 : 118)
    let olds = measured(rows.map(\.oldText), false, least: 88, most: estimateLimit)
    let news = measured(rows.map(\.newText), true, least: 88, most: estimateLimit)
    let changes = measured(rows.map(\.change), true, least: 70, most: isWide ? 170 : 88)
    let shifts = measured(rows.map(\.shiftText), true, least: 40, most: 84)
    let barWidth = isWide ? 190.0 : 104
    nameWidth = names
    shift = (width, shifts)
    bars = (width - shifts - 8 - barWidth, width - shifts - 12)
    change = (bars.start - gap - changes, changes)
    new = (change.start - gap, news)
    old = (new.edge - news - gap, olds)
    let start = names + gap
    plot = (start, max(old.edge - olds - gap, start + 60))
  }
}
