import CBoostMath
import Foundation

/// The standard normal distribution.
package enum NormalDistribution {
  /// The x with P(Z ≤ x) = p; NaN outside [0, 1].
  package static func quantile(_ p: Double) -> Double { boost_normal_quantile(p) }

  /// P(Z ≤ x).
  package static func cumulative(_ x: Double) -> Double { 0.5 * erfc(-x * 0.5.squareRoot()) }

  /// P(|Z| ≥ |z|).
  package static func twoSided(_ z: Double) -> TailProbability {
    let size = abs(z)
    return TailProbability(direct: erfc(size * 0.5.squareRoot())) { logTwoSidedTail(size) }
  }

  /// ln P(|Z| ≥ z) for large z, by the asymptotic series of Mills' ratio (Abramowitz & Stegun 26.2.12); at
  /// z = 37, where it takes over, the first term left out is below 1e-18.
  private static func logTwoSidedTail(_ z: Double) -> Double {
    let inverseSquare = 1 / (z * z)
    var term = 1.0
    var series = 1.0
    for k in 1...7 {
      term *= -Double(2 * k - 1) * inverseSquare
      series += term
    }
    return -0.5 * z * z + 0.5 * log(2 / Double.pi) - log(z) + log(series)
  }
}
