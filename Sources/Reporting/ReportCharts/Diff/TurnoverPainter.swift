import Charts

/// Paints instruments as squares either side of a line: those lost to its left, those there now to its right.
struct TurnoverPainter {
  let figure: TurnoverFigure
  let isNarrow: Bool

  private var width: Double { isNarrow ? ReportFigure.narrowWidth : 544 }
  private var gap: Double { isNarrow ? 8 : 14 }

  private enum Kind: CaseIterable {
    case lost, kept, realigned, gained
  }

  // MARK: Columns

  private var nameWidth: Double {
    let widest = figure.rows.map { TextMetrics.width($0.name, .body) }.max() ?? 0
    return min(max(widest + 1, 50), isNarrow ? 84 : 150)
  }

  private var countsWidth: Double {
    let widest = figure.rows.map { TextMetrics.width(Self.counts($0), .body) }.max() ?? 0
    return max(widest, isNarrow ? 44 : 60) + 1
  }

  /// The room of all squares, and what one variant takes of it.
  private var room: Double { max(width - nameWidth - countsWidth - 2 * gap - 8, 60) }

  private var most: (lost: Int, here: Int) {
    (figure.rows.map(\.lost).max() ?? 0, figure.rows.map(\.after).max() ?? 0)
  }

  private var unit: Double { min(12, (room - 4) / Double(max(most.lost + most.here, 1))) }

  /// The line between the lost and the others.
  private var line: Double {
    let lost = Double(most.lost) * unit
    let head = TextMetrics.width(figure.words.lost, .head) + 6
    let least = min(head, max(room - 4 - Double(most.here) * unit, 0))
    return nameWidth + gap + max(lost, least) + 4
  }

  private static func counts(_ row: TurnoverFigure.Row) -> String {
    "\(NumberStyle.count(row.before)) → \(NumberStyle.count(row.after))"
  }

  // MARK: Painting

  func paint() -> Drawing {
    var y = 0.0
    let heads = heads(at: &y)
    let top = y
    var painted: [any Mark] = []
    for (index, row) in figure.rows.enumerated() {
      painted += self.row(row, at: &y)
      if index + 1 < figure.rows.count { painted.append(RuleMark.horizontal(y: y, 0, width, Stroke(.grid))) }
    }
    painted.append(RuleMark.vertical(x: line, top, y, Stroke(.ink3)))
    y += 12
    let legend = legend.paint(width: width, at: &y)
    return Drawing(width: width, height: y, marks: heads + painted + legend)
  }

  private func heads(at y: inout Double) -> [any Mark] {
    let placed: [(String, Double, TextMark.Anchor, Double)] = [
      (figure.words.name, 0, .start, nameWidth),
      (figure.words.lost, line - 4, .end, max(line - nameWidth - 8, 20)),
      (figure.words.here, line + 6, .start, max(width - countsWidth - gap - line - 6, 20)),
      (figure.words.counts, width, .end, countsWidth + gap / 2),
    ]
    let texts = placed.map { TextMetrics.lines([TextSpan($0.0, .head, .ink2)], limit: $0.3) }
    let depth = Double(texts.map(\.count).max() ?? 1) * TextStyle.head.lineHeight
    var marks: [any Mark] = []
    for (lines, place) in zip(texts, placed) {
      for (index, text) in lines.reversed().enumerated() {
        let baseline = depth - 3 - Double(index) * TextStyle.head.lineHeight
        marks.append(TextMark(text, x: place.1, baseline: baseline, anchor: place.2))
      }
    }
    y = depth + 6
    marks.append(RuleMark.horizontal(y: y + 0.5, 0, width, Stroke(.rule)))
    y += 1
    return marks
  }

  private func row(_ row: TurnoverFigure.Row, at y: inout Double) -> [any Mark] {
    let step = TextStyle.body.lineHeight
    let lines = TextMetrics.lines([TextSpan(row.name)], limit: nameWidth)
    let height = max(24, Double(lines.count) * step + 6)
    let middle = y + height / 2
    y += height
    let first = middle - Double(lines.count - 1) * step / 2 + TextStyle.body.baselineDrop
    let name: [any Mark] = lines.enumerated().map { index, line in
      TextMark(line, x: 0, baseline: first + Double(index) * step)
    }
    let counts = TextMark(
      Self.counts(row),
      .body,
      x: width,
      baseline: middle + TextStyle.body.baselineDrop,
      anchor: .end
    )
    return (row.link.map { [LinkMark($0, name)] } ?? name) + variants(row, middle) + [counts]
  }

  private func variants(_ row: TurnoverFigure.Row, _ y: Double) -> [any Mark] {
    var marks: [any Mark] = []
    var x = line + 4
    for (kind, count) in [(Kind.kept, row.kept), (.realigned, row.realigned), (.gained, row.gained)] {
      marks += run(kind, count, from: x, y)
      x += Double(count) * unit
    }
    return run(.lost, row.lost, from: line - 4 - Double(row.lost) * unit, y) + marks
  }

  /// So many variants of one kind: squares, or one bar where some row has too many.
  private func run(_ kind: Kind, _ count: Int, from x: Double, _ y: Double) -> [any Mark] {
    guard count > 0 else { return [] }
    if figure.isDense {
      let right = x + max(Double(count) * unit - 0.8, 1)
      return Self.box(kind, Box(minX: x, minY: y - 5, maxX: right, maxY: y + 5))
    }
    return (0..<count).flatMap { place in
      let left = x + Double(place) * unit
      let half = (unit - 2) / 2
      return Self.box(kind, Box(centreX: left + unit / 2, centreY: y, radius: max(half, 1)))
    }
  }

  private static func box(_ kind: Kind, _ box: Box) -> [any Mark] {
    let (x, y) = ((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2)
    let hasSign = min(box.width, box.height) >= 7
    switch kind {
    case .lost:
      let inner = Box(
        minX: box.minX + 0.5,
        minY: box.minY + 0.5,
        maxX: max(box.maxX - 0.5, box.minX + 0.6),
        maxY: box.maxY - 0.5
      )
      return [RectangleMark(inner, Paint(stroke: Stroke(.vermillion, 1.3, dashes: [2.4, 1.4])))]
    case .kept: return [RectangleMark(box, Paint(fill: .ink3))]
    case .realigned:
      let slash = RuleMark(Point(x - 2.4, y + 2.4), Point(x + 2.4, y - 2.4), Stroke(.onOrange, 1.3))
      return [RectangleMark(box, Paint(fill: .orange, stroke: Stroke(.ink, 0.7)))] + (hasSign ? [slash] : [])
    case .gained:
      let plus: [any Mark] = [
        RuleMark.horizontal(y: y, x - 2.6, x + 2.6, Stroke(.paper, 1.4)),
        RuleMark.vertical(x: x, y - 2.6, y + 2.6, Stroke(.paper, 1.4)),
      ]
      return [RectangleMark(box, Paint(fill: .blue))] + (hasSign ? plus : [])
    }
  }

  private var legend: FigureLegend {
    let words = figure.words
    let kinds = [
      (Kind.lost, words.lost), (.kept, words.kept), (.realigned, words.realigned), (.gained, words.gained),
    ]
    return FigureLegend(
      items: kinds.map { kind, text in
        FigureLegend.Item(width: 11, text: text) { left, middle in
          Self.box(kind, Box(centreX: left + 5.5, centreY: middle, radius: 5))
        }
      }
    )
  }
}
