import Charts

/// Paints a funnel plot.
struct FunnelPainter {
  private let figure: FunnelFigure
  private let width: Double
  private let frame: PlotFrame
  private let domain: ClosedRange<Double>
  /// The names of the lines where they do not fit side by side above the plot.
  private let key: LineKey
  /// Where the names of the lines stand otherwise, above the plot.
  private let labelRow = 16.0

  init(_ figure: FunnelFigure, isNarrow: Bool) {
    self.figure = figure
    width = isNarrow ? ReportFigure.narrowWidth : 544
    let shown = figure.points.map(\.estimate) + figure.lines.map(\.estimate)
    let plotted = shown.map { PlottedEstimate(estimate: $0, low: $0, high: $0) }
    let points = EffectRange(axis: figure.axis, foldLimit: 1000).domain(plotted)
    let reach = Self.reach(figure, within: points)
    domain = min(points.lowerBound, reach.lowerBound)...max(points.upperBound, reach.upperBound)
    let entries = figure.lines.map { (kind: $0.kind, label: $0.label) }
    let widest = entries.map { TextMetrics.width([$0.kind.label($0.label)]) }.max() ?? 0
    let fits = (widest + 12) * Double(entries.count) <= width
    key = LineKey(fits ? [] : entries, left: 0, width: width)
    let (top, height) = (key.height + (fits ? labelRow + 14 : 10), isNarrow ? 290.0 : 352.0)
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

  /// Where the curves stand at half the highest precision, so that the axis shows their upper halves; for ratios
  /// no further than a thousandfold.
  private static func reach(_ figure: FunnelFigure, within points: ClosedRange<Double>) -> ClosedRange<Double>
  {
    guard let centre = figure.centre, centre.isFinite, points.contains(centre),
      let highest = figure.points.map(\.precision).max(), highest > 0
    else { return points }
    let width = 2 * 1.96 / highest
    guard figure.axis.isRatio else { return (centre - width)...(centre + width) }
    let fold = NaturalLogarithm.inverse(min(width, NaturalLogarithm.of(1000)))
    return (centre / fold)...(centre * fold)
  }

  /// Whether both curves are in sight.
  var hasCurves: Bool { curves.count == 2 }

  /// Whether a point lies past the axis.
  var hasArrows: Bool { figure.points.contains { !frame.x.contains($0.estimate) } }

  func paint() -> Drawing {
    let axes = frame.axes(width: width)
    let lines = placedLines.map { (from: Point($0.x, frame.box.minY), to: Point($0.x, frame.box.maxY)) }
    let curves = curves
    let bends = curves.flatMap { curve in
      stride(from: 0, to: curve.points.count - 4, by: 4).map {
        (from: curve.points[$0], to: curve.points[$0 + 4])
      }
    }
    var names = PointNames(candidates, bounds: frame.box, lines: lines + bends)
    let labels = names.marks(ringed: true) + names.marks(ringed: false)
    var marks: [any Mark] = key.marks + frame.ground(nullX: figure.axis.null, nullY: 0) + axes.marks
    // Thousands of points would hide the lines.
    let isDense = figure.points.count > ScatterFigure.pointLimit
    marks += (isDense ? densePoints : []) + curves + lineMarks + singlePoints + labels
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
    guard key.marks.isEmpty else {
      return placed.map {
        RuleMark.vertical(x: $0.x, frame.box.minY, frame.box.maxY, $0.line.kind.stroke)
      }
    }
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
  private var curves: [PolylineMark] {
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
    guard !frame.x.contains(point.estimate) else {
      return VariantDot.marks(at: middle, isRinged: point.isRinged)
    }
    let back = middle.x + (point.estimate < domain.lowerBound ? 7 : -7)
    let paint = Paint(fill: .ink2, stroke: Stroke(.paper, 1))
    let head = PolygonMark([middle, Point(back, middle.y - 4), Point(back, middle.y + 4)], paint)
    let ring = Paint(stroke: Stroke(.ink, 1.5))
    let centre = (middle.x + back) / 2
    return point.isRinged ? [head, CircleMark(x: centre, y: middle.y, radius: 6, ring)] : [head]
  }

  /// Beyond the limit the points that are neither ringed nor past the axis are one path.
  private var densePoints: [any Mark] {
    let dense = figure.points.filter { !$0.isRinged && frame.x.contains($0.estimate) }
    return [DotsMark(dense.compactMap(place), radius: 1.3, .ink3)]
  }

  private var singlePoints: [any Mark] {
    guard figure.points.count > ScatterFigure.pointLimit else { return figure.points.flatMap(dots) }
    return figure.points.filter { $0.isRinged || !frame.x.contains($0.estimate) }.flatMap(dots)
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
