import Statistics
import StudyModel

/// Steiger's test of direction on every variant and on all together (Hemani, Tilling & Davey Smith, PLoS Genetics
/// 2017;13:e1007081), on r² without its noise.
package struct SteigerAnalysis {
  let exposure: ExplainedVariance
  let outcome: ExplainedVariance
  let significanceLevel: Double
  let pThreshold: Double?

  /// - Parameters:
  ///   - significanceLevel: of a verdict for one side.
  ///   - pThreshold: below which the instruments were chosen; nil where the study states none.
  package init(
    exposure: StudySide,
    outcome: StudySide,
    significanceLevel: Double,
    pThreshold: Double? = nil
  ) {
    self.exposure = ExplainedVariance(side: exposure)
    self.outcome = ExplainedVariance(side: outcome)
    self.significanceLevel = significanceLevel
    self.pThreshold = pThreshold
  }

  /// The tests of each variant and of the pair, each with its reason where it cannot be made:
  /// `explainedVarianceUnknown`, `notFinite`, and `tooFewVariants` of a pair without any.
  package func steiger(_ variants: [HarmonisedVariant]) -> Steiger {
    let selection = SelectionNoise(variants.map(\.exposure), declared: pThreshold)
    var result = Steiger(variants: variants.map { row($0, selection) })
    do throws(NotEstimated) {
      let all = try comparison(variants, selection)
      result.pair = try all.test(significanceLevel: significanceLevel)
      result.sensitivityRatio = all.sensitivityRatio
    } catch {
      result.notEstimated = error
    }
    return result
  }

  private func row(_ variant: HarmonisedVariant, _ selection: SelectionNoise) -> SteigerVariant {
    do throws(NotEstimated) {
      let test = try comparison([variant], selection).test(significanceLevel: significanceLevel)
      return SteigerVariant(variant: variant.variant.id, test: test)
    } catch {
      return SteigerVariant(variant: variant.variant.id, notEstimated: error)
    }
  }

  /// Throws `tooFewVariants` without any, `explainedVarianceUnknown` where a variant's r² is unknown on a side: the
  /// sum over the others would not be what all explain.
  private func comparison(
    _ variants: [HarmonisedVariant],
    _ selection: SelectionNoise
  ) throws(NotEstimated) -> SteigerComparison {
    guard !variants.isEmpty else { throw NotEstimated(reason: .tooFewVariants, needed: 1, available: 0) }
    let effects = variants.map(SharedFrequency.init)
    let exposures = effects.compactMap { share(exposure, $0.exposure, isBorrowed: $0.exposureBorrows) }
    let outcomes = effects.compactMap { share(outcome, $0.outcome, isBorrowed: $0.outcomeBorrows) }
    let known = min(exposures.count, outcomes.count)
    guard known == variants.count else {
      throw NotEstimated(reason: .explainedVarianceUnknown, needed: variants.count, available: known)
    }
    var comparison = SteigerComparison(
      exposure: total(exposure, exposures),
      outcome: total(outcome, outcomes)
    )
    comparison.exposure.noiseGivenSelection *= selection.factor
    return comparison
  }

  private struct Share {
    var rSquared: Double
    var noise: Double
    /// Nil where unknown, as a binary trait's may be.
    var sampleSize: Double?
  }

  private func share(_ side: ExplainedVariance, _ effect: AlleleEffect, isBorrowed: Bool) -> Share? {
    guard let rSquared = side.rSquared(effect, frequencyIsBorrowed: isBorrowed),
      let noise = side.noise(effect, frequencyIsBorrowed: isBorrowed)
    else { return nil }
    return Share(rSquared: rSquared, noise: noise, sampleSize: side.sampleSize(effect))
  }

  /// r² and noise are sums over independent variants; n is their mean, and for a binary trait the noise of the mean
  /// variant stands for the variance.
  private func total(_ side: ExplainedVariance, _ shares: [Share]) -> SteigerSide {
    let noise = shares.map(\.noise)
    let variance =
      switch side.side.type {
      case .continuous: 1 / (shares.compactMap(\.sampleSize).mean - 3)
      case .binary: noise.mean
      }
    return SteigerSide(
      rSquared: shares.map(\.rSquared).compensatedSum(),
      noise: noise.compensatedSum(),
      variance: variance
    )
  }
}
