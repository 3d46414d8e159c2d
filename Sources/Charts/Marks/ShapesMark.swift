/// Many closed shapes of one paint as one path: a few bytes each.
package struct ShapesMark: Mark {
  package var shapes: [[Point]]
  package var paint: Paint

  package init(_ shapes: [[Point]], _ paint: Paint) { (self.shapes, self.paint) = (shapes, paint) }

  package var elements: [SVGElement] {
    let usable = shapes.filter { $0.count > 2 && $0.allSatisfy(\.isFinite) }
    guard !usable.isEmpty else { return [] }
    let path = usable.map { shape in
      "M" + shape.map { "\(SVGNumber.text($0.x)) \(SVGNumber.text($0.y))" }.joined(separator: "L") + "Z"
    }
    return paint.painted(SVGElement("path", ["d": path.joined(), "class": paint.classes]))
  }
}
