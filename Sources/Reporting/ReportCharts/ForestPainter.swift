import Charts

/// Paints a forest table from the head down.
struct ForestPainter {
  let table: ForestTable
  let columns: ForestColumns
  private let scale: any Scale
  private let ticks: [Tick]
  private var marks: [any Mark] = []
  private var y = 0.0

  init(table: ForestTable, columns: ForestColumns) {
    (self.table, self.columns) = (table, columns)
    scale = table.axis.scale(table.domain, from: columns.plotStart, to: columns.plotEnd)
    ticks = scale.ticksAlong(atMost: 9)
  }

  func painted() -> Drawing {
    var painter = self
    return painter.paint()
  }

  private mutating func paint() -> Drawing {
    paintHead()
    let top = y
    let rows = paintItems()
    marks += ground(from: top, to: y) + rows
    paintFoot()
    return Drawing(width: columns.width, height: y, marks: marks)
  }

  /// Whether a row has anything to show in the plot; without one there is neither axis nor title.
  private var hasPlot: Bool { table.rows.contains { $0.plotted != nil } }

  private var middle: Double { (columns.plotStart + columns.plotEnd) / 2 }

  // MARK: Head

  private mutating func paintHead() {
    let title = hasPlot ? titleLines : []
    let heads = table.after.enumerated().map { index, column in
      TextMetrics.lines(column.head, limit: columns.afterWidths[index])
    }
    let depth = Double(([title.count] + heads.map(\.count)).max() ?? 1) * TextStyle.head.lineHeight
    let name = [[TextSpan(table.nameHead, .head, .ink2)]]
    addHead(name, x: 0, .start, depth)
    for (column, edge) in zip(table.before, columns.beforeEdges) {
      addHead([column.head], x: edge, .end, depth)
    }
    addHead(title, x: middle, .middle, depth)
    for (lines, edge) in zip(heads, columns.afterEdges) { addHead(lines, x: edge, .end, depth) }
    for (head, x) in zip(table.checkHeads, columns.checkMiddles) {
      addHead([[TextSpan(head, .head, .ink2)]], x: x, .middle, depth)
    }
    y = depth + 6
    if table.rows.count > 20, hasPlot {
      y += 18
      marks.append(HorizontalAxis(scale: scale, ticks: ticks, y: y, side: .top, bounds: 0...columns.width))
    }
    marks.append(RuleMark.horizontal(y: y + 0.5, 0, columns.width, Stroke(.rule)))
    y += 1
  }

  /// The title over the plot may run into the gaps beside it; where it takes more than two lines its short form
  /// stands there.
  private var titleLines: [[TextSpan]] {
    let room = columns.plotEnd - columns.plotStart + table.columnGap
    func lines(_ title: String) -> [[TextSpan]] {
      TextMetrics.lines([TextSpan(title, .head, .ink2)], limit: room)
    }
    let whole = lines(table.plotTitle)
    return whole.count > 2 ? lines(table.axis.shortTitle) : whole
  }

  /// Lines of a head, the last one on the common baseline.
  private mutating func addHead(_ lines: [[TextSpan]], x: Double, _ anchor: TextMark.Anchor, _ depth: Double)
  {
    for (index, line) in lines.reversed().enumerated() {
      let baseline = depth - 3 - Double(index) * TextStyle.head.lineHeight
      marks.append(TextMark(line, x: x, baseline: baseline, anchor: anchor))
    }
  }

  // MARK: Rows

  private mutating func paintItems() -> [any Mark] {
    var painted: [any Mark] = []
    for (index, item) in table.items.enumerated() {
      switch item {
      case .heading(let name, let count):
        if index > 0 { painted.append(RuleMark.horizontal(y: y, 0, columns.width, Stroke(.rule))) }
        painted += heading(name, count)
      case .row(let row):
        let isLast = index + 1 == table.items.count
        painted += RowPainter(row: row, table: table, columns: columns, scale: scale).paint(at: &y)
        if !isLast { painted.append(RuleMark.horizontal(y: y, 0, columns.width, Stroke(.grid))) }
      }
    }
    return painted
  }

  private mutating func heading(_ name: String, _ count: String) -> [any Mark] {
    let spans = [TextSpan(name, TextStyle(.body, bold: true)), TextSpan(" " + count, .body, .ink3)]
    var painted: [any Mark] = []
    y += table.headingSpace.above
    for line in TextMetrics.lines(spans, limit: columns.width) {
      painted.append(TextMark(line, x: 0, baseline: y + 13, halo: true))
      y += TextStyle.body.lineHeight
    }
    y += table.headingSpace.below
    return painted
  }

  // MARK: Ground and foot

  private func ground(from top: Double, to bottom: Double) -> [any Mark] {
    guard hasPlot else { return [] }
    var ground: [any Mark] = []
    if let band = table.band, let low = scale.clampedPosition(band.lowerBound),
      let high = scale.clampedPosition(band.upperBound)
    {
      ground.append(RectangleMark(Box(minX: low, minY: top, maxX: high, maxY: bottom), Paint(fill: .band)))
    }
    for x in ticks.compactMap({ scale.position($0.value) }) {
      ground.append(RuleMark.vertical(x: x, top, bottom, Stroke(.grid)))
    }
    if scale.contains(table.axis.null), let x = scale.position(table.axis.null) {
      ground.append(RuleMark.vertical(x: x, top, bottom, Stroke(.ink3)))
    }
    return ground
  }

  private mutating func paintFoot() {
    guard hasPlot else {
      y += 6
      return
    }
    marks.append(HorizontalAxis(scale: scale, ticks: ticks, y: y, bounds: 0...columns.width))
    y += HorizontalAxis.depth
    let words = DirectionWords(
      lower: table.axis.lower,
      higher: table.axis.higher,
      scale: scale,
      null: table.axis.null,
      baseline: y + 14,
      bounds: 0...columns.width
    )
    marks.append(words)
    y = max(y, words.bottom) + 2
  }
}
