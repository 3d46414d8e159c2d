import Statistics
import StudyModel

/// F of each variant and of all together, and the variance they explain.
package struct InstrumentStrengthAnalysis {
  let exposure: StudySide

  package init(exposure: StudySide) { self.exposure = exposure }

  /// The rule of thumb for a weak instrument (Staiger & Stock, Econometrica 1997;65:557–586).
  static let weak = 10.0

  /// The variant with its own r² filled in.
  package func described(_ variant: HarmonisedVariant) -> HarmonisedVariant {
    var described = variant
    let shared = SharedFrequency(variant)
    described.rSquared = ExplainedVariance(side: exposure).rSquared(
      shared.exposure,
      frequencyIsBorrowed: shared.exposureBorrows
    )
    return described
  }

  /// Nil for no variants, or where an F is not finite. Expects variants that `described` has seen.
  package func strength(_ variants: [HarmonisedVariant]) -> InstrumentStrength? {
    let f = variants.map(\.fStatistic)
    guard let medianF = median(f), let minimumF = f.min(), let maximumF = f.max(), f.mean.isFinite
    else { return nil }
    let rSquared = totalRSquared(variants)
    return InstrumentStrength(
      meanF: f.mean,
      medianF: medianF,
      minimumF: minimumF,
      maximumF: maximumF,
      belowTen: f.count { $0 < Self.weak },
      rSquared: rSquared,
      pairF: rSquared.flatMap { pairF(rSquared: $0, variants: variants) }
    )
  }

  /// Σ r²: the variants are taken to be independent. Nil where one is unknown, and where the sum is 1 or more: no trait
  /// has more variance than it has, and the variants then are not independent.
  private func totalRSquared(_ variants: [HarmonisedVariant]) -> Double? {
    let known = variants.compactMap(\.rSquared)
    let sum = known.compensatedSum()
    return known.count == variants.count && sum < 1 ? sum : nil
  }

  /// R²(N − k − 1) / ((1 − R²)k) for k variants; nil for a binary exposure, whose R² is of liability while N counts
  /// mostly controls: the two do not make an F.
  private func pairF(rSquared: Double, variants: [HarmonisedVariant]) -> Double? {
    guard exposure.type == .continuous else { return nil }
    let sizes = variants.compactMap(\.exposure.sampleSize)
    let people = sizes.isEmpty ? exposure.sampleSize.people.map(Double.init) : sizes.mean
    let k = Double(variants.count)
    guard let people, people > k + 1, rSquared < 1 else { return nil }
    return rSquared * (people - k - 1) / ((1 - rSquared) * k)
  }
}
