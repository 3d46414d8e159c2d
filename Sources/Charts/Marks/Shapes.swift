/// A circle.
package struct CircleMark: Mark {
  package var x: Double
  package var y: Double
  package var radius: Double
  package var paint: Paint

  package init(x: Double, y: Double, radius: Double, _ paint: Paint) {
    (self.x, self.y, self.radius, self.paint) = (x, y, radius, paint)
  }

  package var elements: [SVGElement] {
    paint.painted(.shape("circle", ["cx": x, "cy": y, "r": radius], classes: paint.classes))
  }
}

/// A rectangle: a band, a bar, a box, or the square of a primary estimate.
package struct RectangleMark: Mark {
  package var box: Box
  package var cornerRadius: Double
  package var paint: Paint

  package init(_ box: Box, cornerRadius: Double = 0, _ paint: Paint) {
    (self.box, self.cornerRadius, self.paint) = (box, cornerRadius, paint)
  }

  /// A square about a point.
  package static func square(x: Double, y: Double, half: Double, _ paint: Paint) -> RectangleMark {
    RectangleMark(Box(centreX: x, centreY: y, radius: half), paint)
  }

  package var elements: [SVGElement] {
    let numbers: KeyValuePairs = ["x": box.minX, "y": box.minY, "width": box.width, "height": box.height]
    let rounding: KeyValuePairs = ["rx": SVGNumber.text(cornerRadius)]
    return paint.painted(
      .shape("rect", numbers, classes: paint.classes, cornerRadius > 0 ? rounding : [:])
    )
  }
}

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

  package var elements: [SVGElement] { Path.elements("polygon", points, paint, least: 3) }
}

/// An open line through points.
package struct PolylineMark: Mark {
  package var points: [Point]
  package var stroke: Stroke

  package init(_ points: [Point], _ stroke: Stroke) { (self.points, self.stroke) = (points, stroke) }

  package var elements: [SVGElement] { Path.elements("polyline", points, Paint(stroke: stroke), least: 2) }
}

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

/// A place on the drawing, in px from the upper left.
package struct Point: Hashable, Sendable {
  package var x: Double
  package var y: Double

  package init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }

  package var isFinite: Bool { x.isFinite && y.isFinite }
}

private enum Path {
  /// Points that are not finite are left out; with fewer than `least` left nothing is drawn.
  static func elements(_ name: String, _ points: [Point], _ paint: Paint, least: Int) -> [SVGElement] {
    let usable = points.filter(\.isFinite)
    guard usable.count >= least else { return [] }
    let list = usable.map { "\(SVGNumber.text($0.x)),\(SVGNumber.text($0.y))" }.joined(separator: " ")
    return paint.painted(SVGElement(name, ["points": list, "class": paint.classes]))
  }
}
