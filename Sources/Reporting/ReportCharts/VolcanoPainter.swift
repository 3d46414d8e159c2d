import Charts

/// Paints a volcano plot.
struct VolcanoPainter {
  private let figure: VolcanoFigure
  private let evident: [VolcanoFigure.Trait]
  private let width: Double
  private let frame: PlotFrame

  init(_ figure: VolcanoFigure, isNarrow: Bool) {
    (self.figure, evident) = (figure, figure.evident)
    width = isNarrow ? ReportFigure.narrowWidth : 544
    let (top, height) = (30.0, isNarrow ? 270.0 : 300.0)
    let upright = VolcanoScale(figure, top: top, bottom: top + height)
    let shown = figure.points.map {
      PlottedEstimate(estimate: $0.estimate, low: $0.estimate, high: $0.estimate)
    }
    let domain = EffectRange(axis: figure.axis).domain(shown)
    let left = VerticalAxis.width(of: upright.ticks) + 4
    let along = figure.axis.scale(domain, from: left, to: width - 8)
    frame = PlotFrame(
      box: Box(minX: left, minY: top, maxX: width - 8, maxY: top + height),
      x: along,
      y: upright.scale,
      xTicks: along.ticksAlong(atMost: 8),
      yTicks: upright.ticks,
      xTitle: "",
      yTitle: ""
    )
  }

  /// Whether a point lies past an axis.
  var hasArrows: Bool { figure.points.contains { place($0)?.beyond != nil } }

  /// The drawing, and how many points are named in it.
  func paint() -> (drawing: Drawing, named: Int) {
    let lines = ruled
    let named = names(avoiding: lines.compactMap { $0 as? TextMark })
    let heading = TextMark("p", TextStyle(.head, italic: true), .ink2, x: 0, baseline: 12)
    var marks = frame.ground(nullX: figure.axis.null, nullY: 0) + [heading]
    marks += [
      VerticalAxis(scale: frame.y, ticks: frame.yTicks, x: frame.box.minX),
      HorizontalAxis(scale: frame.x, ticks: frame.xTicks, y: frame.box.maxY, bounds: 0...width),
    ]
    marks += lines + points(named)
    let foot = foot
    return (Drawing(width: width, height: foot.bottom, marks: marks + foot.marks), named.count)
  }

  private var foot: (marks: [any Mark], bottom: Double) {
    let words = DirectionWords(
      lower: figure.axis.lower,
      higher: figure.axis.higher,
      scale: frame.x,
      null: figure.axis.null,
      baseline: frame.box.maxY + HorizontalAxis.depth + 16,
      bounds: 0...width
    )
    let style = TextStyle(.head)
    var marks: [any Mark] = [words]
    var baseline = max(words.bottom, frame.box.maxY + HorizontalAxis.depth) + 18
    for line in TextMetrics.lines([TextSpan(figure.xTitle, style, .ink2)], limit: width) {
      let half = TextMetrics.width(line) / 2
      let middle = min(max((frame.box.minX + frame.box.maxX) / 2, half), width - half)
      marks.append(TextMark(line, x: middle, baseline: baseline, anchor: .middle))
      baseline += style.lineHeight
    }
    return (marks, baseline - style.lineHeight + 6)
  }

  // MARK: Lines

  /// The dotted lines with their labels above them, 15 px apart or more: at the end where they cover fewer
  /// points.
  private var ruled: [any Mark] {
    let placed = figure.lines.compactMap { line in frame.y.position(line.height).map { (line.label, $0) } }
    let baselines = LabelStack.spread(placed.map { $0.1 - 5 }, gap: 15, within: 14...(frame.box.maxY - 4))
    let points = figure.points.compactMap { place($0)?.point }.map {
      Box(centreX: $0.x, centreY: $0.y, radius: 4.5)
    }
    let (left, right) = (frame.box.minX + 4, frame.box.maxX)
    let sides = [(right, TextMark.Anchor.end), (left, TextMark.Anchor.start)].map { x, anchor in
      zip(placed, baselines).map {
        TextMark($0.0, .tick, .ink2, x: x, baseline: $1, anchor: anchor, halo: true)
      }
    }
    let covered = sides.map { texts in
      points.filter { point in texts.contains { $0.box.overlaps(point) } }.count
    }
    let stroke = Stroke(.ink3, 1, dashes: [2, 3])
    let rules = placed.map { RuleMark.horizontal(y: $0.1, frame.box.minX, frame.box.maxX, stroke) }
    return rules + (covered[1] < covered[0] ? sides[1] : sides[0])
  }

  // MARK: Points

