import Charts

/// Paints a matrix of standings.
struct StandingMatrixPainter {
  let figure: StandingMatrixFigure
  let isNarrow: Bool

  private var width: Double { isNarrow ? ReportFigure.narrowWidth : 544 }
  private var headWidth: Double { isNarrow ? 86 : 122 }
  private let gap = 3.0

  private var cellWidth: Double {
    let count = Double(max(figure.standings.count, 1))
    return (width - headWidth - gap * count) / count
  }

  func paint() -> Drawing {
    var y = 0.0
    var marks = heads(at: &y)
    for (standing, cells) in zip(figure.standings, figure.cells) {
      marks += row(standing, cells, at: &y)
      y += gap
    }
    return Drawing(width: width, height: y + 2, marks: marks)
  }

  private func left(_ column: Int) -> Double { headWidth + gap + Double(column) * (cellWidth + gap) }

  // MARK: Heads

  private func heads(at y: inout Double) -> [any Mark] {
    let middle = (headWidth + width) / 2
    let title = TextMetrics.lines([TextSpan(figure.newTitle, .head, .ink)], limit: width - headWidth)
    var marks: [any Mark] = title.enumerated().map { index, line in
      TextMark(
        line,
        x: middle,
        baseline: 12 + Double(index) * TextStyle.head.lineHeight,
        anchor: .middle
      )
    }
    y = Double(title.count) * TextStyle.head.lineHeight + 8
    let columns = figure.standings.map {
      TextMetrics.lines([TextSpan($0, .tick, .ink2)], limit: cellWidth - 4)
    }
    let corner = TextMetrics.lines([TextSpan("\(figure.oldTitle) ↓", .head, .ink)], limit: headWidth - 6)
    let depth = Double(([corner.count] + columns.map(\.count)).max() ?? 1) * TextStyle.head.lineHeight
    let foot = y + depth - 4
    marks += stacked(corner, x: 0, .start, foot)
    for (index, lines) in columns.enumerated() {
      marks += stacked(lines, x: left(index) + cellWidth / 2, .middle, foot)
    }
    y += depth + 6
    return marks
  }

  /// Lines whose last one stands on a baseline.
  private func stacked(_ lines: [[TextSpan]], x: Double, _ anchor: TextMark.Anchor, _ foot: Double)
    -> [any Mark]
  {
    lines.reversed().enumerated().map { index, line in
      TextMark(line, x: x, baseline: foot - Double(index) * TextStyle.head.lineHeight, anchor: anchor)
    }
  }

  // MARK: Rows

  private func row(_ standing: String, _ cells: [StandingMatrixFigure.Cell], at y: inout Double) -> [any Mark]
  {
    let names = cells.map(nameLines)
    let head = TextMetrics.lines([TextSpan(standing, .tick, .ink2)], limit: headWidth - 8)
    let lines = names.map(\.count).max() ?? 0
    let height = max(
      lines == 0 ? 40 : 40 + Double(lines) * TextStyle.tick.lineHeight,
      Double(head.count) * TextStyle.tick.lineHeight + 12
    )
    defer { y += height }
    let first = y + height / 2 - Double(head.count - 1) * TextStyle.tick.lineHeight / 2
    let label: [any Mark] = head.enumerated().map { index, line in
      TextMark(
        line,
        x: headWidth - 8,
        baseline: first + Double(index) * TextStyle.tick.lineHeight + TextStyle.tick.baselineDrop,
        anchor: .end
      )
    }
    return label
      + cells.indices.flatMap { column in
        let box = Box(minX: left(column), minY: y, maxX: left(column) + cellWidth, maxY: y + height)
        return cell(cells[column], names[column], box)
      }
  }

  private func nameLines(_ cell: StandingMatrixFigure.Cell) -> [[TextSpan]] {
    guard !cell.isQuiet, !cell.names.isEmpty else { return [] }
    let text = figure.words.list(cell.names, atMost: StandingMatrixFigure.nameLimit)
    return TextMetrics.lines([TextSpan(text, .tick, .ink)], limit: cellWidth - 10)
  }

  private func cell(_ cell: StandingMatrixFigure.Cell, _ names: [[TextSpan]], _ box: Box) -> [any Mark] {
    let isEmpty = cell.names.isEmpty
    let inner = Box(minX: box.minX + 1, minY: box.minY + 1, maxX: box.maxX - 1, maxY: box.maxY - 1)
    var marks: [any Mark] = [
      RectangleMark(inner, cornerRadius: 2, isEmpty ? Paint(fill: .wash) : Self.paint(cell.kind))
    ]
    let step = TextStyle.tick.lineHeight
    let block = 22 + Double(names.count) * step
    let top = (box.minY + box.maxY - block) / 2
    let middle = (box.minX + box.maxX) / 2
    let span = TextSpan(
      NumberStyle.count(cell.names.count),
      isEmpty ? .body : TextStyle(.title, bold: true),
      isEmpty ? .ink3 : .ink
    )
    let arrow = isEmpty ? nil : Self.arrow(cell.kind)
    let room = arrow == nil ? 0 : 20.0
    let numberWidth = TextMetrics.width([span])
    let start = middle - (numberWidth + room) / 2
    if let arrow { marks.append(Self.triangle(isUp: arrow, x: start + 7, y: top + 11)) }
    marks.append(TextMark([span], x: start + room, baseline: top + 17))
    for (index, line) in names.enumerated() {
      marks.append(
        TextMark(line, x: middle, baseline: top + 22 + Double(index + 1) * step - 3, anchor: .middle)
      )
    }
    return marks
  }

  private static func paint(_ kind: StandingMatrixFigure.Kind) -> Paint {
    switch kind {
    case .stronger: Paint(fill: .band, stroke: Stroke(.blue, 1.5))
    case .weaker: Paint(fill: .paper, stroke: Stroke(.vermillion, 1.5))
    case .other: Paint(fill: .paper, stroke: Stroke(.ink3, 1, dashes: [3, 2]))
    case .same: Paint(fill: .wash, stroke: Stroke(.rule, 1))
    }
  }

  /// Whether the triangle points up; nil for none.
  private static func arrow(_ kind: StandingMatrixFigure.Kind) -> Bool? {
    switch kind {
    case .stronger: true
    case .weaker: false
    case .same, .other: nil
    }
  }

  static func triangle(isUp: Bool, x: Double, y: Double) -> any Mark {
    let tip = isUp ? -5.5 : 5.5
    return PolygonMark(
      [Point(x, y + tip), Point(x + 6.5, y - tip), Point(x - 6.5, y - tip)],
      Paint(fill: isUp ? .blue : .vermillion)
    )
  }
}
