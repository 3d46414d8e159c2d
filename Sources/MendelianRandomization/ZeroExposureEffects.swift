import StudyModel

/// Variants whose effect on the exposure is exactly 0: no ratio can be formed with them, and they say
/// nothing.
package struct ZeroExposureEffects {
  let data: PairData

  /// - Parameter data: what the variants were made of; the exclusions name its rows.
  package init(data: PairData) { self.data = data }

  /// Parts the variants that can be used from the exclusions, both in their order.
  package func separate(
    _ variants: [HarmonisedVariant]
  ) -> (used: [HarmonisedVariant], exclusions: [Exclusion]) {
    let zero = variants.filter { $0.exposure.beta == 0 }
    guard !zero.isEmpty else { return (variants, []) }
    let rows = SourceRows(data, of: Set(zero.map(\.variant.id)))
    return (
      variants.filter { $0.exposure.beta != 0 }, zero.map { rows.exclusion(of: $0, .exposureEffectZero) }
    )
  }
}
