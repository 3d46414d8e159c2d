/// A straight line.
package struct RuleMark: Mark {
  package var from: Point
  package var to: Point
  package var stroke: Stroke

  package init(_ from: Point, _ to: Point, _ stroke: Stroke) {
    (self.from, self.to, self.stroke) = (from, to, stroke)
  }

  package static func horizontal(y: Double, _ x1: Double, _ x2: Double, _ stroke: Stroke) -> RuleMark {
    RuleMark(Point(x1, y), Point(x2, y), stroke)
  }

  package static func vertical(x: Double, _ y1: Double, _ y2: Double, _ stroke: Stroke) -> RuleMark {
    RuleMark(Point(x, y1), Point(x, y2), stroke)
  }

  package var elements: [SVGElement] {
    let numbers: KeyValuePairs = ["x1": from.x, "y1": from.y, "x2": to.x, "y2": to.y]
    let paint = Paint(stroke: stroke)
    return paint.painted(.shape("line", numbers, classes: ChartClass.stroke(stroke.ink).name))
  }
}
