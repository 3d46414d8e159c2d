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
