import Charts

/// Paints old against new.
struct MovementScatterPainter {
  private let figure: MovementScatterFigure
  private let width: Double
  private let frame: PlotFrame

  init(_ figure: MovementScatterFigure, isNarrow: Bool) {
    self.figure = figure
    width = isNarrow ? ReportFigure.narrowWidth : 544
    let (top, height) = (14.0, isNarrow ? 290.0 : 330.0)
    let y = LinearScale(domain: Self.domain(figure, \.new), start: top + height, end: top)
    let yTicks = y.ticksUpright(atMost: 9)
    let titleLines = Double(PlotFrame.titleLines(figure.yTitle, height: height))
    let left = PlotFrame.leftMargin(yTicks) + (titleLines - 1) * TextStyle.head.lineHeight
    let x = LinearScale(domain: Self.domain(figure, \.old), start: left, end: width - 8)
    frame = PlotFrame(
      box: Box(minX: left, minY: top, maxX: width - 8, maxY: top + height),
      x: x,
      y: y,
      xTicks: x.ticksAlong(atMost: 9),
      yTicks: yTicks,
      xTitle: figure.xTitle,
      yTitle: figure.yTitle
    )
  }

  /// Over every point up to three times what nine in ten do not exceed, and over the level; what lies beyond is shown by
  /// an arrowhead.
  private static func domain(
    _ figure: MovementScatterFigure,
    _ side: (MovementScatterFigure.Test) -> Double
  ) -> ClosedRange<Double> {
    let sizes = figure.points.map { abs(side($0)) }.sorted()
    let most = sizes.isEmpty ? 0 : sizes[Int(Double(sizes.count - 1) * 0.9)]
    let line = figure.threshold ?? 1
    let reach = max(min(sizes.last ?? 0, max(3 * most, 2 * line)), line * 1.15) * 1.08
    return -reach...reach
  }

  var hasArrows: Bool { figure.points.contains { place($0)?.beyond != nil } }

  /// The drawing, and how many points are named in it.
  func paint() -> (drawing: Drawing, named: Int) {
    let line = noChange
    var labels = labels(line)
    let names = names(&labels)
    let lineName = lineName(line, &labels)
    let axes = frame.axes(width: width)
    var marks = frame.ground(nullX: 0, nullY: 0) + thresholds
    marks.append(RuleMark(line.from, line.to, Stroke(.ink2, 1.2)))
    marks += axes.marks
    if let lineName { marks.append(lineName) }
    marks += points(names)
    return (Drawing(width: width, height: axes.bottom, marks: marks), names.count)
  }

  // MARK: Lines

  /// The name of the line of no change at the end that has room for it, else at the one where it covers less.
  private func lineName(_ line: (from: Point, to: Point), _ labels: inout PointLabels) -> TextMark? {
    let text = [TextSpan(figure.lineLabel, .tick, .ink2)]
    for (end, insists) in [(line.to, false), (line.from, false), (line.from, true), (line.to, true)] {
      if let mark = labels.place(text, beside: end, distance: 6, insists: insists) { return mark }
    }
    return nil
  }

  /// The line on which old and new are the same, within the box.
  private var noChange: (from: Point, to: Point) {
    let reach = min(frame.x.domain.upperBound, frame.y.domain.upperBound)
    func point(_ value: Double) -> Point {
      Point(frame.x.clampedPosition(value) ?? 0, frame.y.clampedPosition(value) ?? 0)
    }
    return (point(-reach), point(reach))
  }

  private var thresholds: [any Mark] {
    guard let threshold = figure.threshold else { return [] }
    let stroke = Stroke(.ink3, 1, dashes: [2, 3])
    return [-threshold, threshold].flatMap { value -> [any Mark] in
      let upright = frame.x.position(value).map {
        RuleMark.vertical(x: $0, frame.box.minY, frame.box.maxY, stroke)
      }
      let level = frame.y.position(value).map {
        RuleMark.horizontal(y: $0, frame.box.minX, frame.box.maxX, stroke)
      }
      return [upright, level].compactMap { $0 }
    }
  }

  // MARK: Points

