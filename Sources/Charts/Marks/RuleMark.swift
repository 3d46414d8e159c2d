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

  /// A level or upright line is a path, which says it in half the letters of a line: a page has thousands.
  package var elements: [SVGElement] {
    let paint = Paint(stroke: stroke)
    let name = ChartClass.stroke(stroke.ink).name
    guard from.x == to.x || from.y == to.y else {
      let numbers: KeyValuePairs = ["x1": from.x, "y1": from.y, "x2": to.x, "y2": to.y]
      return paint.painted(.shape("line", numbers, classes: name))
    }
    guard [from.x, from.y, to.x, to.y].allSatisfy(\.isFinite) else { return [] }
    let end = from.y == to.y ? "H" + SVGNumber.text(to.x) : "V" + SVGNumber.text(to.y)
    let path = "M\(SVGNumber.text(from.x)) \(SVGNumber.text(from.y))\(end)"
    return paint.painted(SVGElement("path", ["d": path, "class": name]))
  }
}
