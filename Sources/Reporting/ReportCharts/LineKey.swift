import Charts

/// A key to lines: samples with their names, as many to a row as fit.
struct LineKey {
  let marks: [any Mark]
  let height: Double

  init(_ entries: [(kind: MethodLineKind, label: String)], left: Double, width: Double) {
    var (x, y) = (left, 0.0)
    var marks: [any Mark] = []
    for entry in entries where !entry.label.isEmpty {
      let lines = TextMetrics.lines([entry.kind.label(entry.label)], limit: width - 30)
      let length = 30 + (lines.map { TextMetrics.width($0) }.max() ?? 0)
      if x > left, x + length > left + width { (x, y) = (left, y + 18) }
      marks.append(RuleMark.horizontal(y: y + 8, x, x + 24, entry.kind.stroke))
      for (index, line) in lines.enumerated() {
        marks.append(TextMark(line, x: x + 30, baseline: y + 12.5 + Double(index) * 16))
      }
      y += Double(lines.count - 1) * 16
      x += length + 16
    }
    self.marks = marks
    height = marks.isEmpty ? 0 : y + 24
  }
}
