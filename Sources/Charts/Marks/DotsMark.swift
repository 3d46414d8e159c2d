/// Thousands of solid points as one path of round dots, about fifteen bytes each.
package struct DotsMark: Mark {
  package var centres: [Point]
  /// In px.
  package var radius: Double
  package var ink: Ink

  package init(_ centres: [Point], radius: Double, _ ink: Ink) {
    (self.centres, self.radius, self.ink) = (centres, radius, ink)
  }

  package var elements: [SVGElement] {
    let usable = centres.filter(\.isFinite)
    guard !usable.isEmpty else { return [] }
    let path = usable.map { "M\(SVGNumber.text($0.x)) \(SVGNumber.text($0.y))h0" }.joined()
    var element = SVGElement("path", ["d": path, "class": Paint(stroke: Stroke(ink)).classes])
    Stroke(ink, radius * 2).apply(to: &element)
    element.attributes.append(.init(name: "stroke-linecap", value: "round"))
    return [element]
  }
}
