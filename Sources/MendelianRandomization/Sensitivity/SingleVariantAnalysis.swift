import Statistics
import StudyModel

/// Each variant's own Wald ratio and its share wx² / Σwx² of the IVW estimate.
package enum SingleVariantAnalysis {
  /// One row a variant, in their order; none where the shares are not finite.
  package static func estimates(_ variants: [HarmonisedVariant]) -> [SingleVariantEstimate] {
    let effects = SummaryEffects(variants)
    let weights = effects.weights
    let variances = effects.ratioVariances
    let total = sum(effects.count) { weights[$0] * effects.x[$0] * effects.x[$0] }
    return variants.enumerated().compactMap { index, variant in
      let ratio = WaldRatio.ratio(variant)
      let weight = weights[index] * effects.x[index] * effects.x[index] / total
      guard ratio.isUsable, weight.isFinite else { return nil }
      let error = variances[index].squareRoot()
      return SingleVariantEstimate(
        variant: variant.variant.id,
        estimate: ratio,
        weight: weight,
        secondOrderStandardError: error.isFinite ? error : nil
      )
    }
  }
}
