import StudyModel

/// MR-Egger with slope and intercept tested by the normal distribution, which is the default of the R package
/// MendelianRandomization; see `MREgger` for the line itself.
package struct MREggerNormal: Estimator {
  package init() {}

  package var description: MethodDescription {
    var description = MREgger().description
    description.id = .mrEggerNormal
    description.name = "MR-Egger, normal interval"
    description.shortName = "MR-Egger normal"
    description.defaults = ["Interval and test by the normal distribution, not by t."]
    return description
  }

  package func estimate(
    _ variants: [HarmonisedVariant],
    context: EstimationContext
  ) throws(NotEstimated) -> CausalEstimate {
    try requireEnough(variants)
    let fit = try MREgger().fit(variants)
    return CausalEstimate(
      method: .mrEggerNormal,
      variantCount: variants.count,
      estimate: Inference.normal(value: fit.slope.value, standardError: fit.slope.standardError),
      residualStandardError: fit.residualStandardError,
      details: EstimateDetails(
        intercept: Inference.normal(
          value: fit.intercept.value,
          standardError: fit.intercept.standardError
        )
      )
    )
  }
}
