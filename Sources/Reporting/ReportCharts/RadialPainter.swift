import Charts

/// Paints a radial plot.
struct RadialPainter {
  private let figure: RadialFigure
  private let width: Double
  private let frame: PlotFrame
  private let key: LineKey

  init(_ figure: RadialFigure, isNarrow: Bool) {
    self.figure = figure
    width = isNarrow ? ReportFigure.narrowWidth : 544
    key = LineKey(
      figure.line.map { [(kind: .inverseVariance, label: $0.label)] } ?? [],
      left: 0,
      width: width
    )
    let right = (figure.points.map(\.precision).max() ?? 1) * 1.06
    let (top, height) = (key.height + 10, isNarrow ? 290.0 : 352.0)
    let upright = LinearScale(domain: Self.range(figure, right: right), start: top + height, end: top)
    let yTicks = upright.ticksUpright(atMost: 9)
    let extra = Double(PlotFrame.titleLines(figure.yTitle, height: height) - 1) * TextStyle.head.lineHeight
    let left = PlotFrame.leftMargin(yTicks) + extra
    let along = LinearScale(domain: 0...right, start: left, end: width - 14)
    frame = PlotFrame(
      box: Box(minX: left, minY: top, maxX: along.end, maxY: top + height),
      x: along,
      y: upright,
      xTicks: along.ticksAlong(atMost: 7),
      yTicks: yTicks,
      xTitle: figure.xTitle,
      yTitle: figure.yTitle
    )
  }

  /// Over every point, zero, and the line with its band where these do not run far beyond the points.
  private static func range(_ figure: RadialFigure, right: Double) -> ClosedRange<Double> {
    let values = figure.points.map(\.z) + [-RadialFigure.reach, RadialFigure.reach]
    var (low, high) = (values.min() ?? -1, values.max() ?? 1)
    let span = high - low
    for side in [-RadialFigure.reach, RadialFigure.reach] {
      guard let end = figure.line.map({ $0.slope * right + side }), end.isFinite else { continue }
      if end > low - span, end < high + span { (low, high) = (min(low, end), max(high, end)) }
    }
    let pad = (high - low) * 0.03
    return (low - pad)...(high + pad)
  }

  func paint() -> Drawing {
    let axes = frame.axes(width: width)
    let lines = lines
    var names = PointNames(candidates, bounds: frame.box, lines: lines.map { ($0.from, $0.to) })
    let labels = names.marks(ringed: true) + names.marks(ringed: false)
    var marks: [any Mark] = key.marks + frame.ground(nullX: nil, nullY: 0) + axes.marks
    let strokes: [any Mark] = lines.map { RuleMark($0.from, $0.to, $0.stroke) }
    // Thousands of points would hide the lines.
    let isDense = figure.points.count > ScatterFigure.pointLimit
    marks += (isDense ? densePoints : []) + strokes + singlePoints(isDense) + labels
    return Drawing(width: width, height: axes.bottom, marks: marks)
  }

  // MARK: Lines

  private var lines: [(from: Point, to: Point, stroke: Stroke)] {
    guard let line = figure.line else { return [] }
    let band = Stroke(.ink3, 1, dashes: [2, 3])
    return [
      (-RadialFigure.reach, band), (RadialFigure.reach, band), (0, MethodLineKind.inverseVariance.stroke),
    ].compactMap { offset, stroke in
      ends(slope: line.slope, offset: offset).map { ($0.from, $0.to, stroke) }
    }
  }

  /// Where a line enters and leaves the frame; nil where it passes it by.
  private func ends(slope: Double, offset: Double) -> (from: Point, to: Point)? {
    let domain = frame.y.domain
    var (first, last) = (0.0, frame.x.domain.upperBound)
    if slope != 0 {
      let crossings = [(domain.lowerBound - offset) / slope, (domain.upperBound - offset) / slope].sorted()
      (first, last) = (max(first, crossings[0]), min(last, crossings[1]))
    }
    guard first <= last, let x1 = frame.x.position(first), let x2 = frame.x.position(last),
      let y1 = frame.y.clampedPosition(offset + slope * first),
      let y2 = frame.y.clampedPosition(offset + slope * last)
    else { return nil }
    return (Point(x1, y1), Point(x2, y2))
  }

  // MARK: Points

  private func place(_ point: RadialFigure.Variant) -> Point? {
    guard let x = frame.x.position(point.precision), let y = frame.y.position(point.z) else { return nil }
    return Point(x, y)
  }

  private var densePoints: [any Mark] {
    [DotsMark(figure.points.filter { !$0.isRinged }.compactMap(place), radius: 1.3, .ink3)]
  }

  private func singlePoints(_ isDense: Bool) -> [any Mark] {
    figure.points.filter { !isDense || $0.isRinged }.flatMap { point in
      place(point).map { VariantDot.marks(at: $0, isRinged: point.isRinged) } ?? []
    }
  }

  private var candidates: [PointNames.Candidate] {
    figure.points.compactMap { point in
      place(point).map { place in
        PointNames.Candidate(
          name: point.name,
          note: "",
          place: place,
          isRinged: point.isRinged,
          weight: point.precision,
          extremity: figure.contribution(point) ?? point.z * point.z
        )
      }
    }
  }
}
