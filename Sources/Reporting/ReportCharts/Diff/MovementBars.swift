import Charts

/// Bars of movement about 0, in standard errors of the older estimate, split by cause where that is known.
struct MovementBars {
  /// How far the axis reaches either way.
  let reach: Double
  /// Whether a movement lies past it.
  let areCut: Bool

  /// Over every movement up to four times what three in four do not exceed; what lies beyond is cut with an arrowhead, and
  /// its number is printed in full.
  init(_ rows: [MovementFigure.Row]) {
    let sizes = rows.map(Self.extent).filter(\.isFinite).sorted()
    let usual = sizes.isEmpty ? 1 : sizes[Int(Double(sizes.count - 1) * 0.75)]
    let most = sizes.last ?? 1
    let limit = max(4 * usual, 1e-6)
    reach = min(max(most, 0.05), max(limit, 0.05)) * 1.05
    areCut = most > reach
  }

  private static func extent(_ row: MovementFigure.Row) -> Double {
    [row.shift, row.dataShift, row.softwareShift].compactMap { $0.map(abs) }.max() ?? 0
  }

  func scale(from start: Double, to end: Double) -> LinearScale {
    LinearScale(domain: -reach...reach, start: start, end: end)
  }

  /// Whole numbers and halves of standard errors, with a sign.
  static func ticks(_ scale: LinearScale) -> [Tick] {
    func signed(_ tick: Tick) -> String { tick.value > 0 ? "+" + tick.label : tick.label }
    return scale.ticks(atMost: 5) { left, right in
      (TextMetrics.width(signed(left), .tick) + TextMetrics.width(signed(right), .tick)) / 2 + 6
    }.map { tick in Tick(value: tick.value, label: signed(tick)) }
  }

  /// The bar of a row: what the data add from 0 on, then what software and settings do, up to the total. Where the two pull
  /// opposite ways, they stand one above the other.
  static func marks(_ row: MovementFigure.Row, y: Double, scale: LinearScale, half: Double) -> [any Mark] {
    guard let shift = row.shift, let zero = scale.position(0), let end = scale.clampedPosition(shift) else {
      return []
    }
    let parts: [any Mark]
    if let data = row.dataShift, let software = row.softwareShift, let turn = scale.clampedPosition(data) {
      let areOpposed = data * software < 0
      let (upper, lower) = areOpposed ? ((-half, 0.0), (0.0, half)) : ((-half, half), (-half, half))
      parts = [
        bar(zero, turn, y + upper.0, y + upper.1, Paint(fill: .blue)),
        bar(turn, end, y + lower.0, y + lower.1, Paint(fill: .orange, stroke: Stroke(.ink, 0.8))),
      ].compactMap { $0 }
    } else {
      parts = [bar(zero, end, y - half, y + half, Paint(fill: .ink3))].compactMap { $0 }
    }
    let total = RuleMark.vertical(x: end, y - half - 2, y + half + 2, Stroke(.ink, 2))
    guard !scale.contains(shift) else { return parts + [total] }
    let way = shift < 0 ? -1.0 : 1
    let head = [Point(end + 6 * way, y), Point(end, y - 5), Point(end, y + 5)]
    return parts + [PolygonMark(head, Paint(fill: .ink))]
  }

  /// Nil where it would be thinner than a hair.
  private static func bar(_ from: Double, _ to: Double, _ top: Double, _ foot: Double, _ paint: Paint)
    -> RectangleMark?
  {
    guard abs(to - from) > 0.4 else { return nil }
    return RectangleMark(Box(minX: from, minY: top, maxX: to, maxY: foot), paint)
  }
}
