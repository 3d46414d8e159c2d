import Foundation

/// The bandwidth of a mode's kernel density: h = 0.9·min(SD, 1.4826·MAD)·n^(−1/5)·φ (Silverman, Density
/// Estimation, 1986, eq. 3.31, with the median absolute deviation for the interquartile range; Bickel, J Stat
/// Comput Simul 2003;73:899–912).
///
/// Keeps its buffer, so that a bootstrap need not allocate.
package struct ModeBandwidth: Sendable {
  private var scratch: [Double] = []
  private let factor: Double

  /// 1/Φ⁻¹(¾): makes the median absolute deviation of a normal sample its standard deviation.
  package static let normalConsistency = 1.4826

  /// Values that differ by less than this share of their median differ by rounding only.
  private static let rounding = 1e-12

  /// - Parameter factor: φ.
  package init(factor: Double) { self.factor = factor }

  /// At least the rounding of the values, so that equal ratios computed from different numbers stay one heap; 0
  /// where more than half of the values are exactly 0. NaN for fewer than 2 values.
  package mutating func callAsFunction(_ points: [WeightedValue]) -> Double {
    let n = points.count
    guard n >= 2 else { return .nan }
    scratch.removeAll(keepingCapacity: true)
    var mean = 0.0
    for point in points {
      scratch.append(point.value)
      mean += point.value
    }
    mean /= Double(n)
    var squares = 0.0
    for value in scratch { squares += (value - mean) * (value - mean) }
    let deviation = (squares / Double(n - 1)).squareRoot()
    // NaN has no place in an order.
    guard mean.isFinite else { return .nan }
    let (median, absolute) = scratch.withUnsafeMutableBufferPointer { values in
      let median = Selection.median(values)
      for index in values.indices { values[index] = abs(values[index] - median) }
      return (median, Selection.median(values))
    }
    let spread = min(deviation, Self.normalConsistency * absolute)
    return max(0.9 * spread * factor / fifthRoot(Double(n)), Self.rounding * abs(median))
  }

  private func fifthRoot(_ n: Double) -> Double { pow(n, 0.2) }
}
