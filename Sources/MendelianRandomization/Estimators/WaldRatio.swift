import StudyModel

/// The ratio y/x of one variant, with the first-order standard error σy/|x|.
package struct WaldRatio: Estimator {
  package init() {}

  package var description: MethodDescription {
    MethodDescription(
      id: .waldRatio,
      name: "Wald ratio",
      shortName: "Wald ratio",
      citation:
        "Lawlor DA, Harbord RM, Sterne JAC, Timpson N, Davey Smith G. Mendelian randomization: using "
        + "genes as instruments for making causal inferences in epidemiology. Statistics in Medicine "
        + "2008;27:1133–1163.",
      doi: "10.1002/sim.3034",
      assumptions: [
        "The variant is associated with the exposure.",
        "The variant shares no common cause with the outcome.",
        "The variant affects the outcome only through the exposure.",
        SharedAssumptions.linearity,
      ],
      minimumVariants: 1
    )
  }

  package func estimate(
    _ variants: [HarmonisedVariant],
    context: EstimationContext
  ) throws(NotEstimated) -> CausalEstimate {
    try requireEnough(variants)
    guard variants.count == 1 else {
      throw NotEstimated(reason: .tooManyVariants, needed: 1, available: variants.count)
    }
    return CausalEstimate(method: .waldRatio, variantCount: 1, estimate: Self.ratio(variants[0]))
  }

  /// y/x with its normal interval and test.
  package static func ratio(_ variant: HarmonisedVariant) -> Estimate {
    Inference.normal(
      value: variant.outcome.beta / variant.exposure.beta,
      standardError: variant.outcome.standardError / abs(variant.exposure.beta)
    )
  }
}
