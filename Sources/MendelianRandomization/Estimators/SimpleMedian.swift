import StudyModel

/// The median of the ratio estimates, each variant counting the same (Bowden et al. 2016); its standard error is
/// the standard deviation over the bootstrap of `MedianBootstrap`.
package struct SimpleMedian: Estimator {
  package init() {}

  package var description: MethodDescription {
    MethodDescription(
      id: .simpleMedian,
      name: "Simple median",
      shortName: "Simple median",
      citation: MedianBootstrap.citation,
      doi: MedianBootstrap.doi,
      assumptions: [
        SharedAssumptions.relevance,
        SharedAssumptions.independence,
        "More than half of the variants affect the outcome only through the exposure.",
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
    let weights = [Double](repeating: 1, count: variants.count)
    return MedianBootstrap(SummaryEffects(variants), weights: weights).estimate(
      .simpleMedian,
      context: context
    )
  }
}
