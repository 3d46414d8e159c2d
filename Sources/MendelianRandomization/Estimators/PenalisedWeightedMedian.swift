import Statistics
import StudyModel

/// The weighted median with less weight on variants far from it: each weight times min(1, 20·p), p of
/// (ratio − weighted median)² / variance on χ² with one degree of freedom (Bowden et al. 2016). The bootstrap keeps
/// the penalised weights.
package struct PenalisedWeightedMedian: Estimator {
  /// A variant's p under 1/20 costs it weight.
  private static let penalty = 20.0

  package init() {}

  package var description: MethodDescription {
    MethodDescription(
      id: .penalisedWeightedMedian,
      name: "Penalised weighted median",
      shortName: "Penalised median",
      citation: MedianBootstrap.citation,
      doi: MedianBootstrap.doi,
      assumptions: [
        SharedAssumptions.relevance,
        SharedAssumptions.independence,
        "Variants that carry more than half of the weight, once those far from the weighted median count less, "
          + "affect the outcome only through the exposure.",
        SharedAssumptions.uncorrelated,
        SharedAssumptions.linearity,
      ],
      minimumVariants: 3
    )
  }

  package func estimate(
    _ variants: [HarmonisedVariant],
    context: EstimationContext
  ) throws(NotEstimated) -> CausalEstimate {
    try requireEnough(variants)
    return Self.bootstrap(SummaryEffects(variants)).estimate(.penalisedWeightedMedian, context: context)
  }

  /// The median and its draws under the penalised weights.
  package static func bootstrap(_ effects: SummaryEffects) -> MedianBootstrap {
    let unpenalised = MedianBootstrap(effects)
    let median = unpenalised.median
    let chiSquared = ChiSquaredDistribution(degreesOfFreedom: 1)
    let weights = unpenalised.weights.indices.map { index in
      let weight = unpenalised.weights[index]
      let distance = effects.y[index] / effects.x[index] - median
      return weight * min(1, penalty * chiSquared.upperTail(weight * distance * distance).value)
    }
    return MedianBootstrap(effects, weights: weights)
  }
}
