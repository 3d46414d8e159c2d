import StudyModel

/// The ratio y/x of one variant with its second-order standard error √(σy²/x² + y²σx²/x⁴), which also counts the error
/// of the effect on the exposure (Burgess, Dudbridge & Thompson 2015).
package struct WaldRatioSecondOrder: Estimator {
  package init() {}

  package var description: MethodDescription {
    MethodDescription(
      id: .waldRatioSecondOrder,
      name: "Wald ratio, second order",
      shortName: "Wald, 2nd order",
      citation:
        "Burgess S, Dudbridge F, Thompson SG. Re: “Multivariable Mendelian randomization: the use of pleiotropic "
        + "genetic variants to estimate causal effects”. American Journal of Epidemiology 2015;181:290–291.",
      doi: "10.1093/aje/kwv017",
      assumptions: WaldRatio().description.assumptions,
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
    let effects = SummaryEffects(variants)
    return CausalEstimate(
      method: .waldRatioSecondOrder,
      variantCount: 1,
      estimate: Inference.normal(
        value: effects.y[0] / effects.x[0],
        standardError: effects.ratioVariances[0].squareRoot()
      )
    )
  }
}
