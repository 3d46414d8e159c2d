/// Many circles of one paint as one path, or their right halves.
package struct CirclesMark: Mark {
  package var centres: [Point]
  /// In px.
  package var radius: Double
  package var paint: Paint
  package var areHalves: Bool

  package init(_ centres: [Point], radius: Double, halves: Bool = false, _ paint: Paint) {
    (self.centres, self.radius, self.paint, areHalves) = (centres, radius, paint, halves)
  }

  package var elements: [SVGElement] {
    let usable = centres.filter(\.isFinite)
    guard !usable.isEmpty else { return [] }
    let (r, d) = (SVGNumber.text(radius), SVGNumber.text(radius * 2))
    let path = usable.map { centre in
      areHalves
        ? "M\(SVGNumber.text(centre.x)) \(SVGNumber.text(centre.y - radius))a\(r) \(r) 0 0 1 0 \(d)Z"
        : "M\(SVGNumber.text(centre.x - radius)) \(SVGNumber.text(centre.y))"
          + "a\(r) \(r) 0 1 0 \(d) 0a\(r) \(r) 0 1 0 -\(d) 0"
    }
    return paint.painted(SVGElement("path", ["d": path.joined(), "class": paint.classes]))
  }
}
