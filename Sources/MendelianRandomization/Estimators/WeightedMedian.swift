import StudyModel

/// The weighted median of the ratio estimates, weights being the inverse of their second-order variances
/// σy²/x² + y²σx²/x⁴ (Bowden et al. 2016); its standard error is the standard deviation over a parametric
/// bootstrap that draws x* ~ N(x, σx) and y* ~ N(y, σy) and keeps the weights.
package struct WeightedMedian: Estimator {
  package init() {}

  package var description: MethodDescription {
    MethodDescription(
      id: .weightedMedian,
      name: "Weighted median",
      shortName: "Weighted median",
      citation: MedianBootstrap.citation,
      doi: MedianBootstrap.doi,
      assumptions: [
        SharedAssumptions.relevance,
        SharedAssumptions.independence,
        "Variants that carry more than half of the weight affect the outcome only through the exposure.",
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
    return MedianBootstrap(SummaryEffects(variants)).estimate(.weightedMedian, context: context)
  }
}
