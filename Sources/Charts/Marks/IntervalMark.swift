/// A horizontal interval. Where it runs past the scale it ends in a solid arrowhead, 6 px long and 7 px high,
/// at the edge.
package struct IntervalMark: Mark {
  package var low: Double
  package var high: Double
  package var y: Double
  package var scale: any Scale
  package var stroke: Stroke
  /// The height of the arrowheads, in px.
  package var headHeight: Double

  /// - Parameters:
  ///   - low: the lower bound in the units of the scale; −∞ or a value off the scale is shown as an arrow.
  ///   - high: the upper bound likewise.
  package init(
    low: Double,
    high: Double,
    y: Double,
    scale: any Scale,
    _ stroke: Stroke,
    headHeight: Double = 7
  ) {
    (self.low, self.high, self.y) = (low, high, y)
    (self.scale, self.stroke, self.headHeight) = (scale, stroke, headHeight)
  }

  package var elements: [SVGElement] {
    guard !low.isNaN, !high.isNaN, low <= high else { return [] }
    let (first, last) = (end(low, edge: scale.start, below: true), end(high, edge: scale.end, below: false))
    if high < scale.domain.lowerBound { return head(at: scale.start, pointing: -1) }
    if low > scale.domain.upperBound { return head(at: scale.end, pointing: 1) }
    let line = RuleMark.horizontal(y: y, first.place, last.place, stroke).elements
    return line + (first.passes ? head(at: scale.start, pointing: -1) : [])
      + (last.passes ? head(at: scale.end, pointing: 1) : [])
  }

  private func end(_ value: Double, edge: Double, below: Bool) -> (place: Double, passes: Bool) {
    let passes = below ? value < scale.domain.lowerBound : value > scale.domain.upperBound
    guard !passes, let place = scale.clampedPosition(value) else { return (edge + (below ? 3 : -3), true) }
    return (place, false)
  }

  private func head(at edge: Double, pointing: Double) -> [SVGElement] {
    let back = edge - 6 * pointing
    let half = headHeight / 2
    return PolygonMark(
      [Point(edge, y), Point(back, y - half), Point(back, y + half)],
      Paint(fill: stroke.ink)
    )
    .elements
  }
}
