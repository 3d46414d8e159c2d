import CBoostMath
import Foundation

/// Student's t distribution.
package struct StudentTDistribution: Sendable {
  package let degreesOfFreedom: Double

  package init(degreesOfFreedom: Double) { self.degreesOfFreedom = degreesOfFreedom }

  /// The t with P(T > t) = p; NaN outside (0, 1).
  package func upperQuantile(_ p: Double) -> Double { boost_student_t_upper_quantile(p, degreesOfFreedom) }

  /// P(|T| ≥ |t|).
  package func twoSided(_ t: Double) -> TailProbability {
    let size = abs(t)
    let direct = 2 * boost_student_t_upper_tail(size, degreesOfFreedom)
    return TailProbability(direct: direct) { logTwoSidedTail(size) }
  }

  /// ln I_x(ν/2, 1/2) with x = ν / (ν + t²), by the series x^a (1 − x)^b / (a B(a, b)) · ₂F₁(a + b, 1; a + 1;
  /// x) (NIST DLMF 8.17.8), all of whose terms are positive.
  private func logTwoSidedTail(_ t: Double) -> Double {
    let a = degreesOfFreedom / 2
    // t / √ν is squared only where the square cannot overflow; beyond 1e8 adding 1 changes nothing.
    let scaled = t / degreesOfFreedom.squareRoot()
    let logX = scaled < 1e8 ? -log1p(scaled * scaled) : -2 * log(scaled)
    let x = exp(logX)
    var term = 1.0
    var series = 1.0
    var k = 0.0
    while term > series * 1e-17 {
      term *= (a + 0.5 + k) / (a + 1 + k) * x
      series += term
      k += 1
    }
    let logBeta = boost_log_gamma(a) + 0.5 * log(Double.pi) - boost_log_gamma(a + 0.5)
    return a * logX + 0.5 * log1p(-x) - log(a) - logBeta + log(series)
  }
}
