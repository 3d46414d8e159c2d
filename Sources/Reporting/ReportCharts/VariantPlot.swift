import Charts

/// One of the two plots of a variant forest.
struct VariantPlot {
  let axis: EffectAxis
  let title: String
  let scale: any Scale
  let ticks: [Tick]
  let isLeftOut: Bool
  let pooled: PlottedEstimate?

  var start: Double { scale.start }
  var end: Double { scale.end }

  static func plots(_ figure: VariantForestFigure, _ columns: VariantForestColumns) -> [VariantPlot] {
    let first = VariantPlot(
      figure.axis,
      title: columns.isNarrow ? figure.axis.shortTitle : figure.axis.title,
      scale: figure.axis.scale(figure.aloneDomain, from: columns.alone.start, to: columns.alone.end),
      isLeftOut: false,
      pooled: figure.pooled
    )
    guard let place = columns.leftOut else { return [first] }
    let second = VariantPlot(
      figure.axis,
      title: columns.isNarrow ? figure.leftOutShortTitle : figure.leftOutTitle,
      scale: figure.axis.scale(figure.leftOutDomain, from: place.start, to: place.end),
      isLeftOut: true,
      pooled: figure.pooled
    )
    return [first, second]
  }

  private init(
    _ axis: EffectAxis,
    title: String,
    scale: any Scale,
    isLeftOut: Bool,
    pooled: PlottedEstimate?
  ) {
    (self.axis, self.title, self.scale) = (axis, title, scale)
    (self.isLeftOut, self.pooled) = (isLeftOut, pooled)
    ticks = scale.ticksAlong(atMost: 8)
  }

  /// Grid, null, band at the right, and the dotted line of the pooled estimate.
  func ground(from top: Double, to bottom: Double) -> [any Mark] {
    var ground: [any Mark] = []
    if isLeftOut, let pooled, let low = scale.clampedPosition(pooled.low),
      let high = scale.clampedPosition(pooled.high)
    {
      ground.append(RectangleMark(Box(minX: low, minY: top, maxX: high, maxY: bottom), Paint(fill: .band)))
    }
    for x in ticks.compactMap({ scale.position($0.value) }) {
      ground.append(RuleMark.vertical(x: x, top, bottom, Stroke(.grid)))
    }
    if scale.contains(axis.null), let x = scale.position(axis.null) {
      ground.append(RuleMark.vertical(x: x, top, bottom, Stroke(.ink3)))
    }
    if let pooled, scale.contains(pooled.estimate), let x = scale.position(pooled.estimate) {
      ground.append(RuleMark.vertical(x: x, top, bottom, Stroke(.blue, 1.2, dashes: [1.5, 2.5])))
    }
    return ground
  }

  /// The estimate of a row: at the left blue where its interval excludes the null, at the right where marked.
  func marks(_ row: VariantForestFigure.Row, y: Double, isDense: Bool) -> [any Mark] {
    guard let plotted = isLeftOut ? row.leftOut : row.alone else { return [] }
    let isBlue = isLeftOut ? !row.note.isEmpty : axis.excludesNull(plotted)
    let stroke = isBlue && !isLeftOut ? Stroke(.blue, 1.5) : Stroke(.ink3, 1)
    let head = isDense ? 6.0 : 7.0
    let interval = IntervalMark(
      low: plotted.low,
      high: plotted.high,
      y: y,
      scale: scale,
      stroke,
      headHeight: head
    )
    let ring = Paint(stroke: Stroke(.ink, 1.2))
    guard scale.contains(plotted.estimate), let x = scale.position(plotted.estimate) else {
      // The estimate lies past the axis: the ring is about the arrowhead.
      guard row.isRinged, let edge = scale.clampedPosition(plotted.estimate) else { return [interval] }
      let middle = edge + (edge == scale.start ? 3 : -3)
      return [interval, CircleMark(x: middle, y: y, radius: 5.5, ring)]
    }
    let rings: [any Mark] = row.isRinged ? [CircleMark(x: x, y: y, radius: 5.5, ring)] : []
    let paint = Paint(fill: isBlue ? .blue : .ink2)
    return [interval, CircleMark(x: x, y: y, radius: isDense ? 2.5 : 3.2, paint)] + rings
  }

  func diamond(_ pooled: PlottedEstimate, y: Double) -> [any Mark] {
    guard let middle = scale.clampedPosition(pooled.estimate), let low = scale.clampedPosition(pooled.low),
      let high = scale.clampedPosition(pooled.high)
    else { return [] }
    let (left, right) = (min(low, middle - 4), max(high, middle + 4))
    let paint = Paint(fill: axis.excludesNull(pooled) ? .blue : .paper, stroke: Stroke(.blue, 1.2))
    return [PolygonMark.diamond(left: left, middle: middle, right: right, y: y, half: 5.5, paint)]
  }
}
