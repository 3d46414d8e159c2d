import Foundation

/// How sure the direction is against errors of measurement: over all reliabilities of exposure and outcome, the
/// volume under which the direction found holds against that under which the other would (Hemani, Tilling & Davey
/// Smith, PLoS Genetics 2017;13:e1007081).
package struct SteigerSensitivity: Hashable, Sendable {
  /// vz₁: agrees with the direction found.
  package let agreeing: Double
  /// vz₀.
  package let disagreeing: Double

  /// Of two correlations as observed, in (0, 1).
  ///
  /// - Parameters:
  ///   - a: of the side that the variants explain more of.
  ///   - b: of the other.
  package init(larger a: Double, smaller b: Double) {
    let (logA, logB) = (log(a), log(b))
    let whole = a * logA - b * logB + a * b * (logB - logA)
    disagreeing = -2 * b - b * logA - a * b * logA + 2 * a * b
    agreeing = abs(whole - disagreeing)
  }

  /// vz₁/vz₀; not finite where a correlation is 0.
  package var ratio: Double { agreeing / disagreeing }
}
