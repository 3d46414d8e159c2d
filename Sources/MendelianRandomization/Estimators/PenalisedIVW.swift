import Statistics
import StudyModel

/// IVW whose outlying variants weigh less: each weight 1/σy² times min(1, 100·p), p of (x/σy)²(y/x − m)² on χ² with one
/// degree of freedom, m the median of the ratios (Burgess, Bowden, Dudbridge & Thompson 2016; Rees et al. 2019).
///
/// Standard errors follow the rule of the random-effects IVW estimate.
package struct PenalisedIVW: Estimator {
  /// A variant's p under 1/100 costs it weight.
  private static let penalty = 100.0

  package init() {}

  package var description: MethodDescription {
    MethodDescription(
      id: .penalisedIVW,
      name: "IVW, penalised weights",
      shortName: "IVW penalised",
      citation: Self.citation,
      doi: Self.doi,
      assumptions: [
        SharedAssumptions.relevance,
        SharedAssumptions.independence,
        "Variants that affect the outcome otherwise than through the exposure lie far from the median of the ratio "
          + "estimates; what is left of their pleiotropy once they count less is balanced.",
        SharedAssumptions.uncorrelated,
        SharedAssumptions.linearity,
      ],
      minimumVariants: 2,
      defaults: ["A variant whose p about the median ratio is below 0.01 loses weight in proportion to p."]
    )
  }

  static let citation =
    "Rees JMB, Wood AM, Dudbridge F, Burgess S. Robust methods in Mendelian randomization via penalization of "
    + "heterogeneous causal estimates. PLoS ONE 2019;14:e0222362."
  static let doi = "10.1371/journal.pone.0222362"

  package func estimate(
    _ variants: [HarmonisedVariant],
    context: EstimationContext
  ) throws(NotEstimated) -> CausalEstimate {
    try requireEnough(variants)
    let effects = SummaryEffects(variants)
    let line = RegressionThroughOrigin(x: effects.x, y: effects.y, weights: Self.weights(effects))
    var result = InverseVarianceWeighted.estimate(line, model: .randomEffects)
    result.method = .penalisedIVW
    return result
  }

  /// 1/σy² times the penalty of each variant.
  package static func weights(_ effects: SummaryEffects) -> [Double] {
    let ratios = zip(effects.y, effects.x).map { $0 / $1 }
    let centre = median(ratios) ?? .nan
    let chiSquared = ChiSquaredDistribution(degreesOfFreedom: 1)
    return zip(effects.weights.indices, effects.weights).map { index, weight in
      let distance = (ratios[index] - centre) * effects.x[index] / effects.yError[index]
      return weight * min(1, penalty * chiSquared.upperTail(distance * distance).value)
    }
  }
}
