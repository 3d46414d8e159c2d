import CBoostMath
import Foundation

/// The χ² distribution.
package struct ChiSquaredDistribution: Sendable {
  package let degreesOfFreedom: Double

  package init(degreesOfFreedom: Double) { self.degreesOfFreedom = degreesOfFreedom }

  /// P(X ≥ x).
  package func upperTail(_ x: Double) -> TailProbability {
    TailProbability(direct: boost_chi_squared_upper_tail(x, degreesOfFreedom)) { logUpperTail(x) }
  }

  /// ln Q(a, y) with a = ν/2 and y = x/2, by Legendre's continued fraction of Γ(a, y) (NIST DLMF 8.9.2),
  /// evaluated with Lentz's algorithm; converges fast where y is well above a, and a tail that underflows has
  /// y far above a.
  private func logUpperTail(_ x: Double) -> Double {
    let a = degreesOfFreedom / 2
    let y = x / 2
    guard y.isFinite else { return -y }
    var b = y + 1 - a
    var c = Double.greatestFiniteMagnitude
    var d = 1 / b
    var fraction = d
    for step in 1...10_000 {
      let i = Double(step)
      let numerator = -i * (i - a)
      b += 2
      d = 1 / (numerator * d + b)
      c = b + numerator / c
      fraction *= c * d
      if abs(c * d - 1) < 1e-16 { break }
    }
    return a * log(y) - y - boost_log_gamma(a) + log(fraction)
  }
}
