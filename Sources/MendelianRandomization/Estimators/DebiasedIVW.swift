import StudyModel

/// b = Σwxy / Σw(x² − σx²), w = 1/σy²: IVW whose denominator is freed of the errors of x, which weak instruments need
/// (Ye, Shao & Kang 2021). The standard error allows for balanced pleiotropy of variance τ².
package struct DebiasedIVW: Estimator {
  package init() {}

  package var description: MethodDescription {
    MethodDescription(
      id: .debiasedIVW,
      name: "Debiased IVW",
      shortName: "Debiased IVW",
      citation:
        "Ye T, Shao J, Kang H. Debiased inverse-variance weighted estimator in two-sample summary-data Mendelian "
        + "randomization. Annals of Statistics 2021;49:2079–2100.",
      doi: "10.1214/20-AOS2027",
      assumptions: [
        SharedAssumptions.relevance,
        SharedAssumptions.independence,
        SharedAssumptions.balancedPleiotropy,
        SharedAssumptions.uncorrelated,
        SharedAssumptions.linearity,
      ],
      minimumVariants: 2,
      defaults: [
        "Over-dispersion τ² is estimated, at least 0.", "No variant is screened out by its strength.",
      ]
    )
  }

  package func estimate(
    _ variants: [HarmonisedVariant],
    context: EstimationContext
  ) throws(NotEstimated) -> CausalEstimate {
    try requireEnough(variants)
    return try Self.fit(SummaryEffects(variants))
  }

  /// The formula itself.
  ///
  /// - Parameter overdispersion: whether the standard error allows for τ².
  /// - Throws: `instrumentsTooWeak` where the denominator is not above 0.
  package static func fit(
    _ effects: SummaryEffects,
    overdispersion: Bool = true
  ) throws(NotEstimated) -> CausalEstimate {
    let moments = DebiasedMoments(effects)
    guard !(moments.denominator <= 0) else { throw NotEstimated(reason: .instrumentsTooWeak) }
    let slope = moments.numerator / moments.denominator
    let tauSquared = overdispersion ? moments.tauSquared(slope: slope) : 0
    let error = moments.numeratorError(slope: slope, tauSquared: tauSquared)
    return CausalEstimate(
      method: .debiasedIVW,
      variantCount: effects.count,
      estimate: Inference.normal(value: slope, standardError: error / moments.denominator),
      details: EstimateDetails(tauSquared: tauSquared, effectiveStrength: moments.effectiveStrength)
    )
  }
}
