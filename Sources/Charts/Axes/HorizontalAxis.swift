/// An axis along the top or foot of a plot: line, ticks and their labels.
package struct HorizontalAxis: Mark {
  package enum Side: Hashable, Sendable {
    /// Labels above a plot, without line or ticks.
    case top
    /// A line with ticks and labels below.
    case bottom
  }

  package var scale: any Scale
  package var ticks: [Tick]
  package var y: Double
  package var side: Side

  /// Labels that would reach beyond are left out.
  package var bounds: ClosedRange<Double>

  /// - Parameters:
  ///   - y: the height of the axis line.
  ///   - bounds: from where to where labels may reach, in px.
  package init(
    scale: any Scale,
    ticks: [Tick],
    y: Double,
    side: Side = .bottom,
    bounds: ClosedRange<Double> = -Double.infinity...Double.infinity
  ) {
    (self.scale, self.ticks, self.y, self.side, self.bounds) = (scale, ticks, y, side, bounds)
  }

  /// From the axis line to the bottom of its labels, in px.
  package static let depth = 22.0

  package var elements: [SVGElement] { (lines + labels).flatMap(\.elements) }

  package var textBoxes: [Box] { labels.flatMap(\.textBoxes) }

  private var lines: [any Mark] {
    guard side == .bottom else { return [] }
    let axis = Stroke(.ink3, 1)
    return [RuleMark.horizontal(y: y, scale.start, scale.end, axis)]
      + ticks.compactMap { scale.position($0.value) }.map { RuleMark.vertical(x: $0, y, y + 4, axis) }
  }

  private var labels: [any Mark] {
    ticks.compactMap { tick in
      guard let x = scale.position(tick.value) else { return nil }
      let baseline = side == .bottom ? y + 17 : y - 6
      let mark = TextMark(tick.label, .tick, .ink3, x: x, baseline: baseline, anchor: .middle)
      return bounds.contains(mark.box.minX) && bounds.contains(mark.box.maxX) ? mark : nil
    }
  }
}
