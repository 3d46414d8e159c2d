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
    // 1 is what SVG takes where nothing is said.
    if width != 1 { element.attributes.append(.init(name: "stroke-width", value: SVGNumber.text(width))) }
    guard !dashes.isEmpty else { return }
    let list = dashes.map(SVGNumber.text).joined(separator: " ")
    element.attributes.append(.init(name: "stroke-dasharray", value: list))
  }
}
