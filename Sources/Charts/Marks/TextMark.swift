/// One line of text. A span with letters that read from right to left stands apart from its neighbours, so
/// that these keep their order.
package struct TextMark: Mark {
  package enum Anchor: String, Hashable, Sendable {
    case start, middle, end
  }

  package var spans: [TextSpan]
  package var x: Double
  /// The baseline.
  package var baseline: Double
  package var anchor: Anchor
  package var hasHalo: Bool
  /// Turned to the left about its anchor, in degrees: 0 for level text, 90 to read upwards.
  package var turn: Double

  package init(
    _ spans: [TextSpan],
    x: Double,
    baseline: Double,
    anchor: Anchor = .start,
    halo: Bool = false,
    upright: Bool = false
  ) {
    (self.spans, self.x, self.baseline, self.anchor) = (spans, x, baseline, anchor)
    (hasHalo, turn) = (halo, upright ? 90 : 0)
  }

  package init(
    _ text: String,
    _ style: TextStyle = .body,
    _ ink: Ink = .ink,
    x: Double,
    baseline: Double,
    anchor: Anchor = .start,
    halo: Bool = false,
    upright: Bool = false
  ) {
    self.init(
      [TextSpan(text, style, ink)],
      x: x,
      baseline: baseline,
      anchor: anchor,
      halo: halo,
      upright: upright
    )
  }

  /// The room the text takes, reckoned from `TextMetrics`.
  package var box: Box {
    let (xs, ys) = (corners.map(\.x), corners.map(\.y))
    return Box(
      minX: xs.min() ?? x,
      minY: ys.min() ?? baseline,
      maxX: xs.max() ?? x,
      maxY: ys.max() ?? baseline
    )
  }

  /// One box for a level or an upright text; a slanted one in slices, one above the other.
  package var textBoxes: [Box] {
    guard !elements.isEmpty else { return [] }
    return turn == 0 || turn == 90 ? [box] : slices
  }

  private var corners: [Point] {
    let width = TextMetrics.width(spans)
    let size = spans.map(\.style.size.pixels).max() ?? 0
    let before = anchor == .start ? 0 : (anchor == .middle ? width / 2 : width)
    let (cosine, sine) = Self.direction(turn)
    return [(0.0, -0.78), (1, -0.78), (1, 0.22), (0, 0.22)].map { along, down in
      let (along, across) = (along * width - before, down * size)
      return Point(x + along * cosine + across * sine, baseline - along * sine + across * cosine)
    }
  }

  private var slices: [Box] {
    let (corners, whole) = (corners, box)
    let count = max(Int((whole.height / 2).rounded(.up)), 1)
    return (0..<count).map { index in
      let (top, bottom) = (
        whole.minY + whole.height * Double(index) / Double(count),
        whole.minY + whole.height * Double(index + 1) / Double(count)
      )
      let places = corners.indices.flatMap { place -> [Double] in
        let (from, to) = (corners[place], corners[(place + 1) % corners.count])
        let inside = from.y >= top && from.y <= bottom ? [from.x] : []
        let crossings = [top, bottom].filter { ($0 - from.y) * ($0 - to.y) < 0 }
        return inside + crossings.map { from.x + ($0 - from.y) / (to.y - from.y) * (to.x - from.x) }
      }
      return Box(minX: places.min() ?? x, minY: top, maxX: places.max() ?? x, maxY: bottom)
    }
  }

  /// Cosine and sine of the turns that figures use, exact for level and upright text.
  private static func direction(_ turn: Double) -> (Double, Double) {
    switch turn {
    case 0: (1, 0)
    case 90: (0, 1)
    default: CircleFunctions.direction(degrees: turn)
    }
  }

  package var elements: [SVGElement] {
    let filled = spans.filter { !$0.text.isEmpty }
    guard let first = filled.first else { return [] }
    let halo = hasHalo ? " " + ChartClass.halo.name : ""
    // A span's weight and slope would pass on to the spans in it, so several bear their classes themselves.
    let classes =
      filled.count == 1 && !first.isMixed
      ? first.classes + halo : ChartClass.text(first.style.size).name + halo
    var element = SVGElement.shape("text", ["x": x, "y": baseline], classes: classes)
    if anchor != .start { element?.attributes.append(.init(name: "text-anchor", value: anchor.rawValue)) }
    if turn != 0 {
      let place = "\(SVGNumber.text(x)) \(SVGNumber.text(baseline))"
      let value = "rotate(\(SVGNumber.text(-turn)) \(place))"
      element?.attributes.append(.init(name: "transform", value: value))
    }
    if filled.count == 1, !first.isMixed {
      element?.text = first.text
    } else {
      element?.children = filled.map { SVGElement("tspan", ["class": $0.classes], text: $0.text) }
    }
    return element.map { [$0] } ?? []
  }
}
