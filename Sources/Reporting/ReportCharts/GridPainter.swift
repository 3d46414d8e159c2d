import Charts

/// Paints a grid band by band, and its legend at the foot.
struct GridPainter {
  private let table: GridTable
  private let layout: GridLayout
  private let legend: GridLegend
  private var marks: [any Mark] = []
  private var glyphs = GridGlyphs()
  private var y = 0.0

  /// The slant of column labels, in degrees.
  private static let slant = 60.0
  private static let rowHeight = 20.0

  init(_ table: GridTable, _ legend: GridLegend, width: Double) {
    (self.table, self.legend) = (table, legend)
    layout = GridLayout(table, width: width)
  }

  /// All bands, one beneath the other.
  func painted() -> Drawing {
    var painter = self
    return painter.paint(layout.bands[...])
  }

  /// The bands on as few sheets of at most a height as they need, the legend on each; a band that is higher
  /// stands alone.
  func sheets(height: Double) -> [Drawing] {
    Paging.pages([layout.bands], size: height) { band in
      var painter = self
      return painter.paint([band]).height
    }.flatMap { $0 }.map { part in
      var painter = self
      return painter.paint(part.rows)
    }
  }

  private mutating func paint(_ bands: ArraySlice<GridLayout.Band>) -> Drawing {
    for (number, band) in bands.enumerated() {
      if number > 0 { y += 24 }
      paintLabels(band)
      for (index, section) in table.sections.enumerated() { paint(section, band, isFirst: index == 0) }
      paintBrackets(band)
    }
    marks += glyphs.marks
    let foot = legend.marks(from: layout.labelWidth, width: layout.width, y: y + 10)
    return Drawing(width: layout.width, height: foot.bottom + 2, marks: marks + foot.marks)
  }

  // MARK: Columns

  private mutating func paintLabels(_ band: GridLayout.Band) {
    let depth = labels(band, baseline: 0).flatMap(\.textBoxes).map { -$0.minY }.max() ?? 0
    y += max(depth, heading(table.sections.first?.heading ?? "").count > 1 ? 40 : 20) + 4
    marks += labels(band, baseline: y - 4)
  }

  private func labels(_ band: GridLayout.Band, baseline: Double) -> [any Mark] {
    band.groups.flatMap(\.columns).flatMap { column -> [any Mark] in
      let first = column.middle - Double(column.lines.count - 1) * GridLayout.lineStep / 2 + 4
      let texts: [any Mark] = column.lines.enumerated().map { index, line in
        var mark = TextMark(line, x: first + Double(index) * GridLayout.lineStep, baseline: baseline)
        mark.turn = Self.slant
        return mark
      }
      return column.label.link.map { [LinkMark($0, label: column.label.text, texts)] } ?? texts
    }
  }

  private mutating func paintBrackets(_ band: GridLayout.Band) {
    var bottom = y
    for group in band.groups where !group.name.isEmpty {
      let (left, right) = (group.start + 1, group.end - 1)
      let corners = [Point(left, y + 6), Point(left, y + 11), Point(right, y + 11), Point(right, y + 6)]
      marks.append(PolylineMark(corners, Stroke(.ink3)))
      let limit = max(right - left + GridLayout.groupGap - 4, 20)
      let lines = TextMetrics.lines([TextSpan(group.name, .tick, .ink2)], limit: limit)
      for (index, line) in lines.enumerated() {
        let half = TextMetrics.width(line) / 2
        let x = min(max((left + right) / 2, half), layout.width - half)
        let baseline = y + 25 + Double(index) * TextStyle.tick.lineHeight
        marks.append(TextMark(line, x: x, baseline: baseline, anchor: .middle))
        bottom = max(bottom, baseline + 4)
      }
    }
    y = bottom
  }

  // MARK: Rows

  private func heading(_ text: String) -> [[TextSpan]] {
    text.isEmpty
      ? [] : TextMetrics.lines([TextSpan(text, TextStyle(.body, bold: true))], limit: layout.labelWidth - 8)
  }

  /// The first section's heading stands beside the column labels, the others above their rows.
  private mutating func paint(_ section: GridTable.Section, _ band: GridLayout.Band, isFirst: Bool) {
    let lines = heading(section.heading)
    let step = TextStyle.body.lineHeight
    if !isFirst { y += lines.isEmpty ? 14 : 10 + Double(lines.count) * step }
    let last = y - 5
    for (index, line) in lines.reversed().enumerated() {
      marks.append(TextMark(line, x: 0, baseline: last - Double(index) * step))
    }
    for row in section.rows {
      switch row {
      case .heading(let name): paint(groupHeading: name)
      case .cells(let label, let cells): paint(label, cells, band)
      }
    }
  }

  private mutating func paint(groupHeading name: String) {
    y += 6
    let span = TextSpan(name, TextStyle(.tick, bold: true), .ink2)
    for line in TextMetrics.lines([span], limit: layout.width) {
      marks.append(TextMark(line, x: 0, baseline: y + 12))
      y += TextStyle.tick.lineHeight
    }
    y += 3
  }

  private mutating func paint(_ label: GridTable.Label, _ cells: [GridTable.Glyph], _ band: GridLayout.Band) {
    let lines = TextMetrics.lines([label.span], limit: layout.labelWidth - 11)
    let step = TextStyle.tick.lineHeight
    let height = max(Self.rowHeight, Double(lines.count) * step + 4)
    let middle = y + height / 2
    let first = middle - Double(lines.count - 1) * step / 2 + TextStyle.tick.baselineDrop
    let texts: [any Mark] = lines.enumerated().map { index, line in
      TextMark(
        line,
        x: table.labelsAtStart ? 0 : layout.labelWidth - 10,
        baseline: first + Double(index) * step,
        anchor: table.labelsAtStart ? .start : .end
      )
    }
    marks += label.link.map { [LinkMark($0, texts)] } ?? texts
    y += height
    for group in band.groups {
      let start = table.labelsAtStart ? 0 : group.start
      marks.append(RuleMark.horizontal(y: y, start, group.end, Stroke(.grid)))
      for column in group.columns where column.index < cells.count {
        glyphs.add(cells[column.index], at: Point(column.middle, middle))
      }
    }
  }
}