  /// Where a point stands, held within the axes, and which way it lies beyond them.
  private func place(_ test: MovementScatterFigure.Test) -> (point: Point, beyond: Point?)? {
    guard let x = frame.x.clampedPosition(test.old), let y = frame.y.clampedPosition(test.new) else {
      return nil
    }
    func side(_ value: Double, _ domain: ClosedRange<Double>) -> Double {
      domain.contains(value) ? 0 : value < domain.lowerBound ? -1 : 1
    }
    let beyond = Point(side(test.old, frame.x.domain), -side(test.new, frame.y.domain))
    return (Point(x, y), beyond == Point(0, 0) ? nil : beyond)
  }

  private func mark(_ test: MovementScatterFigure.Test) -> (any Mark)? {
    guard let place = place(test) else { return nil }
    let (x, y) = (place.point.x, place.point.y)
    let ink: Ink = test.isListed ? .blue : .ink3
    let paint = Paint(fill: test.isListed ? .blue : .paper, stroke: Stroke(ink, 1.3))
    guard let beyond = place.beyond else { return CircleMark(x: x, y: y, radius: 3.5, paint) }
    let head =
      beyond.x == 0
      ? [Point(x, y), Point(x - 4, y - 7 * beyond.y), Point(x + 4, y - 7 * beyond.y)]
      : [Point(x, y), Point(x - 7 * beyond.x, y - 4), Point(x - 7 * beyond.x, y + 4)]
    return PolygonMark(head, paint)
  }

  /// Unlisted points below, then the listed ones, each with its name in one link.
  private func points(_ names: [Int: [TextMark]]) -> [any Mark] {
    let ranked = Array(figure.points.enumerated())
    guard figure.points.count > MovementScatterFigure.pointLimit else {
      return ranked.filter { !$0.element.isListed }.flatMap { linked($0.element, []) }
        + ranked.reversed().filter(\.element.isListed).flatMap { linked($0.element, names[$0.offset] ?? []) }
    }
    let single = ranked.filter { names[$0.offset] != nil || place($0.element)?.beyond != nil }
    let chosen = Set(single.map(\.offset))
    func crowd(_ isListed: Bool) -> any Mark {
      let others = ranked.filter { $0.element.isListed == isListed && !chosen.contains($0.offset) }
      // Those that fall on one pixel are one dot: a page of ten thousand tests must stay small.
      let pixels = Set(
        others.compactMap { place($0.element)?.point }.map { Point($0.x.rounded(), $0.y.rounded()) }
      )
      let dots = pixels.sorted { ($0.y, $0.x) < ($1.y, $1.x) }
      return DotsMark(dots, radius: isListed ? 2 : 1.4, isListed ? .blue : .ink3)
    }
    return [crowd(false), crowd(true)]
      + single.reversed().flatMap { linked($0.element, names[$0.offset] ?? []) }
  }

  private func linked(_ test: MovementScatterFigure.Test, _ name: [TextMark]) -> [any Mark] {
    guard let mark = mark(test) else { return name }
    let marks: [any Mark] = [mark] + name
    return test.link.map { [LinkMark($0, label: test.name, marks)] } ?? marks
  }

  // MARK: Names

  private func labels(_ line: (from: Point, to: Point)) -> PointLabels {
    let along = (0...40).map { step in
      let share = Double(step) / 40
      return Box(
        centreX: line.from.x + (line.to.x - line.from.x) * share,
        centreY: line.from.y + (line.to.y - line.from.y) * share,
        radius: 2
      )
    }
    let points = figure.points.compactMap { place($0)?.point }.map {
      Box(centreX: $0.x, centreY: $0.y, radius: 4)
    }
    return PointLabels(bounds: frame.box, obstacles: points + along)
  }

  /// The names of the listed points that find room, by their place among all.
  private func names(_ labels: inout PointLabels) -> [Int: [TextMark]] {
    var placed: [Int: [TextMark]] = [:]
    let listed = figure.points.enumerated().filter(\.element.isListed)
    for (index, test) in listed.prefix(MovementScatterFigure.nameLimit) {
      guard let place = place(test) else { continue }
      let marks = labels.place(
        lines: TextMetrics.lines(
          [TextSpan(test.name, TextStyle(.tick, bold: true))],
          limit: min(220, frame.box.width * 0.5)
        ),
        beside: place.point,
        distance: 7,
        insists: listed.count <= 6
      )
      if !marks.isEmpty { placed[index] = marks }
    }
    return placed
  }
}
