import Charts

/// How the line of a method is drawn: colour and dash both say which it is.
package enum MethodLineKind: String, Hashable, Sendable {
  case inverseVariance, egger, median, mode

  var stroke: Stroke {
    switch self {
    case .inverseVariance: Stroke(.blue, 2)
    case .egger: Stroke(.vermillion, 2, dashes: [7, 4])
    case .median: Stroke(.green, 1.8, dashes: [8, 3, 2, 3])
    case .mode: Stroke(.purple, 1.8, dashes: [2, 3])
    }
  }

  var textInk: Ink {
    switch self {
    case .inverseVariance: .blue
    case .egger: .vermillionText
    case .median: .green
    case .mode: .purple
    }
  }

  func label(_ text: String) -> TextSpan { TextSpan(text, TextStyle(.head, bold: true), textInk) }
}

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
