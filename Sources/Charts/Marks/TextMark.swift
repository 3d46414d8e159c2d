/// A run of text in one style and colour.
package struct TextSpan: Hashable, Sendable {
  package var text: String
  package var style: TextStyle
  package var ink: Ink

  package init(_ text: String, _ style: TextStyle = .body, _ ink: Ink = .ink) {
    (self.text, self.style, self.ink) = (text, style, ink)
  }

  /// The same text with its last bracket unbroken: a line ends before it, not within.
  package static func keepingInterval(_ text: String) -> String {
    guard let bracket = text.lastIndex(of: "(") else { return text }
    let kept = text[bracket...].map { $0 == " " ? "\u{00A0}" : String($0) }.joined()
    return String(text[..<bracket]) + kept
  }

  var classes: String { ChartClass.attribute(style.classes + [.fill(ink)]) }
}

/// One line of text.
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
  /// Turned a quarter to the left about its anchor, to read upwards.
  package var isUpright: Bool

  package init(
    _ spans: [TextSpan],
    x: Double,
    baseline: Double,
    anchor: Anchor = .start,
    halo: Bool = false,
    upright: Bool = false
  ) {
    (self.spans, self.x, self.baseline, self.anchor) = (spans, x, baseline, anchor)
    (hasHalo, isUpright) = (halo, upright)
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
    let width = TextMetrics.width(spans)
    let size = spans.map(\.style.size.pixels).max() ?? 0
    let before = anchor == .start ? 0 : (anchor == .middle ? width / 2 : width)
    let (up, down) = (size * 0.78, size * 0.22)
    return isUpright
      ? Box(minX: x - up, minY: baseline + before - width, maxX: x + down, maxY: baseline + before)
      : Box(minX: x - before, minY: baseline - up, maxX: x - before + width, maxY: baseline + down)
  }

  package var textBoxes: [Box] { elements.isEmpty ? [] : [box] }

  package var elements: [SVGElement] {
    let filled = spans.filter { !$0.text.isEmpty }
    guard let first = filled.first else { return [] }
    let halo = hasHalo ? " " + ChartClass.halo.name : ""
    // A span's weight and slope would pass on to the spans in it, so several bear their classes themselves.
    let classes = filled.count == 1 ? first.classes + halo : ChartClass.text(first.style.size).name + halo
    var element = SVGElement.shape("text", ["x": x, "y": baseline], classes: classes)
    if anchor != .start { element?.attributes.append(.init(name: "text-anchor", value: anchor.rawValue)) }
    if isUpright {
      let turn = "rotate(-90 \(SVGNumber.text(x)) \(SVGNumber.text(baseline)))"
      element?.attributes.append(.init(name: "transform", value: turn))
    }
    if filled.count == 1 {
      element?.text = first.text
    } else {
      element?.children = filled.map { SVGElement("tspan", ["class": $0.classes], text: $0.text) }
    }
    return element.map { [$0] } ?? []
  }
}