  /// Where a point stands, held within the axes, and which way it lies beyond them.
  private func place(_ point: VolcanoFigure.Trait) -> (point: Point, beyond: Point?)? {
    guard let x = frame.x.clampedPosition(point.estimate),
      let y = frame.y.clampedPosition(point.negativeLog10P)
    else { return nil }
    let isAbove = point.negativeLog10P > frame.y.domain.upperBound
    let side = frame.x.contains(point.estimate) ? 0.0 : (point.estimate < frame.x.domain.lowerBound ? -1 : 1)
    return (Point(x, y), isAbove || side != 0 ? Point(side, isAbove ? -1 : 0) : nil)
  }

  /// A point's mark; beyond an axis an arrowhead at its edge.
  private func mark(_ trait: VolcanoFigure.Trait) -> (any Mark)? {
    guard let place = place(trait) else { return nil }
    let (x, y) = (place.point.x, place.point.y)
    guard let beyond = place.beyond else { return EvidenceMark(x: x, y: y, Self.filling(trait.evidence)) }
    let ink: Ink = trait.evidence == .neither ? .ink3 : .blue
    let paint = Paint(fill: trait.evidence == .adjusted ? ink : .paper, stroke: Stroke(ink, 1.5))
    let head =
      beyond.x == 0
      ? [Point(x, y), Point(x - 4, y + 7), Point(x + 4, y + 7)]
      : [Point(x, y), Point(x - 7 * beyond.x, y - 4), Point(x - 7 * beyond.x, y + 4)]
    return PolygonMark(head, paint)
  }

  private static func filling(_ evidence: PanelForestFigure.Evidence) -> EvidenceMark.Filling {
    switch evidence {
    case .adjusted: .full
    case .nominal: .half
    case .neither: .open
    }
  }

  /// Grey points below, then those with evidence, each with its name in one link; beyond the limit only the
  /// named ones and those past an axis are apart, the others one path for each filling.
  private func points(_ names: [Int: [TextMark]]) -> [any Mark] {
    let grey = figure.points.filter { $0.evidence == .neither }
    let ranked = Array(evident.enumerated())
    guard figure.points.count > VolcanoFigure.pointLimit else {
      return grey.flatMap { linked($0, []) }
        + ranked.reversed().flatMap { linked($0.element, names[$0.offset] ?? []) }
    }
    let far = { (trait: VolcanoFigure.Trait) in self.place(trait)?.beyond != nil }
    let single = ranked.filter { names[$0.offset] != nil || far($0.element) }
    let dense = ranked.filter { names[$0.offset] == nil && !far($0.element) }.map(\.element)
    return crowd(grey.filter { !far($0) }, .open) + grey.filter(far).compactMap(mark)
      + crowd(dense.filter { $0.evidence == .nominal }, .half)
      + crowd(dense.filter { $0.evidence == .adjusted }, .full)
      + single.reversed().flatMap { linked($0.element, names[$0.offset] ?? []) }
  }

  private func crowd(_ traits: [VolcanoFigure.Trait], _ filling: EvidenceMark.Filling) -> [any Mark] {
    let centres = traits.compactMap { place($0)?.point }
    let edge = Stroke(filling == .open ? .ink3 : .blue, 1)
    let whole = CirclesMark(centres, radius: 3, Paint(fill: filling == .full ? .blue : .paper, stroke: edge))
    return filling == .half
      ? [whole, CirclesMark(centres, radius: 3, halves: true, Paint(fill: .blue))] : [whole]
  }

  private func linked(_ trait: VolcanoFigure.Trait, _ name: [TextMark]) -> [any Mark] {
    guard let mark = mark(trait) else { return name }
    let marks: [any Mark] = [mark] + name
    let label = "\(trait.name): \(trait.estimateText), p = \(trait.pText)"
    return trait.link.map { [LinkMark($0, label: label, marks)] } ?? marks
  }

  // MARK: Names

  /// The names of the points with evidence that find room beside them, by their place among `evident`; what
  /// lies above the axis bears its p.
  private func names(avoiding texts: [TextMark]) -> [Int: [TextMark]] {
    let obstacles = figure.points.compactMap { place($0)?.point }.map {
      Box(centreX: $0.x, centreY: $0.y, radius: 4.5)
    }
    var bounds = frame.box
    bounds.minY -= 12
    var labels = PointLabels(bounds: bounds, obstacles: obstacles)
    for text in texts { labels.reserve(text.box) }
    var placed: [Int: [TextMark]] = [:]
    for (index, trait) in evident.enumerated().prefix(VolcanoFigure.nameLimit) {
      guard let place = place(trait) else { continue }
      let isAbove = trait.negativeLog10P > frame.y.domain.upperBound
      let spans =
        [TextSpan(trait.name, TextStyle(.tick, bold: true))]
        + (isAbove ? [TextSpan(" p = \(trait.pText)", .tick, .ink2)] : [])
      let marks = labels.place(
        lines: TextMetrics.lines(spans, limit: min(220, bounds.width * 0.55)),
        beside: place.point,
        distance: 8,
        insists: evident.count <= 6
      )
      if !marks.isEmpty { placed[index] = marks }
    }
    return placed
  }
}
