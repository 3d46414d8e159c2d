import Charts

/// Paints one row of a forest table.
struct RowPainter {
  let row: ForestTable.Row
  let table: ForestTable
  let columns: ForestColumns
  let scale: any Scale

  /// Paints the row from `y` down and moves `y` to its end.
  func paint(at y: inout Double) -> [any Mark] {
    let (name, cells, reason) = (nameLines, cellLines, reasonLines)
    let height = height(name, cells, reason)
    let middle = y + height / 2
    y += height
    return linked(stack(name, x: 0, .start, middle)) + beforeCells(middle)
      + (row.plotted == nil ? stack(reason, x: columns.width, .end, middle) : plot(middle))
      + zip(cells, columns.afterEdges).flatMap { stack($0, x: $1, .end, middle) }
      + zip(row.checks, columns.checkMiddles).flatMap { $0.marks(x: $1, y: middle) }
  }

  /// The height of a row before it is painted.
  static func height(_ row: ForestTable.Row, table: ForestTable, columns: ForestColumns) -> Double {
    let scale = table.axis.scale(table.domain, from: columns.plotStart, to: columns.plotEnd)
    let painter = RowPainter(row: row, table: table, columns: columns, scale: scale)
    return painter.height(painter.nameLines, painter.cellLines, painter.reasonLines)
  }

  private func height(_ name: [[TextSpan]], _ cells: [[[TextSpan]]], _ reason: [[TextSpan]]) -> Double {
    let most = ([name.count, reason.count] + cells.map(\.count)).max() ?? 1
    guard most > 1 else { return table.minimumRowHeight }
    return max(table.minimumRowHeight, Double(most) * TextStyle.body.lineHeight + 4)
  }

  private var nameLines: [[TextSpan]] { TextMetrics.lines(row.name, limit: columns.nameWidth) }

  private var cellLines: [[[TextSpan]]] {
    row.after.enumerated().map { index, spans in
      TextMetrics.lines(spans, limit: max(columns.afterWidths[index], 20) + 0.5)
    }
  }

  private var reasonLines: [[TextSpan]] {
    guard row.plotted == nil, !row.reason.isEmpty else { return [] }
    let span = TextSpan(row.reason, .body, .ink3)
    let besidePlot = TextMetrics.lines([span], limit: columns.width - columns.plotEnd)
    return besidePlot.count <= 2
      ? besidePlot : TextMetrics.lines([span], limit: columns.width - columns.plotStart)
  }

  private func linked(_ marks: [any Mark]) -> [any Mark] { row.link.map { [LinkMark($0, marks)] } ?? marks }

  private func beforeCells(_ middle: Double) -> [any Mark] {
    zip(row.before, columns.beforeEdges).flatMap { stack([$0], x: $1, .end, middle) }
  }

  /// Lines about a common middle.
  private func stack(_ lines: [[TextSpan]], x: Double, _ anchor: TextMark.Anchor, _ middle: Double)
    -> [any Mark]
  {
    let step = TextStyle.body.lineHeight
    let first = middle - Double(lines.count - 1) * step / 2 + TextStyle.body.baselineDrop
    return lines.enumerated().map { index, line in
      TextMark(line, x: x, baseline: first + Double(index) * step, anchor: anchor, halo: row.plotted == nil)
    }
  }

  private func plot(_ y: Double) -> [any Mark] {
    guard let plotted = row.plotted else { return [] }
    let stroke = row.isBlue ? Stroke(.blue, 2) : Stroke(.ink3, 1.5)
    let interval = IntervalMark(low: plotted.low, high: plotted.high, y: y, scale: scale, stroke)
    guard scale.contains(plotted.estimate), let x = scale.position(plotted.estimate) else {
      return [interval]
    }
    switch row.glyph {
    case .evidence(let filling): return [interval, EvidenceMark(x: x, y: y, filling)]
    case .square(let isFilled):
      let edge = Stroke(isFilled ? .blue : .ink3, 1.5)
      let paint = Paint(fill: isFilled ? .blue : .paper, stroke: edge)
      return [interval, RectangleMark.square(x: x, y: y, half: 4.5, paint)]
    }
  }
}
