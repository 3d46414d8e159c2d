import Statistics
import StudyModel

/// IVW by MM-regression, with or without penalised weights (Rees, Wood, Dudbridge & Burgess 2019); see `MMRegression`.
///
/// Standard errors are those of the regression over min(1, σ̂), σ̂ its robust scale, so that under-dispersion does not make
/// them smaller than the fixed-effect ones.
package struct RobustIVW: Estimator {
  package let isPenalised: Bool

  package init(isPenalised: Bool) { self.isPenalised = isPenalised }

  package var description: MethodDescription {
    MethodDescription(
      id: method,
      name: isPenalised ? "IVW, robust with penalised weights" : "IVW, robust regression",
      shortName: isPenalised ? "IVW robust penalised" : "IVW robust",
      citation: PenalisedIVW.citation,
      doi: PenalisedIVW.doi,
      assumptions: [
        SharedAssumptions.relevance,
        SharedAssumptions.independence,
        "Fewer than half of the variants affect the outcome otherwise than through the exposure by so much that they lie "
          + "far from the line of the others; what is left of pleiotropy is balanced.",
        SharedAssumptions.uncorrelated,
        SharedAssumptions.linearity,
      ],
      minimumVariants: 3,
      defaults: [
        "MM-estimation with Tukey's bisquare: breakdown 50 %, efficiency 95 %.",
        "The least scale is searched for from every ratio estimate (from 500 quantiles of them where there are more), not "
          + "from random subsets.",
      ] + (isPenalised ? PenalisedIVW().description.defaults ?? [] : [])
    )
  }

  package func estimate(
    _ variants: [HarmonisedVariant],
    context: EstimationContext
  ) throws(NotEstimated) -> CausalEstimate {
    try requireEnough(variants)
    let effects = SummaryEffects(variants)
    let weights = isPenalised ? PenalisedIVW.weights(effects) : effects.weights
    let roots = weights.map { $0.squareRoot() }
    guard
      let line = MMRegression(
        x: zip(roots, effects.x).map(*),
        y: zip(roots, effects.y).map(*)
      )
    else { throw NotEstimated(reason: .notConverged) }
    return CausalEstimate(
      method: method,
      variantCount: variants.count,
      estimate: Inference.normal(value: line.slope, standardError: line.standardError / min(1, line.scale)),
      residualStandardError: line.scale
    )
  }

  private var method: MethodID { isPenalised ? .robustPenalisedIVW : .robustIVW }
}
