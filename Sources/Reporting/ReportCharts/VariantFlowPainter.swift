import Charts

/// Paints the flow of variants: steps side by side, or one below the other.
struct VariantFlowPainter {
  private let figure: VariantFlowFigure
  private let gap = 30.0
  private let inset = 12.0

  init(_ figure: VariantFlowFigure) { self.figure = figure }

  private typealias Lines = [[TextSpan]]

  // MARK: Side by side

  func row(width: Double) -> Drawing {
    let count = Double(figure.steps.count)
    let box = min((width - 2 - gap * (count - 1)) / count, 240)
    let labels = figure.steps.map { text($0.label, .body, .ink2, limit: box - 2 * inset) }
    let height = 40 + Double(labels.map(\.count).max() ?? 1) * TextStyle.body.lineHeight + 8
    var marks: [any Mark] = []
    var bottom = height + 2
    for (index, step) in figure.steps.enumerated() {
      let x = 1 + Double(index) * (box + gap)
      marks += boxed(step, labels[index], at: Point(x, 1), width: box, height: height, index)
      guard index > 0 else { continue }
      let middle = 1 + min(height / 2, 30)
      marks += arrow(Point(x - gap + 4, middle), Point(x - 4, middle))
      let branch = losses(step, from: Point(x - gap / 2, middle), top: height + 14, limit: box + gap - 34)
      marks += branch.marks
      bottom = max(bottom, branch.bottom)
    }
    return Drawing(width: width, height: bottom, marks: marks)
  }

  // MARK: One below the other

  func column(width: Double) -> Drawing {
    var marks: [any Mark] = []
    var y = 1.0
    for (index, step) in figure.steps.enumerated() {
      if index > 0 {
        let branch = losses(step, from: Point(24, y + 3), top: y + 8, limit: width - 60)
        let end = max(branch.bottom + 6, y + 30)
        marks += branch.marks + arrow(Point(24, y + 3), Point(24, end - 3))
        y = end
      }
      let label = text(step.label, .body, .ink2, limit: width - 2 - 2 * inset)
      let height = 40 + Double(label.count) * TextStyle.body.lineHeight + 4
      marks += boxed(step, label, at: Point(1, y), width: width - 2, height: height, index)
      y += height
    }
    return Drawing(width: width, height: y + 1, marks: marks)
  }

  // MARK: Parts

  private func text(_ text: String, _ style: TextStyle, _ ink: Ink, limit: Double) -> Lines {
    TextMetrics.lines([TextSpan(text, style, ink)], limit: limit)
  }

  /// The last step's box is framed in ink: these variants are used.
  private func boxed(
    _ step: VariantFlowFigure.Step,
    _ label: Lines,
    at corner: Point,
    width: Double,
    height: Double,
    _ index: Int
  ) -> [any Mark] {
    let isLast = index + 1 == figure.steps.count
    let paint = isLast ? Paint(stroke: Stroke(.ink, 1.2)) : Paint(fill: .wash, stroke: Stroke(.rule))
    let sheet = Box(minX: corner.x, minY: corner.y, maxX: corner.x + width, maxY: corner.y + height)
    let x = corner.x + inset
    let count = TextMark(NumberStyle.count(step.count), .title, x: x, baseline: corner.y + 28)
    let lines = label.enumerated().map { line, spans in
      TextMark(spans, x: x, baseline: corner.y + 28 + Double(line + 1) * TextStyle.body.lineHeight + 1)
    }
    return [RectangleMark(sheet, cornerRadius: 3, paint), count] + lines
  }

  private func arrow(_ from: Point, _ to: Point) -> [any Mark] {
    let isLevel = from.y == to.y
    let back = isLevel ? Point(to.x - 8, to.y) : Point(to.x, to.y - 8)
    let head =
      isLevel
      ? [to, Point(back.x, back.y - 4), Point(back.x, back.y + 4)]
      : [to, Point(back.x - 4, back.y), Point(back.x + 4, back.y)]
    return [RuleMark(from, back, Stroke(.ink2, 1.5)), PolygonMark(head, Paint(fill: .ink2))]
  }

  /// What is left out, each behind a twig of a branch that goes down from the arrow.
  private func losses(_ step: VariantFlowFigure.Step, from: Point, top: Double, limit: Double)
    -> (marks: [any Mark], bottom: Double)
  {
    let style = TextStyle.body
    var marks: [any Mark] = []
    var y = top
    var last = from.y
    for loss in step.losses {
      let count = NumberStyle.minus + NumberStyle.count(loss.count)
      let spans = [TextSpan(count, style.bolded(), .ink2), TextSpan(" " + loss.reason, style, .ink2)]
      let lines = TextMetrics.lines(spans, limit: limit)
      last = y + style.lineHeight / 2
      marks.append(RuleMark.horizontal(y: last, from.x, from.x + 9, Stroke(.ink3)))
      for line in lines {
        marks.append(TextMark(line, x: from.x + 14, baseline: y + style.lineHeight / 2 + style.baselineDrop))
        y += style.lineHeight
      }
      y += 3
    }
    guard !step.losses.isEmpty else { return ([], top) }
    return ([RuleMark.vertical(x: from.x, from.y, last, Stroke(.ink3))] + marks, y)
  }
}
