import StudyModel

/// The mode of the ratio estimates' kernel density, weights being the inverse of their second-order variances
/// (Hartwig et al. 2017). See `RatioMode` for its standard error.
package struct WeightedMode: Estimator {
  package init() {}

  package var description: MethodDescription {
    MethodDescription(
      id: .weightedMode,
      name: "Weighted mode",
      shortName: "Weighted mode",
      citation: RatioMode.citation,
      doi: RatioMode.doi,
      assumptions: [
        SharedAssumptions.relevance,
        SharedAssumptions.independence,
        SharedAssumptions.weightedModalPleiotropy,
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
    return RatioMode(SummaryEffects(variants), isWeighted: true, bandwidthFactor: context.modeBandwidth)
      .estimate(.weightedMode, context: context)
  }
}
