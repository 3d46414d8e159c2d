/// The slope b and the offsets θ that minimise Σwᵢ(yᵢ − bxᵢ − θᵢ)²/2 + λΣpᵢ|θᵢ|.
///
/// With θ profiled out this is Huber's loss of (y − bx) with a knee of its own for every point, kᵢ = λpᵢ/wᵢ, so that b is the
/// root of a score that rises piecewise linearly: no matrix is needed and no coordinate descent.
package struct LassoOffsets: Hashable, Sendable {
  package let slope: Double
  /// 0 where |y − bx| is not above the knee.
  package let offsets: [Double]

  private static let mostSteps = 200

  /// - Parameters:
  ///   - penalties: p, above 0.
  ///   - start: a slope to begin from; any will do.
  package init?(
    x: [Double],
    y: [Double],
    weights: [Double],
    penalties: [Double],
    lambda: Double,
    start: Double
  ) {
    let knees = zip(penalties, weights).map { lambda * $0 / $1 }
    guard let slope = Self.slope(x: x, y: y, weights: weights, knees: knees, start: start) else { return nil }
    self.slope = slope
    offsets = x.indices.map { index in
      let residual = y[index] - slope * x[index]
      return abs(residual) > knees[index] ? residual - knees[index] * (residual < 0 ? -1 : 1) : 0
    }
  }

  /// Newton steps, which end at the root once they land on its piece; bisection where one leaves the bracket.
  private static func slope(
    x: [Double],
    y: [Double],
    weights: [Double],
    knees: [Double],
    start: Double
  ) -> Double? {
    var (lower, upper) = (-Double.infinity, Double.infinity)
    var slope = start
    for _ in 0..<mostSteps {
      var (score, curvature) = (0.0, 0.0)
      for index in x.indices {
        let residual = y[index] - slope * x[index]
        let wx = weights[index] * x[index]
        if abs(residual) <= knees[index] {
          score += wx * residual
          curvature += wx * x[index]
        } else {
          score += wx * knees[index] * (residual < 0 ? -1 : 1)
        }
      }
      guard score.isFinite else { return nil }
      if score == 0 { return slope }
      if score > 0 { lower = slope } else { upper = slope }
      var next = slope + score / curvature
      if !(next > lower && next < upper) {
        guard let inside = inside(lower, upper, from: slope, ascending: score > 0, x: x, y: y) else {
          return slope
        }
        next = inside
      }
      if abs(next - slope) <= 1e-15 * abs(next) { return next }
      slope = next
    }
    return slope
  }

  /// A point within the bracket; nil where it holds no further double.
  private static func inside(
    _ lower: Double,
    _ upper: Double,
    from slope: Double,
    ascending: Bool,
    x: [Double],
    y: [Double]
  ) -> Double? {
    if lower.isFinite, upper.isFinite {
      let middle = lower + (upper - lower) / 2
      return middle > lower && middle < upper ? middle : nil
    }
    // Every residual has one sign beyond the outermost ratio, so that the root lies within.
    let ratios = x.indices.filter { x[$0] != 0 }.map { y[$0] / x[$0] }
    guard let bound = ascending ? ratios.max() : ratios.min(), bound.isFinite else { return nil }
    return ascending ? max(bound, slope) : min(bound, slope)
  }
}
