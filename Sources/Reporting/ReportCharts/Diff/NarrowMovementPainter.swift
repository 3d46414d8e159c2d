import Charts

/// Paints a movement figure for a phone: each pair an entry of its own, with the plot and the bar beneath its words.
struct NarrowMovementPainter {
  private let figure: MovementFigure
  private let width = ReportFigure.narrowWidth
  private let scale: any Scale
  private let bars: LinearScale

  init(_ figure: MovementFigure) {
    self.figure = figure
    scale = figure.axis.scale(figure.domain, from: 4, to: 206)
    bars = MovementBars(figure.rows).scale(from: 234, to: 350)
  }

  func paint() -> Drawing {
    var y = 0.0
    let heads = heads(at: &y)
    var painted: [any Mark] = []
    var ground: [any Mark] = []
    for (index, row) in figure.rows.enumerated() {
      painted += entry(row, at: &y, ground: &ground)
      if index + 1 < figure.rows.count {
        painted.append(RuleMark.horizontal(y: y, 0, width, Stroke(.grid)))
      }
    }
    let foot = foot(at: &y)
    return Drawing(width: width, height: y, marks: heads + ground + painted + foot)
  }

  private func heads(at y: inout Double) -> [any Mark] {
    let left = TextMetrics.lines([TextSpan(figure.axis.shortTitle, .head, .ink2)], limit: 200)
    let right = TextMetrics.lines([TextSpan(figure.words.movement, .head, .ink2)], limit: 146)
    let depth = Double(max(left.count, right.count)) * TextStyle.head.lineHeight
    var marks: [any Mark] = []
    for (lines, x, anchor) in [(left, 0.0, TextMark.Anchor.start), (right, width, .end)] {
      for (index, line) in lines.reversed().enumerated() {
        let baseline = depth - 3 - Double(index) * TextStyle.head.lineHeight
        marks.append(TextMark(line, x: x, baseline: baseline, anchor: anchor))
      }
    }
    y = depth + 6
    marks.append(RuleMark.horizontal(y: y + 0.5, 0, width, Stroke(.rule)))
    y += 1
    return marks
  }

  private func entry(_ row: MovementFigure.Row, at y: inout Double, ground: inout [any Mark]) -> [any Mark] {
    let style = TextStyle(.body, bold: row.isListed)
    y += 6
    let shift = TextMetrics.lines([TextSpan(row.shiftText, style, .ink)], limit: 84)
    let name = text(row.name, style, .ink, limit: width - 96, at: &y)
    var marks: [any Mark] = row.link.map { [LinkMark($0, name)] } ?? name
    let first = y - Double(TextMetrics.lines([TextSpan(row.name, style)], limit: width - 96).count) * step
    for (index, line) in shift.enumerated() {
      let baseline = first + Double(index) * step + 13
      marks.append(TextMark(line, x: width, baseline: baseline, anchor: .end))
    }
    y = max(y, first + Double(shift.count) * step)
    marks += text(row.change, TextStyle(.tick, bold: row.isListed), .ink2, limit: width, at: &y)
    let estimates = "\(TextSpan.keepingInterval(row.oldText)) → \(TextSpan.keepingInterval(row.newText))"
    marks += text(estimates, .tick, .ink2, limit: width, at: &y)
    let (top, middle) = (y, y + 15)
    y += 30
    ground += [(scale, figure.axis.null), (bars as any Scale, 0)].flatMap { scale, null -> [any Mark] in
      guard scale.contains(null), let x = scale.position(null) else { return [] }
      return [RuleMark.vertical(x: x, top, y, Stroke(.ink3))]
    }
    return marks + Dumbbell(old: row.old, new: row.new).marks(y: middle, scale: scale)
      + MovementBars.marks(row, y: middle, scale: bars, half: 6)
  }

  private var step: Double { TextStyle.body.lineHeight }

  /// Lines from `y` down.
  private func text(_ text: String, _ style: TextStyle, _ ink: Ink, limit: Double, at y: inout Double)
    -> [any Mark]
  {
    guard !text.isEmpty else { return [] }
    return TextMetrics.lines([TextSpan(text, style, ink)], limit: limit).map { line in
      defer { y += step }
      return TextMark(line, x: 0, baseline: y + 13)
    }
  }

  private func foot(at y: inout Double) -> [any Mark] {
    var marks: [any Mark] = [
      HorizontalAxis(scale: scale, ticks: scale.ticksAlong(atMost: 5), y: y, bounds: 0...222),
      HorizontalAxis(scale: bars, ticks: MovementBars.ticks(bars), y: y, bounds: 224...width),
    ]
    y += HorizontalAxis.depth
    let words = DirectionWords(
      lower: figure.axis.lower,
      higher: figure.axis.higher,
      scale: scale,
      null: figure.axis.null,
      baseline: y + 14,
      bounds: 0...width
    )
    marks.append(words)
    y = max(y, words.bottom) + 12
    marks += figure.legend.paint(width: width, at: &y)
    return marks
  }
}
