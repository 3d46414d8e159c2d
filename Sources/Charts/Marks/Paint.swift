/// The inside and edge of a shape.
package struct Paint: Hashable, Sendable {
  package var fill: Ink?
  package var stroke: Stroke?

  package init(fill: Ink? = nil, stroke: Stroke? = nil) {
    self.fill = fill
    self.stroke = stroke
  }

  var classes: String {
    let inside: ChartClass = fill.map { .fill($0) } ?? .hollow
    return ChartClass.attribute([inside] + (stroke.map { [.stroke($0.ink)] } ?? []))
  }

  func painted(_ element: SVGElement?) -> [SVGElement] {
    guard var element else { return [] }
    stroke?.apply(to: &element)
    return [element]
  }
}
