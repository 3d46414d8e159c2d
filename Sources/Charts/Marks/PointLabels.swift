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
    place(lines: [spans], beside: point, distance: distance, insists: insists).first
  }

  /// The same for a name of several lines, which stay together; empty if there is no room.
  package mutating func place(
    lines: [[TextSpan]],
    beside point: Point,
    distance: Double,
    insists: Bool
  ) -> [TextMark] {
    guard point.isFinite, !lines.isEmpty else { return [] }
    var best: (cost: Int, marks: [TextMark], box: Box)?
    for place in places(lines, point, distance) {
      let marks = block(lines, at: place)
      let box = Self.box(of: marks)
      guard bounds.contains(box) else { continue }
      let covered = covered(by: box)
      guard covered.texts == 0, covered.obstacles == 0 || insists else { continue }
      if covered.obstacles < best?.cost ?? .max { best = (covered.obstacles, marks, box) }
      if covered.obstacles == 0 { break }
    }
    if let box = best?.box { texts.append(box) }
    return best?.marks ?? []
  }

  private static func box(of marks: [TextMark]) -> Box {
    let boxes = marks.map(\.box)
    return Box(
      minX: boxes.map(\.minX).min() ?? 0,
      minY: boxes.map(\.minY).min() ?? 0,
      maxX: boxes.map(\.maxX).max() ?? 0,
      maxY: boxes.map(\.maxY).max() ?? 0
    )
  }

  private struct Place {
    var x: Double
    /// Of the first line, the last or the middle of the block, by `rises`.
    var baseline: Double
    var anchor: TextMark.Anchor
    /// The share of the block above its baseline: 0 hangs from it, 1 stands on it.
    var rises: Double
  }

  private func block(_ lines: [[TextSpan]], at place: Place) -> [TextMark] {
    let step = lines.first?.first?.style.lineHeight ?? 0
    let first = place.baseline - Double(lines.count - 1) * step * place.rises
    return lines.enumerated().map { index, line in
      TextMark(
        line,
        x: place.x,
        baseline: first + Double(index) * step,
        anchor: place.anchor,
        halo: true
      )
    }
  }

  private func places(_ lines: [[TextSpan]], _ point: Point, _ distance: Double) -> [Place] {
    let size = lines.joined().map(\.style.size.pixels).max() ?? 12
    let middle = point.y + size * 0.36
    let (above, below) = (point.y - distance - size * 0.25, point.y + distance + size * 0.8)
    let side = distance * 0.75
    func at(_ x: Double, _ baseline: Double, _ anchor: TextMark.Anchor, _ rises: Double) -> Place {
      Place(x: x, baseline: baseline, anchor: anchor, rises: rises)
    }
    let near = [
      at(point.x + distance, middle, .start, 0.5), at(point.x - distance, middle, .end, 0.5),
      at(point.x, above, .middle, 1), at(point.x, below, .middle, 0),
      at(point.x + side, above, .start, 1), at(point.x + side, below, .start, 0),
      at(point.x - side, above, .end, 1), at(point.x - side, below, .end, 0),
    ]
    let shifts = [-2, -1, 1, 2].map { $0 * size * 0.6 }
    return near + [at(point.x, above - size, .middle, 1), at(point.x, below + size, .middle, 0)]
      + shifts.map { at(point.x + distance, middle + $0, .start, 0.5) }
      + shifts.map { at(point.x - distance, middle + $0, .end, 0.5) }
  }
}
