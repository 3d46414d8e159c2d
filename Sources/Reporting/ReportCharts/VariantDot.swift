import Charts

/// The point of one variant in a plot of two axes.
enum VariantDot {
  /// - Parameter isRinged: whether the variant is an outlier.
  static func marks(at place: Point, isRinged: Bool) -> [any Mark] {
    let dot = CircleMark(
      x: place.x,
      y: place.y,
      radius: 3,
      Paint(fill: .ink2, stroke: Stroke(.paper, 1))
    )
    guard isRinged else { return [dot] }
    return [dot, CircleMark(x: place.x, y: place.y, radius: 6, Paint(stroke: Stroke(.ink, 1.5)))]
  }
}
