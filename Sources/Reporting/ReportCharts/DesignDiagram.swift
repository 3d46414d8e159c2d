import Charts

/// The design: the panel and the disease as boxes, and an arrow for each direction.
package struct DesignDiagram: Sendable {
  package var id: String
  package var title: String
  /// At the left, or above.
  package var panel: Side
  /// At the right, or below.
  package var disease: Side
  /// Panel → disease.
  package var forward: Arrow?
  /// Disease → panel.
  package var reverse: Arrow?
  /// For what the figure says by itself.
  package var words: Wordbook

  package struct Side: Sendable {
    package var heading: String
    package var lines: [String]

    package init(heading: String, lines: [String]) { (self.heading, self.lines) = (heading, lines) }
  }

  package struct Arrow: Sendable {
    /// In bold ("Forward").
    package var name: String
    /// After it ("1 to 17 variants per trait, median 8").
    package var text: String

    package init(name: String, text: String) { (self.name, self.text) = (name, text) }
  }

  package init(
    id: String,
    title: String,
    panel: Side,
    disease: Side,
    forward: Arrow?,
    reverse: Arrow?,
    words: Wordbook
  ) {
    self.words = words
    (self.id, self.title, self.panel, self.disease) = (id, title, panel, disease)
    (self.forward, self.reverse) = (forward, reverse)
  }

  /// The figure, 1120 px, 358 px and, for print, 760 px wide; nil if neither box has a heading.
  package func figure() -> ReportFigure? {
    guard !panel.heading.isEmpty || !disease.heading.isEmpty else { return nil }
    return ReportFigure(
      id: id,
      title: title,
      description: description,
      wide: wide(1120, boxes: 300),
      narrow: narrow,
      print: [wide(ReportFigure.printWidth, boxes: 230)],
      data: data
    )
  }

  private var description: String {
    func say(_ side: Side) -> String { ([side.heading] + side.lines).joined(separator: ", ") }
    func say(_ arrow: Arrow?, _ from: Side, _ to: Side) -> String? {
      arrow.map {
        words(
          FigureSentence.arrow,
          ["name": $0.name, "start": from.heading, "end": to.heading, "text": $0.text]
        )
      }
    }
    let arrows = [say(forward, panel, disease), say(reverse, disease, panel)].compactMap { $0 }
    let boxes = words(FigureSentence.boxes, ["panel": say(panel), "disease": say(disease)])
    return ([boxes] + arrows).joined(separator: " ")
  }

  private var data: TabSeparated {
    var table = TabSeparated(header: ["part", "heading", "text"])
    table.add([.words("panel"), .words(panel.heading), .words(panel.lines.joined(separator: "; "))])
    table.add([.words("disease"), .words(disease.heading), .words(disease.lines.joined(separator: "; "))])
    for (part, arrow) in [("forward", forward), ("reverse", reverse)] {
      if let arrow { table.add([.words(part), .words(arrow.name), .words(arrow.text)]) }
    }
    return table
  }
}

extension DesignDiagram {
  private func wide(_ width: Double, boxes boxWidth: Double) -> Drawing {
    let (gap, second) = (18.0, width - boxWidth - 1)
    let (left, right) = (box(panel, width: boxWidth), box(disease, width: boxWidth))
    let (from, to) = (1 + boxWidth + gap, second - gap)
    let middle = (from + to) / 2
    let least = max(left.height, right.height, 116)
    let depths = [forward, reverse].map { $0.map { depth($0, limit: to - from) } ?? 0 }
    let upper = max((least * 0.32).rounded(), depths[0] + 12)
    let lower = max((least * 0.70).rounded(), upper + 44)
    let height = max(least, lower + 10 + depths[1])
    var drawing = Drawing(width: width, height: height + 2)
    drawing.marks += place(left, x: 1, y: 1, height: height) + place(right, x: second, y: 1, height: height)
    if let forward {
      drawing.marks += arrow(Point(from, upper), Point(to, upper))
      drawing.marks += labels(forward, limit: to - from, x: middle, above: upper - 10)
    }
    if let reverse {
      drawing.marks += arrow(Point(to, lower), Point(from, lower))
      drawing.marks += labels(reverse, limit: to - from, x: middle, below: lower + 22)
    }
    return drawing
  }

