/// A rectangle on the drawing, in px.
package struct Box: Hashable, Sendable {
  package var minX: Double
  package var minY: Double
  package var maxX: Double
  package var maxY: Double

  package init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = min(minX, maxX)
    self.minY = min(minY, maxY)
    self.maxX = max(minX, maxX)
    self.maxY = max(minY, maxY)
  }

  /// A square about a point.
  package init(centreX: Double, centreY: Double, radius: Double) {
    self.init(minX: centreX - radius, minY: centreY - radius, maxX: centreX + radius, maxY: centreY + radius)
  }

  package var width: Double { maxX - minX }
  package var height: Double { maxY - minY }

  /// Whether the insides share more than a hundredth of a px either way.
  package func overlaps(_ other: Box) -> Bool {
    minX < other.maxX - 0.01 && other.minX < maxX - 0.01 && minY < other.maxY - 0.01
      && other.minY < maxY - 0.01
  }

  package func contains(_ other: Box) -> Bool {
    minX <= other.minX + 0.01 && minY <= other.minY + 0.01 && maxX >= other.maxX - 0.01
      && maxY >= other.maxY - 0.01
  }
}
