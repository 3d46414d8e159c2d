import StudyModel

/// The most frequent ratio estimate: the mode of their kernel density, each variant counting the same (Hartwig et
/// al. 2017). See `RatioMode` for its standard error.
package struct SimpleMode: Estimator {
  package init() {}

  package var description: MethodDescription {
    MethodDescription(
      id: .simpleMode,
      name: "Simple mode",
      shortName: "Simple mode",
      citation: RatioMode.citation,
      doi: RatioMode.doi,
      assumptions: [
        SharedAssumptions.relevance,
        SharedAssumptions.independence,
        SharedAssumptions.modalPleiotropy,
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
    return RatioMode(SummaryEffects(variants), isWeighted: false, bandwidthFactor: context.modeBandwidth)
      .estimate(.simpleMode, context: context)
  }
}