  private var narrow: Drawing {
    let width = ReportFigure.narrowWidth - 2
    let (top, bottom) = (box(panel, width: width), box(disease, width: width))
    let labels = [forward, reverse].map { $0.map { stackedWords($0, limit: width / 2 - 60) } ?? [] }
    let gap = max(84, Double(labels.map(\.count).max() ?? 0) * TextStyle.body.lineHeight + 30)
    let (from, to) = (top.height + 9, top.height + gap - 7)
    var drawing = Drawing(width: width + 2, height: top.height + gap + bottom.height + 2)
    drawing.marks += place(top, x: 1, y: 1, height: top.height)
    drawing.marks += place(bottom, x: 1, y: 1 + top.height + gap, height: bottom.height)
    for (index, lines) in labels.enumerated() where !lines.isEmpty {
      let x = 40 + Double(index) * width / 2
      let ends = (Point(x, from), Point(x, to))
      drawing.marks += index == 0 ? arrow(ends.0, ends.1) : arrow(ends.1, ends.0)
      let first = (from + to) / 2 - Double(lines.count - 1) * TextStyle.body.lineHeight / 2
      for (line, spans) in lines.enumerated() {
        let baseline = first + Double(line) * TextStyle.body.lineHeight + TextStyle.body.baselineDrop
        drawing.marks.append(TextMark(spans, x: x + 14, baseline: baseline))
      }
    }
    return drawing
  }

  private func stackedWords(_ arrow: Arrow, limit: Double) -> [[TextSpan]] {
    TextMetrics.lines([TextSpan(arrow.name, TextStyle(.body, bold: true), .ink2)], limit: limit)
      + (arrow.text.isEmpty ? [] : TextMetrics.lines([TextSpan(arrow.text, .body, .ink2)], limit: limit))
  }

  private func labels(_ arrow: Arrow, limit: Double, x: Double, above: Double? = nil, below: Double = 0)
    -> [any Mark]
  {
    let lines = Self.lines(arrow, limit: limit)
    let step = TextStyle.body.lineHeight
    let first = above.map { $0 - Double(lines.count - 1) * step } ?? below
    return lines.enumerated().map { index, line in
      TextMark(line, x: x, baseline: first + Double(index) * step, anchor: .middle)
    }
  }

  private static func lines(_ arrow: Arrow, limit: Double) -> [[TextSpan]] {
    TextMetrics.lines(
      [TextSpan(arrow.name, TextStyle(.body, bold: true), .ink2), TextSpan(" " + arrow.text, .body, .ink2)],
      limit: limit
    )
  }

  /// The height of the words of an arrow.
  private func depth(_ arrow: Arrow, limit: Double) -> Double {
    Double(Self.lines(arrow, limit: limit).count) * TextStyle.body.lineHeight
  }

  private func arrow(_ from: Point, _ to: Point) -> [any Mark] {
    let length = max(abs(to.x - from.x) + abs(to.y - from.y), 1)
    let (dx, dy) = ((to.x - from.x) / length, (to.y - from.y) / length)
    let back = Point(to.x - 11 * dx, to.y - 11 * dy)
    let head = [to, Point(back.x - 5.5 * dy, back.y + 5.5 * dx), Point(back.x + 5.5 * dy, back.y - 5.5 * dx)]
    return [RuleMark(from, back, Stroke(.ink2, 1.5)), PolygonMark(head, Paint(fill: .ink2))]
  }

  // MARK: Boxes

  private struct TextBlock {
    var lines: [(spans: [TextSpan], drop: Double)]
    var width: Double
    var height: Double
  }

  private func box(_ side: Side, width: Double) -> TextBlock {
    var block = TextBlock(lines: [], width: width, height: 14)
    for line in TextMetrics.lines([TextSpan(side.heading, .title)], limit: width - 44) {
      block.height += 22
      block.lines.append((line, block.height - 5))
    }
    block.height += 6
    for text in side.lines where !text.isEmpty {
      for line in TextMetrics.lines([TextSpan(text, .body, .ink2)], limit: width - 44) {
        block.height += 21
        block.lines.append((line, block.height - 6))
      }
    }
    block.height += 14
    return block
  }

  private func place(_ block: TextBlock, x: Double, y: Double, height: Double) -> [any Mark] {
    let sheet = Box(minX: x, minY: y, maxX: x + block.width, maxY: y + height)
    let paint = Paint(fill: .wash, stroke: Stroke(.rule))
    return [RectangleMark(sheet, cornerRadius: 3, paint)]
      + block.lines.map { TextMark($0.spans, x: x + 22, baseline: y + $0.drop) }
  }
}
