/// A closed shape through points: diamonds, arrowheads.
package struct PolygonMark: Mark {
  package var points: [Point]
  package var paint: Paint

  package init(_ points: [Point], _ paint: Paint) { (self.points, self.paint) = (points, paint) }

  /// The diamond of a pooled estimate, from `left` to `right` about `y`.
  package static func diamond(
    left: Double,
    middle: Double,
    right: Double,
    y: Double,
    half: Double,
    _ paint: Paint
  )
    -> PolygonMark
  {
    PolygonMark(
      [Point(left, y), Point(middle, y - half), Point(right, y), Point(middle, y + half)],
      paint
    )
  }

  package var elements: [SVGElement] { PointList.elements("polygon", points, paint, least: 3) }
}
