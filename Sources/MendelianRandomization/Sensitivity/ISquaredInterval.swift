import Foundation
import Statistics
import StudyModel

/// The 95 % interval of I² by that of H = √(Q/df): exp(ln H ± 1.96·SE(ln H)), where SE(ln H) is
/// ½(ln Q − ln df)/(√(2Q) − √(2n − 3)) for Q > n and √(1/(2(n − 2))·(1 − 1/(3(n − 2)²))) otherwise (Higgins & Thompson,
/// Statistics in Medicine 2002;21:1539–1558, the test-based interval); n − 1 is df throughout.
package enum ISquaredInterval {
  /// Nil where Q is 0 or not a number, or under 2 degrees of freedom, where SE(ln H) is not defined.
  package static func interval(q: Double, degreesOfFreedom: Int) -> ConfidenceInterval? {
    guard q > 0, q.isFinite, degreesOfFreedom >= 2 else { return nil }
    let df = Double(degreesOfFreedom)
    let n = df + 1
    let logH = 0.5 * (log(q) - log(df))
    let error =
      q > n
      ? logH / ((2 * q).squareRoot() - (2 * n - 3).squareRoot())
      : (1 / (2 * (n - 2)) * (1 - 1 / (3 * (n - 2) * (n - 2)))).squareRoot()
    let half = NormalDistribution.quantile(1 - (1 - Inference.confidenceLevel) / 2) * error
    return ConfidenceInterval(
      lower: share(logH - half),
      upper: share(logH + half),
      level: Inference.confidenceLevel
    )
  }

  /// I² = (H² − 1)/H², at least 0.
  private static func share(_ logH: Double) -> Double { max(0, 1 - exp(-2 * logH)) }
}
