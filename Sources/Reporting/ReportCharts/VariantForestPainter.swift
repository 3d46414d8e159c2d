import Charts

/// Paints a variant forest from the head down.
struct VariantForestPainter {
  private let figure: VariantForestFigure
  private let columns: VariantForestColumns
  private let plots: [VariantPlot]
  private let heaviest: Double
  private var rows: ArraySlice<VariantForestFigure.Row>
  private var marks: [any Mark] = []
  private var y = 0.0

  init(_ figure: VariantForestFigure, _ columns: VariantForestColumns) {
    (self.figure, self.columns) = (figure, columns)
    plots = VariantPlot.plots(figure, columns)
    heaviest = figure.rows.compactMap(\.weight).filter(\.isFinite).max() ?? 0
    rows = figure.rows[...]
  }

  /// All rows on one sheet.
  func painted() -> Drawing {
    var painter = self
    return painter.paint()
  }

  /// The rows on sheets of paper, each with the axes, the last one with the estimate of all.
  func sheets() -> [Drawing] {
    var empty = self
    empty.rows = []
    let room = ReportFigure.printHeight - empty.painted().height - 18
    let pages = Paging.pages([figure.rows], size: max(room, 100)) { columns.lines($0).height }
    return pages.flatMap { $0 }.map { part in
      var painter = self
      painter.rows = part.rows
      return painter.painted()
    }
  }

  private mutating func paint() -> Drawing {
    paintHead()
    let top = y
    var painted: [any Mark] = []
    for (index, row) in rows.enumerated() { painted += paint(row, index) }
    painted += paintPooled()
    marks += plots.flatMap { $0.ground(from: top, to: y) } + painted
    paintFoot()
    return Drawing(width: columns.width, height: y, marks: marks)
  }

  // MARK: Head

  private mutating func paintHead() {
    let titles = plots.map { plot in
      TextMetrics.lines([TextSpan(plot.title, .head, .ink2)], limit: plot.end - plot.start)
    }
    let step = TextStyle.head.lineHeight
    let depth = Double(titles.map(\.count).max() ?? 1) * step
    marks.append(TextMark(figure.words(FigurePhrase.variant), .head, .ink2, x: 0, baseline: depth - 3))
    if let weights = columns.weights {
      let head = figure.words(FigurePhrase.weight)
      marks.append(TextMark(head, .head, .ink2, x: weights.start, baseline: depth - 3))
    }
    for (plot, lines) in zip(plots, titles) {
      for (index, line) in lines.reversed().enumerated() {
        let baseline = depth - 3 - Double(index) * step
        marks.append(TextMark(line, x: (plot.start + plot.end) / 2, baseline: baseline, anchor: .middle))
      }
    }
    y = depth + 6
    if rows.count > 20 {
      y += 18
      marks += plots.map {
        HorizontalAxis(scale: $0.scale, ticks: $0.ticks, y: y, side: .top, bounds: room($0))
      }
    }
    marks.append(RuleMark.horizontal(y: y + 0.5, 0, columns.width, Stroke(.rule)))
    y += 5
  }

  /// Where the tick labels of a plot may stand: as far as half the gap to its neighbour.
  private func room(_ plot: VariantPlot) -> ClosedRange<Double> {
    let half = columns.gap / 2 - 2
    return (plot.start - half)...min(plot.end + half, columns.width)
  }

  // MARK: Rows

  private mutating func paint(_ row: VariantForestFigure.Row, _ index: Int) -> [any Mark] {
    let (name, notes, height) = columns.lines(row)
    let middle = y + height / 2
    y += height
    let rule: [any Mark] =
      hasRule(after: index) ? [RuleMark.horizontal(y: y, 0, columns.width, Stroke(.grid))] : []
    return rule + stack(name, x: 0, .start, middle) + weight(row, middle)
      + stack(notes, x: columns.noteEdge, .end, middle)
      + plots.flatMap { $0.marks(row, y: middle, isDense: columns.isDense) }
  }

  /// After each row of a short list, after every tenth of a long one.
  private func hasRule(after index: Int) -> Bool {
    index + 1 < rows.count && (figure.rows.count <= 20 || (index + 1) % 10 == 0)
  }

  private func stack(_ lines: [[TextSpan]], x: Double, _ anchor: TextMark.Anchor, _ middle: Double)
    -> [any Mark]
  {
    guard let style = lines.first?.first?.style else { return [] }
    let first = middle - Double(lines.count - 1) * style.lineHeight / 2 + style.baselineDrop
    return lines.enumerated().map { index, line in
      TextMark(line, x: x, baseline: first + Double(index) * style.lineHeight, anchor: anchor, halo: true)
    }
  }

  /// The bar of a weight, and its percentage where it is worth a word.
  private func weight(_ row: VariantForestFigure.Row, _ middle: Double) -> [any Mark] {
    guard let place = columns.weights, let weight = row.weight, weight > 0, heaviest > 0 else { return [] }
    let length = max(weight / heaviest * place.length, 1)
    let half = columns.rowHeight > 14 ? 4.0 : 3.0
    let bar = Box(minX: place.start, minY: middle - half, maxX: place.start + length, maxY: middle + half)
    let marks: [any Mark] = [RectangleMark(bar, Paint(fill: .ink3))]
    guard weight >= 0.05, weight <= 1 else { return marks }
    let label = "\(Int((weight * 100).rounded()))%"
    let style = columns.medium == .print ? TextStyle.tick : TextStyle.dense
    let baseline = middle + style.baselineDrop
    return marks + [TextMark(label, style, .ink3, x: bar.maxX + 5, baseline: baseline)]
  }

  // MARK: All variants

  private mutating func paintPooled() -> [any Mark] {
    y += 4
    guard let pooled = figure.pooled, rows.isEmpty || rows.endIndex == figure.rows.endIndex else { return [] }
    let style = TextStyle(.body, bold: true)
    let lines = TextMetrics.lines([TextSpan(figure.pooledName, style)], limit: columns.nameWidth)
    let height = max(26, Double(lines.count) * style.lineHeight + 6)
    let middle = y + height / 2
    let rule = RuleMark.horizontal(y: y, 0, columns.width, Stroke(.rule))
    y += height
    return [rule] + stack(lines, x: 0, .start, middle) + plots.flatMap { $0.diamond(pooled, y: middle) }
  }

  private mutating func paintFoot() {
    marks += plots.map { HorizontalAxis(scale: $0.scale, ticks: $0.ticks, y: y, bounds: room($0)) }
    y += HorizontalAxis.depth
    guard let first = plots.first else { return }
    let words = DirectionWords(
      lower: figure.axis.lower,
      higher: figure.axis.higher,
      scale: first.scale,
      null: figure.axis.null,
      baseline: y + 14,
      bounds: (columns.isNarrow ? 0 : first.start)...first.end
    )
    marks.append(words)
    var bottom = max(y, words.bottom)
    if let second = plots.dropFirst().first, figure.pooled != nil {
      let text = figure.words(columns.isNarrow ? FigurePhrase.bandShort : .band)
      let lines = TextMetrics.lines(
        [TextSpan(text, TextStyle(.head), .ink2)],
        limit: second.end - second.start
      )
      for (index, line) in lines.enumerated() {
        let baseline = y + 14 + Double(index) * TextStyle.head.lineHeight
        let mark = TextMark(line, x: (second.start + second.end) / 2, baseline: baseline, anchor: .middle)
        marks.append(mark)
        bottom = max(bottom, mark.box.maxY)
      }
    }
    y = bottom + 2
  }
}
