import StudyModel

/// The IVW estimate of the variants that the MR-PRESSO outlier test does not name, by our random-effects
/// rule: the R package's standard error has no floor and its test is a t.
package struct MRPressoCorrected: Estimator {
  package init() {}

  package var description: MethodDescription {
    MethodDescription(
      id: .mrPresso,
      name: "MR-PRESSO, outliers removed",
      shortName: "MR-PRESSO",
      citation:
        "Verbanck M, Chen CY, Neale B, Do R. Detection of widespread horizontal pleiotropy in causal "
        + "relationships inferred from Mendelian randomization between complex traits and diseases. Nature "
        + "Genetics 2018;50:693–698.",
      doi: "10.1038/s41588-018-0099-7",
      assumptions: [
        SharedAssumptions.relevance,
        SharedAssumptions.independence,
        "More than half of the variants affect the outcome only through the exposure, and those that do "
          + "otherwise stand out as outliers.",
        "Effects on the outcome that do not run through the exposure, of the variants that are kept, average "
          + "to zero and do not depend on the variants' strength (balanced pleiotropy, InSIDE).",
        SharedAssumptions.uncorrelated,
        SharedAssumptions.linearity,
      ],
      minimumVariants: MRPressoAnalysis.minimumVariants
    )
  }

  /// Reads the outliers from the context where MR-PRESSO was run before, and runs it where it was not.
  ///
  /// - Throws: `tooFewVariants` under 4 variants, or under 2 without the outliers; `globalTestNotRejected`;
  ///   `noOutlier`; `notFinite`.
  package func estimate(
    _ variants: [HarmonisedVariant],
    context: EstimationContext
  ) throws(NotEstimated) -> CausalEstimate {
    try requireEnough(variants)
    let presso = context.presso ?? MRPressoAnalysis(context).analyse(variants)
    if let reason = presso.notEstimated { throw reason }
    guard presso.globalTest?.assessment == .rejected else {
      throw NotEstimated(reason: .globalTestNotRejected)
    }
    let kept = zip(variants, presso.outlierTest).filter { !$1.isOutlier }.map(\.0)
    guard kept.count < variants.count else { throw NotEstimated(reason: .noOutlier) }
    guard kept.count >= 2 else {
      throw NotEstimated(reason: .tooFewVariants, needed: 2, available: kept.count)
    }
    var result = InverseVarianceWeighted.fit(SummaryEffects(kept), model: .randomEffects)
    result.method = .mrPresso
    return result
  }
}

extension MRPressoAnalysis {
  /// As the context says.
  package init(_ context: EstimationContext) {
    self.init(
      settings: context.mrPresso,
      significanceLevel: context.significanceLevel,
      pair: context.pair,
      seed: context.seed
    )
  }
}
