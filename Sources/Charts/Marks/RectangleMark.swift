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
