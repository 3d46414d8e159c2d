import Statistics
import StudyModel

/// I² of the exposure effects, (Q − (n − 1))/Q with Q their scatter about their mean weighted by 1/σ², at least 0
/// (Bowden et al., International Journal of Epidemiology 2016;45:1961–1974).
package enum ISquaredGX {
  /// Both forms; the reason is `tooFewVariants` under 2, `notFinite` where the arithmetic fails.
  package static func analyse(_ variants: [HarmonisedVariant]) -> ExposureHeterogeneity {
    guard variants.count >= 2 else {
      return ExposureHeterogeneity(
        notEstimated: NotEstimated(reason: .tooFewVariants, needed: 2, available: variants.count)
      )
    }
    let effects = SummaryEffects(variants)
    let unweighted = share(effects.x.map { abs($0) }, effects.xError)
    let weighted = share(
      zip(effects.x, effects.yError).map { abs($0) / $1 },
      zip(effects.xError, effects.yError).map { $0 / $1 }
    )
    guard unweighted.isFinite, weighted.isFinite else {
      return ExposureHeterogeneity(notEstimated: NotEstimated(reason: .notFinite))
    }
    return ExposureHeterogeneity(unweighted: unweighted, weighted: weighted)
  }

  private static func share(_ values: [Double], _ errors: [Double]) -> Double {
    let weights = errors.map { 1 / ($0 * $0) }
    let mean = sum(values.count) { weights[$0] * values[$0] } / weights.compensatedSum()
    let q = sum(values.count) { weights[$0] * (values[$0] - mean) * (values[$0] - mean) }
    let excess = q - Double(values.count - 1)
    return q.isFinite ? (excess > 0 ? excess / q : 0) : .nan
  }
}
