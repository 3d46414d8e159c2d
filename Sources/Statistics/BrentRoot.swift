/// The root of a continuous function between two places where its signs differ (Brent, "Algorithms for minimization
/// without derivatives", 1973, chapter 4): inverse quadratic interpolation where it pays, bisection where it does not.
package enum BrentRoot {
  /// - Parameters:
  ///   - lower: with `upper` the ends; f must not have the same sign at both.
  ///   - tolerance: absolute, beyond the rounding of the root itself.
  /// - Returns: nil where the signs agree or f is not a number at an end.
  package static func find(
    between lower: Double,
    and upper: Double,
    tolerance: Double = 0,
    _ f: (Double) -> Double
  ) -> Double? {
    var (a, b) = (lower, upper)
    var (fa, fb) = (f(a), f(b))
    guard !fa.isNaN, !fb.isNaN else { return nil }
    if fa == 0 { return a }
    if fb == 0 { return b }
    guard (fa < 0) != (fb < 0) else { return nil }
    var (c, fc) = (a, fa)
    var (step, previous) = (b - a, b - a)
    for _ in 0..<mostSteps {
      if (fb < 0) == (fc < 0) {
        (c, fc) = (a, fa)
        step = b - a
        previous = step
      }
      if abs(fc) < abs(fb) { (a, b, c, fa, fb, fc) = (b, c, b, fb, fc, fb) }
      let accuracy = 2 * Double.ulpOfOne * abs(b) + 0.5 * tolerance
      let half = 0.5 * (c - b)
      if abs(half) <= accuracy || fb == 0 { return b }
      if abs(previous) < accuracy || abs(fa) <= abs(fb) {
        (step, previous) = (half, half)
      } else if let interpolated = interpolation(a, b, c, fa, fb, fc, half, previous, accuracy) {
        (step, previous) = (interpolated, step)
      } else {
        (step, previous) = (half, half)
      }
      (a, fa) = (b, fb)
      b += abs(step) > accuracy ? step : (half > 0 ? accuracy : -accuracy)
      fb = f(b)
      if fb.isNaN { return nil }
    }
    return b
  }

  /// Bisection alone halves any interval of doubles to nothing in about as many steps.
  private static let mostSteps = 2200

  /// The step to the interpolated root; nil where bisection is safer.
  private static func interpolation(
    _ a: Double,
    _ b: Double,
    _ c: Double,
    _ fa: Double,
    _ fb: Double,
    _ fc: Double,
    _ half: Double,
    _ previous: Double,
    _ accuracy: Double
  ) -> Double? {
    let s = fb / fa
    var numerator: Double
    var denominator: Double
    if a == c {
      numerator = 2 * half * s
      denominator = 1 - s
    } else {
      let q = fa / fc
      let r = fb / fc
      numerator = s * (2 * half * q * (q - r) - (b - a) * (r - 1))
      denominator = (q - 1) * (r - 1) * (s - 1)
    }
    if numerator > 0 { denominator = -denominator } else { numerator = -numerator }
    let bound = min(3 * half * denominator - abs(accuracy * denominator), abs(previous * denominator))
    return 2 * numerator < bound ? numerator / denominator : nil
  }
}
