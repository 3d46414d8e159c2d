import Charts

/// Where the columns of a forest table stand, from the reckoned widths of all their texts.
struct ForestColumns {
  let width: Double
  let nameWidth: Double
  /// Right edges of the columns before the plot.
  let beforeEdges: [Double]
  let plotStart: Double
  let plotEnd: Double
  /// Right edges of the columns after the plot.
  let afterEdges: [Double]
  let afterWidths: [Double]
  /// Middles of the glyph columns.
  let checkMiddles: [Double]

  static let checkWidth = 22.0

  init(_ table: ForestTable, width: Double) {
    let gap = table.columnGap
    let before = table.before.enumerated().map { index, column in
      Self.measure(column, table.rows.compactMap { $0.before.count > index ? $0.before[index] : nil })
    }
    let after = table.after.enumerated().map { index, column in
      Self.measure(column, table.rows.compactMap { $0.after.count > index ? $0.after[index] : nil })
    }
    let checks = table.checkHeads.isEmpty ? 0 : Double(table.checkHeads.count) * Self.checkWidth + gap / 2
    let fixed = (before + after).reduce(0) { $0 + $1 + gap } + checks + 2 * gap
    let names = table.rows.map { TextMetrics.width($0.name) } + [TextMetrics.width(table.nameHead, .head)]
    let room = max(width - fixed - table.minimumPlotWidth, 72)
    let name = min((names.max() ?? 0) + 1, table.nameLimit, room)
    self.width = width
    nameWidth = name
    var edge = name
    beforeEdges = before.map { column in
      edge += gap + column
      return edge
    }
    plotStart = edge + gap
    var right = width - checks
    var edges: [Double] = []
    for column in after.reversed() {
      edges.insert(right, at: 0)
      right -= column + gap
    }
    afterEdges = edges
    afterWidths = after
    plotEnd = max(right, plotStart + 40)
    checkMiddles = table.checkHeads.indices.map { index in
      width - Self.checkWidth * (Double(table.checkHeads.count - index) - 0.5) + 4
    }
  }

  /// The width of a column's cells, so that none breaks within an interval of ordinary length; its head goes on
  /// to another line rather than widen it beyond 140 px.
  private static func measure(_ column: ForestTable.Column, _ cells: [[TextSpan]]) -> Double {
    let words = cells.map(TextMetrics.widestWord).filter { $0 <= wordLimit }.max() ?? 0
    let limit = max(column.limit, words + 0.5)
    let widest = cells.map { width($0, limit: limit) }.max() ?? 0
    return max(widest, width(column.head, limit: max(widest, min(column.limit, 140))))
  }

  /// Intervals longer than this go on to another line, between their numbers.
  private static let wordLimit = 175.0

  private static func width(_ spans: [TextSpan], limit: Double) -> Double {
    TextMetrics.lines(spans, limit: limit).map { TextMetrics.width($0) }.max() ?? 0
  }
}
