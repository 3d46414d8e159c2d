import Foundation

/// The lowest of the minima of a smooth function of a slope, which may be any real number.
///
/// The function is laid out on slopes whose angles atan(b/scale) are spread evenly, with the places that are likely
/// minima added; the lowest place is then refined between its neighbours on the derivative. A minimum that is narrower
/// than the spacing and holds no likely place can be missed, so that `candidates` should be where single terms of the
/// function are lowest.
package struct SlopeSearch: Sendable {
  /// In ascending order.
  package let layout: [Double]

  /// Places of the layout, beside the candidates.
  private static let angles = 256

  /// - Parameters:
  ///   - scale: a typical slope, above 0.
  ///   - candidates: finite slopes.
  package init(scale: Double, candidates: [Double]) {
    let laidOut = (1..<Self.angles).map { index in
      scale * tan(Double.pi * (Double(index) / Double(Self.angles) - 0.5))
    }
    layout = (laidOut + candidates).filter(\.isFinite).sorted()
  }

  /// - Parameters:
  ///   - value: what is to be least.
  ///   - derivative: of `value`.
  /// - Returns: nil where the function is lowest at the end of the layout, and so may have no minimum.
  package func minimum(_ value: (Double) -> Double, derivative: (Double) -> Double) -> Double? {
    var best = (index: -1, height: Double.infinity)
    for (index, slope) in layout.enumerated() {
      let height = value(slope)
      if height < best.height { best = (index, height) }
    }
    guard best.index > 0, best.index + 1 < layout.count else { return nil }
    return Self.refine(layout[best.index - 1], layout[best.index], layout[best.index + 1], derivative)
  }

  /// The stationary place next to `middle`, which is lower than both its neighbours.
  package static func refine(
    _ left: Double,
    _ middle: Double,
    _ right: Double,
    _ derivative: (Double) -> Double
  ) -> Double? {
    let slope = derivative(middle)
    if slope == 0 { return middle }
    return slope > 0
      ? BrentRoot.find(between: left, and: middle, derivative)
      : BrentRoot.find(between: middle, and: right, derivative)
  }
}
