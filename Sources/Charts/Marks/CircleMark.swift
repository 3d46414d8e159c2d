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
