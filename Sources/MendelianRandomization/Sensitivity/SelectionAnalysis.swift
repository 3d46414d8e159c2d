import Foundation
import Statistics
import StudyModel

/// What choosing instruments by their p in the sample that measured them does to F and to the estimate.
///
/// The corrected effect is the median-unbiased one given that |z| passed the threshold c: the μ under which a z that
/// passed is as likely above the observed one as below it (Zhong & Prentice, Biostatistics 2008;9:621–634). It lies between
/// 0 and z. The conditional maximum-likelihood estimate, the usual alternative, takes three times as much off F on average.
package struct SelectionAnalysis {
  private let noise: SelectionNoise
  private let isDeclared: Bool

  /// - Parameter declared: the threshold that the study states; the largest p among the instruments where it is nil.
  package init(_ variants: [HarmonisedVariant], declared: Double?) {
    noise = SelectionNoise(variants.map(\.exposure), declared: declared)
    isDeclared = declared != nil
  }

  /// Nil for no variants, and where the threshold is not in (0, 1).
  package func effect(_ variants: [HarmonisedVariant]) -> SelectionEffect? {
    guard !variants.isEmpty, noise.threshold > 0, noise.threshold < 1 else { return nil }
    let cut = -NormalDistribution.quantile(noise.threshold / 2)
    let corrected = variants.map { variant -> CorrectedVariant in
      let z = variant.exposure.beta / variant.exposure.standardError
      let mean = Self.conditionalEstimate(z: z, cut: cut)
      return CorrectedVariant(
        variant: variant.variant.id,
        beta: mean * variant.exposure.standardError,
        fStatistic: mean * mean
      )
    }
    guard corrected.allSatisfy({ $0.beta.isFinite }) else { return nil }
    var result = SelectionEffect(
      threshold: noise.threshold,
      isDeclared: isDeclared,
      thresholdF: cut * cut,
      expectedFWithoutAssociation: noise.inflation,
      falseExpected: noise.falseExpected,
      variants: corrected,
      correctedMeanF: corrected.map(\.fStatistic).mean,
      correctedBelowTen: corrected.count { $0.fStatistic < InstrumentStrengthAnalysis.weak }
    )
    estimate(variants, corrected, into: &result)
    return result
  }

  /// IVW with the corrected effects in place of those observed; their standard errors do not enter it.
  private func estimate(
    _ variants: [HarmonisedVariant],
    _ corrected: [CorrectedVariant],
    into result: inout SelectionEffect
  ) {
    var effects = SummaryEffects(variants)
    effects.x = corrected.map(\.beta)
    guard effects.x.contains(where: { $0 != 0 }) else {
      result.correctedNotEstimated = NotEstimated(reason: .noVariantLeft)
      return
    }
    let estimate = InverseVarianceWeighted.fit(effects, model: .randomEffects).estimate
    if estimate.isUsable {
      result.correctedEstimate = estimate
    } else {
      result.correctedNotEstimated = NotEstimated(reason: .notFinite)
    }
  }

  /// The μ of an observed z that passed |z| > cut; an observed z that did not pass keeps its value.
  ///
  /// P(Z ≥ |z|, given |Z| > c) rises with μ ≥ 0 from at most 1/2 at 0 to at least 1/2 at |z|.
  package static func conditionalEstimate(z: Double, cut: Double) -> Double {
    let size = abs(z)
    guard size > cut, size.isFinite else { return z }
    let mean =
      BrentRoot.find(between: 0, and: size) { mean in
        let (near, far) = (logTail(cut - mean), logTail(cut + mean))
        return logTail(size - mean) - near - log10(1 + pow(10, far - near)) - log10(0.5)
      } ?? 0
    return z < 0 ? -mean : mean
  }

  /// log₁₀ P(Z ≥ x), which keeps its size where the probability underflows.
  private static func logTail(_ x: Double) -> Double {
    x > 0
      ? log10(0.5) - NormalDistribution.twoSided(x).negativeLog10 : log10(NormalDistribution.cumulative(-x))
  }
}
