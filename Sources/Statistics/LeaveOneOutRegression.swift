/// y = b·x with weights w, without each point in turn: linear in the number of points altogether.
///
/// A point is taken off the sums over all points (Belsley, Kuh & Welsch, Regression Diagnostics, 1980, §2.1).
/// Where that would cost digits, because the point holds more than half of a sum, the line is fitted anew
/// without it: of any data at most a handful of points can do so.
package struct LeaveOneOutThroughOrigin: Sendable {
  /// The line through all points.
  package let whole: RegressionThroughOrigin
  private let x: [Double]
  private let y: [Double]
  private let w: [Double]
  private let xx: Double
  private let xy: Double
  /// Σ|wxy|: what the digits of Σwxy are counted from.
  private let sizeOfXY: Double

  /// The three arrays have one length ≥ 2.
  package init(x: [Double], y: [Double], weights w: [Double]) {
    (self.x, self.y, self.w) = (x, y, w)
    whole = RegressionThroughOrigin(x: x, y: y, weights: w)
    xx = sum(x.count) { w[$0] * x[$0] * x[$0] }
    xy = sum(x.count) { w[$0] * x[$0] * y[$0] }
    sizeOfXY = sum(x.count) { abs(w[$0] * x[$0] * y[$0]) }
  }

  /// Of points, before one is left out.
  package var count: Int { x.count }

  /// The line through all points but this one.
  package func without(_ index: Int) -> RegressionThroughOrigin {
    subtracted(index) ?? refitted(index)
  }

  private func subtracted(_ index: Int) -> RegressionThroughOrigin? {
    let itsXX = w[index] * x[index] * x[index]
    let itsXY = w[index] * x[index] * y[index]
    guard itsXX <= 0.5 * xx, abs(itsXY) <= 0.5 * sizeOfXY else { return nil }
    let restXX = xx - itsXX
    let residual = y[index] - whole.slope * x[index]
    let rest = whole.residualSumOfSquares - w[index] * residual * residual * (xx / restXX)
    guard rest >= 0.5 * whole.residualSumOfSquares else { return nil }
    return RegressionThroughOrigin(
      slope: (xy - itsXY) / restXX,
      slopeStandardError: 1 / restXX.squareRoot(),
      residualSumOfSquares: rest,
      degreesOfFreedom: count - 2
    )
  }

  private func refitted(_ index: Int) -> RegressionThroughOrigin {
    RegressionThroughOrigin(
      x: x.without(index),
      y: y.without(index),
      weights: w.without(index)
    )
  }
}

/// y = a + b·x with weights w, without each point in turn, as `LeaveOneOutThroughOrigin` does it.
package struct LeaveOneOutWithIntercept: Sendable {
  /// The line through all points.
  package let whole: RegressionWithIntercept
  private let x: [Double]
  private let y: [Double]
  private let w: [Double]
  private let total: Double
  private let xMean: Double
  private let yMean: Double
  /// About the weighted means.
  private let xx: Double
  private let xy: Double
  private let sizeOfXY: Double

  /// x that differ by less than this share of their mean differ by its rounding only.
  private static let rounding = 1e-14

  /// The three arrays have one length ≥ 3.
  package init(x: [Double], y: [Double], weights w: [Double]) {
    let n = x.count
    (self.x, self.y, self.w) = (x, y, w)
    whole = RegressionWithIntercept(x: x, y: y, weights: w)
    total = w.compensatedSum()
    let xMean = sum(n) { w[$0] * x[$0] } / total
    let yMean = sum(n) { w[$0] * y[$0] } / total
    xx = sum(n) { w[$0] * (x[$0] - xMean) * (x[$0] - xMean) }
    xy = sum(n) { w[$0] * (x[$0] - xMean) * (y[$0] - yMean) }
    sizeOfXY = sum(n) { abs(w[$0] * (x[$0] - xMean) * (y[$0] - yMean)) }
    (self.xMean, self.yMean) = (xMean, yMean)
  }

  /// The line through all points but this one; nil where subtracting the point costs digits or leaves no
  /// slope, and the line has to be fitted anew. That is so for a handful of points at most.
  package func without(_ index: Int) -> RegressionWithIntercept? {
    let restTotal = total - w[index]
    guard w[index] <= 0.5 * total, restTotal > 0 else { return nil }
    let dx = x[index] - xMean
    let dy = y[index] - yMean
    // A point's share of a sum about the mean, which its removal also moves: w·W/(W − w).
    let weight = w[index] * (total / restTotal)
    let (itsXX, itsXY) = (weight * dx * dx, weight * dx * dy)
    guard itsXX <= 0.5 * xx, abs(itsXY) <= 0.5 * sizeOfXY else { return nil }
    let restXX = xx - itsXX
    let residual = dy - whole.slope * dx
    let rest = whole.residualSumOfSquares - weight * residual * residual * (xx / restXX)
    guard rest >= 0.5 * whole.residualSumOfSquares else { return nil }
    let slope = (xy - itsXY) / restXX
    let restXMean = xMean - w[index] / restTotal * dx
    let leastDifference = Self.rounding * abs(restXMean)
    guard restXX > restTotal * leastDifference * leastDifference else { return nil }
    let restYMean = yMean - w[index] / restTotal * dy
    return RegressionWithIntercept(
      intercept: restYMean - slope * restXMean,
      slope: slope,
      interceptStandardError: (1 / restTotal + restXMean * restXMean / restXX).squareRoot(),
      slopeStandardError: 1 / restXX.squareRoot(),
      residualSumOfSquares: rest,
      degreesOfFreedom: x.count - 3
    )
  }
}

extension [Double] {
  fileprivate func without(_ index: Int) -> [Double] {
    var rest = self
    rest.remove(at: index)
    return rest
  }
}
