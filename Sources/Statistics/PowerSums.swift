/// Sums of the first four powers of deviations from one value, which need no sample to be kept.
package struct PowerSums: Hashable, Sendable {
  private let origin: Double
  private var count = 0
  private var sums = SIMD4<Double>.zero

  /// - Parameter origin: near the sample's mean, for the sums to keep their digits.
  package init(around origin: Double) { self.origin = origin }

  package mutating func add(_ value: Double) {
    let first = value - origin
    let second = first * first
    sums += SIMD4(first, second, second * first, second * second)
    count += 1
  }

  /// Second and fourth central moments, over n.
  var centralMoments: (count: Double, second: Double, fourth: Double) {
    let n = Double(count)
    let m = sums / n
    let mean = m.x
    let second = m.y - mean * mean
    let fourth = m.w - 4 * mean * m.z + 6 * mean * mean * m.y - 3 * mean * mean * mean * mean
    return (n, second, fourth)
  }
}

extension StandardDeviation {
  /// Of the sample that the sums are of.
  package init(of sums: PowerSums) {
    let (n, second, fourth) = sums.centralMoments
    self.init(count: n, variance: second, fourthMoment: fourth)
  }
}
