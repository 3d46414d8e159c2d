/// An open line through points.
package struct PolylineMark: Mark {
  package var points: [Point]
  package var stroke: Stroke

  package init(_ points: [Point], _ stroke: Stroke) { (self.points, self.stroke) = (points, stroke) }

  package var elements: [SVGElement] {
    PointList.elements("polyline", points, Paint(stroke: stroke), least: 2)
  }
}
