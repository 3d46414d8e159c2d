import Foundation
import Statistics
import StudyModel

/// Fisher's combined test of the instruments' association with the outcome: −2Σ ln pᵢ on χ² with 2n degrees of freedom
/// (Fisher, Statistical Methods for Research Workers, 1925). An association is no causal effect, but without any there is
/// none to be found.
package enum FishersCombinedAnalysis {
  /// Nil for no variants. p is the outcome's as supplied, or the normal's of β/σ where none was; a bare 0 is taken by
  /// the latter as well.
  package static func test(_ variants: [HarmonisedVariant]) -> FishersCombinedTest? {
    guard !variants.isEmpty else { return nil }
    let statistic = 2 * M_LN10 * variants.map { negativeLog10($0.outcome) }.compensatedSum()
    guard statistic.isFinite else { return nil }
    let df = 2 * variants.count
    let distribution = ChiSquaredDistribution(degreesOfFreedom: Double(df))
    return FishersCombinedTest(
      statistic: statistic,
      degreesOfFreedom: df,
      pValue: PValue(distribution.upperTail(statistic))
    )
  }

  private static func negativeLog10(_ effect: AlleleEffect) -> Double {
    if let p = effect.pValue, p.negativeLog10.isFinite { return p.negativeLog10 }
    return NormalDistribution.twoSided(effect.beta / effect.standardError).negativeLog10
  }
}
