import Charts

/// Paints a scatter plot: wide with the lines named at their ends, narrow or with long names with a key
/// above.
struct ScatterPainter {
  private let figure: ScatterFigure
  private let isNarrow: Bool
  private let width: Double
  private let frame: PlotFrame
  private let key: LineKey

  init(_ figure: ScatterFigure, isNarrow: Bool) {
    (self.figure, self.isNarrow) = (figure, isNarrow)
    width = isNarrow ? ReportFigure.narrowWidth : 544
    let isKeyed = isNarrow || Self.labelMargin(figure) > Self.labelLimit
    let entries = isKeyed ? figure.lines.map { (kind: $0.kind, label: $0.label) } : []
    key = LineKey(entries, left: 0, width: width)
    frame = ScatterRange(figure).frame(
      width: width,
      top: key.height + 10,
      height: isNarrow ? 290 : 372,
      right: isKeyed ? 14 : Self.labelMargin(figure)
    )
  }

  func paint() -> Drawing {
    let drawn = figure.lines.compactMap(ends)
    var names = PointNames(figure, frame, hasNotes: !isNarrow, lines: drawn)
    let ringed = names.marks(ringed: true)
    let intercept = interceptMarks(&names)
    let labels = ringed + names.marks(ringed: false)
    let axes = frame.axes(width: width)
    var marks: [any Mark] = key.marks + frame.ground(nullX: 0, nullY: 0) + axes.marks
    let lines = figure.lines.compactMap(line)
    // Thousands of points would hide the lines.
    marks +=
      figure.points.count > ScatterFigure.pointLimit
      ? densePoints + lines + ringedPoints
      : figure.points.flatMap(bars) + lines + figure.points.flatMap(dots)
    marks += intercept + labels + (key.marks.isEmpty ? endLabels : [])
    return Drawing(width: width, height: axes.bottom, marks: marks)
  }

  private static func labelMargin(_ figure: ScatterFigure) -> Double {
    (figure.lines.map { TextMetrics.width([$0.kind.label($0.label)]) }.max() ?? 0) + 22
  }

  /// With longer names than this the lines have a key above the plot.
  private static let labelLimit = 200.0

  // MARK: Points

  private func place(_ point: ScatterFigure.Variant) -> Point? {
    guard let x = frame.x.position(point.x), let y = frame.y.position(point.y) else { return nil }
    return Point(x, y)
  }

  private func bars(_ point: ScatterFigure.Variant) -> [any Mark] {
    guard let middle = place(point) else { return [] }
    var marks: [any Mark] = []
    if point.xError > 0, let from = frame.x.clampedPosition(point.x - point.xError),
      let to = frame.x.clampedPosition(point.x + point.xError)
    {
      marks.append(RuleMark.horizontal(y: middle.y, from, to, Stroke(.rule)))
    }
    if point.yError > 0, let from = frame.y.clampedPosition(point.y - point.yError),
      let to = frame.y.clampedPosition(point.y + point.yError)
    {
      marks.append(RuleMark.vertical(x: middle.x, from, to, Stroke(.rule)))
    }
    return marks
  }

  /// Thousands of points: one path of small dots for all but the ringed ones, and no bars.
  private var densePoints: [any Mark] {
    [DotsMark(figure.points.filter { !$0.isRinged }.compactMap(place), radius: 1.3, .ink3)]
  }

  private var ringedPoints: [any Mark] { figure.points.filter(\.isRinged).flatMap(dots) }

  private func dots(_ point: ScatterFigure.Variant) -> [any Mark] {
    place(point).map { VariantDot.marks(at: $0, isRinged: point.isRinged) } ?? []
  }

  // MARK: Lines

  private func ends(_ line: ScatterFigure.Line) -> (from: Point, to: Point)? {
    let (low, high) = (frame.y.domain.lowerBound, frame.y.domain.upperBound)
    var (first, last) = (0.0, frame.x.domain.upperBound)
    if line.slope != 0 {
      let crossings = [(low - line.intercept) / line.slope, (high - line.intercept) / line.slope].sorted()
      (first, last) = (max(first, crossings[0]), min(last, crossings[1]))
    }
    guard first <= last, let x1 = frame.x.position(first), let x2 = frame.x.position(last),
      let y1 = frame.y.clampedPosition(line.intercept + line.slope * first),
      let y2 = frame.y.clampedPosition(line.intercept + line.slope * last)
    else { return nil }
    return (Point(x1, y1), Point(x2, y2))
  }

  private func line(_ line: ScatterFigure.Line) -> (any Mark)? {
    ends(line).map { RuleMark($0.from, $0.to, line.kind.stroke) }
  }

  /// The names at the ends of the lines, 17 px apart or more, each joined to its line.
  private var endLabels: [any Mark] {
    let named = figure.lines.compactMap { line in ends(line).map { (line, $0.to) } }
    let places = LabelStack.spread(
      named.map(\.1.y),
      gap: 17,
      within: (frame.box.minY + 4)...(frame.box.maxY - 4)
    )
    return zip(named, places).flatMap { entry, y -> [any Mark] in
      let (line, end) = entry
      let x = frame.box.maxX + 18
      let text = TextMark(
        [line.kind.label(line.label)],
        x: x,
        baseline: y + TextStyle.head.baselineDrop,
        halo: true
      )
      return [RuleMark(Point(end.x + 1, end.y), Point(x - 3, y), Stroke(.ink3)), text]
    }
  }

  // MARK: Egger intercept

  private func interceptMarks(_ names: inout PointNames) -> [any Mark] {
    guard let egger = figure.lines.first(where: { $0.kind == .egger }), frame.y.contains(egger.intercept),
      let x = frame.x.position(0), let y = frame.y.position(egger.intercept)
    else { return [] }
    let circle = CircleMark(x: x, y: y, radius: 4, Paint(fill: .paper, stroke: Stroke(.vermillion, 1.8)))
    names.avoid(Box(centreX: x, centreY: y, radius: 5))
    guard !figure.interceptLabel.isEmpty else { return [circle] }
    let label = names.placeBlock(MethodLineKind.egger.label(figure.interceptLabel), near: Point(x, y))
    guard let box = label.first?.box, let bottom = label.last?.box else { return [circle] }
    let isBelow = box.minY > y
    let from = Point(x + 1, y + (isBelow ? 5 : -5))
    let to = Point(box.minX + 4, isBelow ? box.minY - 1 : bottom.maxY + 1)
    return [RuleMark(from, to, Stroke(.ink3)), circle] + label
  }
}
