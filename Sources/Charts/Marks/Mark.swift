/// A piece of a drawing. Charts are lists of marks, painted in order.
package protocol Mark: Sendable {
  /// What is written; empty if a coordinate is not finite.
  var elements: [SVGElement] { get }
  /// The texts within, with the room each takes: what must neither overlap nor be cut.
  var textBoxes: [Box] { get }
}

extension Mark {
  package var textBoxes: [Box] { [] }
}

/// How the edge of a shape is drawn.
package struct Stroke: Hashable, Sendable {
  package var ink: Ink
  /// In px.
  package var width: Double
  /// Dash and gap lengths in px, as `stroke-dasharray` takes them; empty for a solid line.
  package var dashes: [Double]

  package init(_ ink: Ink, _ width: Double = 1, dashes: [Double] = []) {
    self.ink = ink
    self.width = width
    self.dashes = dashes
  }

  func apply(to element: inout SVGElement) {
    element.attributes.append(.init(name: "stroke-width", value: SVGNumber.text(width)))
    guard !dashes.isEmpty else { return }
    let list = dashes.map(SVGNumber.text).joined(separator: " ")
    element.attributes.append(.init(name: "stroke-dasharray", value: list))
  }
}

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
