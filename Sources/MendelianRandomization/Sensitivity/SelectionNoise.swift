import Foundation
import Statistics
import StudyModel

/// What chance leaves in the r² of variants that were chosen by their p in the sample that measured them.
///
/// Of 10⁶ independent common variants, 10⁶·p are below a threshold p without any association (Pe'er et al., Genetic
/// Epidemiology 2008;32:381–385), and each of those shows not 1 but E[χ²₁ | χ²₁ > c] times the noise of a variant that
/// nobody chose: 22.7 times at p < 5 × 10⁻⁶, where five are expected, so that a handful of such instruments may be
/// chance altogether. At p < 5 × 10⁻⁸ 0.05 are expected, and selection adds next to nothing.
package struct SelectionNoise: Hashable, Sendable {
  /// p below which the variants were chosen.
  package let threshold: Double
  /// How many of the variants are expected to be chance: at most all of them.
  package let falseExpected: Double
  private let count: Int

  /// Independent common variants of a genome, as behind the usual 5 × 10⁻⁸ (0.05 / 10⁶).
  private static let independentVariants = 1e6

  /// - Parameters:
  ///   - effects: of the variants on the trait that they were chosen for.
  ///   - declared: the threshold that the study states; the largest p among the variants where it states none.
  package init(_ effects: [AlleleEffect], declared: Double?) {
    threshold = declared ?? effects.map(Self.pValue).max() ?? 1
    count = effects.count
    falseExpected = min(Double(count), Self.independentVariants * threshold)
  }

  /// E[χ²₁ | χ²₁ > c] with P(χ²₁ > c) = p: 1 + 2zφ(z)/p, z = √c.
  package var inflation: Double {
    guard threshold > 0, threshold < 1 else { return 1 }
    let z = -NormalDistribution.quantile(threshold / 2)
    return 1 + 2 * z * exp(-0.5 * z * z) / (2 * Double.pi).squareRoot() / threshold
  }

  /// By how much the selection raises the noise of the mean variant, at least 1.
  package var factor: Double {
    guard count > 0, inflation.isFinite else { return 1 }
    return 1 + falseExpected / Double(count) * (inflation - 1)
  }

  private static func pValue(_ effect: AlleleEffect) -> Double {
    effect.pValue?.value ?? NormalDistribution.twoSided(effect.beta / effect.standardError).value
  }
}
