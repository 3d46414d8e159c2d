import Charts

/// Paints a movement figure as a table: name, both estimates drawn and printed, what changed, and how far.
struct MovementPainter {
  private let figure: MovementFigure
  private let columns: MovementColumns
  private let scale: any Scale
  private let bars: LinearScale

  init(_ figure: MovementFigure, width: Double) {
    self.figure = figure
    columns = MovementColumns(figure, width: width)
    scale = figure.axis.scale(figure.domain, from: columns.plot.start, to: columns.plot.end)
    bars = MovementBars(figure.rows).scale(from: columns.bars.start, to: columns.bars.end)
  }

  /// Sheets of at most a height, all with the same columns and axes.
  func sheets(height: Double) -> [Drawing] {
    let empty = paint([]).height
    let pages = Paging.pages([figure.rows], size: max(height - empty, 100)) { Cells($0, columns).height }
    return pages.map { parts in paint(parts.flatMap { Array($0.rows) }) }
  }

  func paint(_ rows: [MovementFigure.Row]) -> Drawing {
    var y = 0.0
    let heads = heads(at: &y)
    let top = y
    var painted: [any Mark] = []
    for (index, row) in rows.enumerated() {
      painted += self.row(row, at: &y)
      if index + 1 < rows.count {
        painted.append(RuleMark.horizontal(y: y, 0, columns.width, Stroke(.grid)))
      }
    }
    let ground = ground(from: top, to: y)
    let foot = foot(at: &y)
    return Drawing(width: columns.width, height: y, marks: heads + ground + painted + foot)
  }

  // MARK: Heads

  private func heads(at y: inout Double) -> [any Mark] {
    let words = figure.words
    let middle = (columns.plot.start + columns.plot.end) / 2
    let placed: [(String, Double, TextMark.Anchor, Double)] = [
      (words.name, 0, .start, columns.nameWidth),
      (figure.axis.shortTitle, middle, .middle, columns.plot.end - columns.plot.start + 8),
      (words.oldEstimate, columns.old.edge, .end, columns.old.width),
      (words.newEstimate, columns.new.edge, .end, columns.new.width),
      (words.change, columns.change.start, .start, columns.change.width),
      (words.movement, columns.width, .end, columns.width - columns.bars.start),
    ]
    let texts = placed.map { TextMetrics.lines([TextSpan($0.0, .head, .ink2)], limit: $0.3) }
    let depth = Double(texts.map(\.count).max() ?? 1) * TextStyle.head.lineHeight
    var marks: [any Mark] = []
    for (lines, place) in zip(texts, placed) {
      for (index, line) in lines.reversed().enumerated() {
        let baseline = depth - 3 - Double(index) * TextStyle.head.lineHeight
        marks.append(TextMark(line, x: place.1, baseline: baseline, anchor: place.2))
      }
    }
    y = depth + 6
    marks.append(RuleMark.horizontal(y: y + 0.5, 0, columns.width, Stroke(.rule)))
    y += 1
    return marks
  }

  // MARK: Rows

  /// The texts of a row, broken into lines.
  private struct Cells {
    let name: [[TextSpan]]
    let old: [[TextSpan]]
    let new: [[TextSpan]]
    let change: [[TextSpan]]
    let shift: [[TextSpan]]

    init(_ row: MovementFigure.Row, _ columns: MovementColumns) {
      let style = TextStyle(.body, bold: row.isListed)
      let ink: Ink = row.isListed ? .ink : .ink2
      func lines(_ text: String, _ ink: Ink, _ style: TextStyle, _ limit: Double) -> [[TextSpan]] {
        TextMetrics.lines([TextSpan(text, style, ink)], limit: limit)
      }
      let estimates = (TextSpan.keepingInterval(row.oldText), TextSpan.keepingInterval(row.newText))
      name = lines(row.name, .ink, style, columns.nameWidth)
      old = lines(estimates.0, .ink2, .body, columns.old.width)
      new = lines(estimates.1, .ink, style, columns.new.width)
      change = lines(row.change, ink, style, columns.change.width)
      shift = lines(row.shiftText, ink, style, columns.shift.width)
    }

    var height: Double {
      let most = [name, old, new, change, shift].map(\.count).max() ?? 1
      return max(28, Double(most) * TextStyle.body.lineHeight + 8)
    }
  }

  private func row(_ row: MovementFigure.Row, at y: inout Double) -> [any Mark] {
    let cells = Cells(row, columns)
    let middle = y + cells.height / 2
    y += cells.height
    let name = stack(cells.name, x: 0, .start, middle)
    return (row.link.map { [LinkMark($0, name)] } ?? name)
      + Dumbbell(old: row.old, new: row.new).marks(y: middle, scale: scale)
      + stack(cells.old, x: columns.old.edge, .end, middle)
      + stack(cells.new, x: columns.new.edge, .end, middle)
      + stack(cells.change, x: columns.change.start, .start, middle)
      + MovementBars.marks(row, y: middle, scale: bars, half: 6)
      + stack(cells.shift, x: columns.shift.edge, .end, middle)
  }

  private func stack(_ lines: [[TextSpan]], x: Double, _ anchor: TextMark.Anchor, _ middle: Double)
    -> [any Mark]
  {
    let step = TextStyle.body.lineHeight
    let first = middle - Double(lines.count - 1) * step / 2 + TextStyle.body.baselineDrop
    return lines.enumerated().map { index, line in
      TextMark(line, x: x, baseline: first + Double(index) * step, anchor: anchor)
    }
  }

  // MARK: Ground and foot

  private func ground(from top: Double, to bottom: Double) -> [any Mark] {
    func upright(_ scale: any Scale, _ ticks: [Tick], _ null: Double) -> [any Mark] {
      var marks: [any Mark] = ticks.compactMap { scale.position($0.value) }.map {
        RuleMark.vertical(x: $0, top, bottom, Stroke(.grid))
      }
      if scale.contains(null), let x = scale.position(null) {
        marks.append(RuleMark.vertical(x: x, top, bottom, Stroke(.ink3)))
      }
      return marks
    }
    return upright(scale, scale.ticksAlong(atMost: 9), figure.axis.null)
      + upright(bars, MovementBars.ticks(bars), 0)
  }

  private func foot(at y: inout Double) -> [any Mark] {
    let bounds = 0...columns.old.edge
    var marks: [any Mark] = [
      HorizontalAxis(scale: scale, ticks: scale.ticksAlong(atMost: 9), y: y, bounds: bounds),
      HorizontalAxis(scale: bars, ticks: MovementBars.ticks(bars), y: y, bounds: 0...columns.width),
    ]
    y += HorizontalAxis.depth
    let words = DirectionWords(
      lower: figure.axis.lower,
      higher: figure.axis.higher,
      scale: scale,
      null: figure.axis.null,
      baseline: y + 14,
      bounds: bounds
    )
    marks.append(words)
    y = max(y, words.bottom) + 12
    marks += figure.legend.paint(width: columns.width, at: &y)
    return marks
  }
}
