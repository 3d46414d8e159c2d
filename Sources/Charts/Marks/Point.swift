/// A place on the drawing, in px from the upper left.
package struct Point: Hashable, Sendable {
  package var x: Double
  package var y: Double

  package init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }

  package var isFinite: Bool { x.isFinite && y.isFinite }
}
