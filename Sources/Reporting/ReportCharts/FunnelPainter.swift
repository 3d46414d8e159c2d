import Charts

/// Paints a funnel plot.
struct FunnelPainter {
  private let figure: FunnelFigure
  private let width: Double
  private let frame: PlotFrame
  private let domain: ClosedRange<Double>
  /// Where the names of the lines stand, above the plot.
  private let labelRow = 16.0

  init(_ figure: FunnelFigure, isNarrow: Bool) {
    self.figure = figure
    width = isNarrow ? ReportFigure.narrowWidth : 544
    let shown = figure.points.map(\.estimate) + figure.lines.map(\.estimate)
    let plotted = shown.map { PlottedEstimate(estimate: $0, low: $0, high: $0) }
    domain = EffectRange(axis: figure.axis, coverage: 0.97, foldLimit: 1000).domain(plotted)
    let (top, height) = (labelRow + 14, isNarrow ? 290.0 : 352.0)
    let highest = figure.points.map(\.precision).max() ?? 1
    let upright = LinearScale(domain: 0...(highest * 1.08), start: top + height, end: top)
    let yTicks = upright.ticksUpright(atMost: 8)
    let extra = Double(PlotFrame.titleLines(figure.yTitle, height: height) - 1) * TextStyle.head.lineHeight
    let left = PlotFrame.leftMargin(yTicks) + extra
    let along = figure.axis.scale(domain, from: left, to: width - 14)
    frame = PlotFrame(
      box: Box(minX: left, minY: top, maxX: width - 14, maxY: top + height),
      x: along,
      y: upright,
      xTicks: along.ticksAlong(atMost: 8),
      yTicks: yTicks,
      xTitle: figure.xTitle,
      yTitle: figure.yTitle
    )
  }

  func paint() -> Drawing {
    let axes = frame.axes(width: width)
    let lines = placedLines.map { (from: Point($0.x, frame.box.minY), to: Point($0.x, frame.box.maxY)) }
    var names = PointNames(candidates, bounds: frame.box, lines: lines)
    let labels = names.marks(ringed: true) + names.marks(ringed: false)
    var marks: [any Mark] = frame.ground(nullX: figure.axis.null, nullY: 0) + axes.marks
    marks += curves + lineMarks + figure.points.flatMap(dots) + labels
    return Drawing(width: width, height: axes.bottom, marks: marks)
  }

  // MARK: Lines and curves

  private var placedLines: [(line: FunnelFigure.Line, x: Double)] {
    figure.lines.compactMap { line in
      guard frame.x.contains(line.estimate) else { return nil }
      return frame.x.position(line.estimate).map { (line, $0) }
    }
  }

  private var lineMarks: [any Mark] {
    let placed = placedLines
    let widths = placed.map { TextMetrics.width([$0.line.kind.label($0.line.label)]) }
    let gap = (widths.max() ?? 0) + 12
    let half = (widths.max() ?? 0) / 2
    let wishes = LabelStack.spread(placed.map(\.x), gap: gap, within: half...max(width - half, half))
    return zip(placed, wishes).flatMap { entry, x -> [any Mark] in
      let text = TextMark(
        [entry.line.kind.label(entry.line.label)],
        x: x,
        baseline: labelRow - 4,
        anchor: .middle,
        halo: true
      )
      return [
        RuleMark.vertical(x: entry.x, frame.box.minY, frame.box.maxY, entry.line.kind.stroke),
        RuleMark(Point(x, labelRow), Point(entry.x, frame.box.minY), Stroke(.ink3)), text,
      ]
    }
  }

  /// Where 95% of estimates would fall were all variants to estimate the same: centre ± 1.96 standard errors
  /// on the scale of analysis (Sterne & Egger 2001, doi:10.1016/S0895-4356(01)00377-8).
  private var curves: [any Mark] {
    guard let centre = figure.centre, frame.x.contains(centre) else { return [] }
    return [-1.0, 1.0].compactMap { side -> PolylineMark? in
      let edge = analysis(side < 0 ? domain.lowerBound : domain.upperBound)
      let middle = analysis(centre)
      let top = frame.y.domain.upperBound
      let first = min(1.96 / max(abs(edge - middle), 1e-300), top)
      guard first < top else { return nil }
      let points = (0...60).compactMap { step -> Point? in
        let share = Double(step) / 60
        let precision = first + (top - first) * share * share
        guard precision > 0, let x = frame.x.clampedPosition(shown(middle + side * 1.96 / precision)),
          let y = frame.y.position(precision)
        else { return nil }
        return Point(x, y)
      }
      return PolylineMark(points, Stroke(.ink3, 1, dashes: [2, 3]))
    }
  }

  private func analysis(_ value: Double) -> Double {
    figure.axis.isRatio ? NaturalLogarithm.of(value) : value
  }

  private func shown(_ value: Double) -> Double {
    figure.axis.isRatio ? NaturalLogarithm.inverse(value) : value
  }

  // MARK: Points

  private func place(_ point: FunnelFigure.Variant) -> Point? {
    guard let x = frame.x.clampedPosition(point.estimate), let y = frame.y.position(point.precision) else {
      return nil
    }
    return Point(x, y)
  }

  /// A point, or an arrowhead at the edge for one beyond the axis.
  private func dots(_ point: FunnelFigure.Variant) -> [any Mark] {
    guard let middle = place(point) else { return [] }
    let paint = Paint(fill: .ink2, stroke: Stroke(.paper, 1))
    guard frame.x.contains(point.estimate) else {
      let back = middle.x + (point.estimate < domain.lowerBound ? 7 : -7)
      let head = [middle, Point(back, middle.y - 4), Point(back, middle.y + 4)]
      return [PolygonMark(head, paint)]
    }
    let dot = CircleMark(x: middle.x, y: middle.y, radius: 3, paint)
    guard point.isRinged else { return [dot] }
    return [dot, CircleMark(x: middle.x, y: middle.y, radius: 6, Paint(stroke: Stroke(.ink, 1.5)))]
  }

  private var candidates: [PointNames.Candidate] {
    let middle = figure.centre.map(analysis) ?? 0
    return figure.points.compactMap { point in
      place(point).map { place in
        PointNames.Candidate(
          name: point.name,
          note: point.note,
          place: place,
          isRinged: point.isRinged,
          weight: point.precision,
          extremity: abs(analysis(point.estimate) - middle) * point.precision
        )
      }
    }
  }
}
