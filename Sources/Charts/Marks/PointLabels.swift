/// Sets names beside points so that no name covers another, a point or the edge.
package struct PointLabels {
  /// Where names may stand.
  package var bounds: Box
  /// What names should not cover: points and lines.
  package var obstacles: [Box]
  /// The room of texts already set, which none may cover.
  package private(set) var texts: [Box] = []

  package init(bounds: Box, obstacles: [Box]) { (self.bounds, self.obstacles) = (bounds, obstacles) }

  /// Keeps room for a text.
  package mutating func reserve(_ box: Box) { texts.append(box) }

  /// How many obstacles and texts a box would cover.
  package func covered(by box: Box) -> (obstacles: Int, texts: Int) {
    (obstacles.filter(box.overlaps).count, texts.filter(box.overlaps).count)
  }

  /// The mark of a name beside the point, `distance` px from it: right, left, above or below, whichever is
  /// first free; nil if none is. A name that insists takes the place that covers fewest obstacles, but never
  /// a text.
  package mutating func place(_ spans: [TextSpan], beside point: Point, distance: Double, insists: Bool)
    -> TextMark?
  {
    guard point.isFinite else { return nil }
    var best: (cost: Int, mark: TextMark)?
    for mark in candidates(spans, point, distance, isFar: insists) where bounds.contains(mark.box) {
      let covered = covered(by: mark.box)
      guard covered.texts == 0, covered.obstacles == 0 || insists else { continue }
      if covered.obstacles < best?.cost ?? .max { best = (covered.obstacles, mark) }
    }
    if let box = best?.mark.box { texts.append(box) }
    return best?.mark
  }

  private func candidates(_ spans: [TextSpan], _ point: Point, _ distance: Double, isFar: Bool) -> [TextMark]
  {
    let size = spans.map(\.style.size.pixels).max() ?? 12
    let middle = point.y + size * 0.36
    let (above, below) = (point.y - distance - size * 0.25, point.y + distance + size * 0.8)
    let side = distance * 0.75
    var places: [(Double, Double, TextMark.Anchor)] = [
      (point.x + distance, middle, .start), (point.x - distance, middle, .end),
      (point.x, above, .middle), (point.x, below, .middle),
      (point.x + side, above, .start), (point.x + side, below, .start),
      (point.x - side, above, .end), (point.x - side, below, .end),
    ]
    if isFar {
      places += [(point.x, above - size, .middle), (point.x, below + size, .middle)]
      places += [-2, -1, 1, 2].map { (point.x + distance, middle + $0 * size * 0.6, .start) }
      places += [-2, -1, 1, 2].map { (point.x - distance, middle + $0 * size * 0.6, .end) }
    }
    return places.map { TextMark(spans, x: $0.0, baseline: $0.1, anchor: $0.2, halo: true) }
  }
}
