import StudyModel

/// The pIVW of Xu, Wang, Fung & Liu (2023): the debiased estimator's denominator μ₂ is kept from 0 by a penalised
/// likelihood, μ̃₂ = μ₂/2 + sign(μ₂)√(μ₂²/4 + λv₂) with λ = 1, and its numerator moves with it,
/// μ̃₁ = μ₁ + v₁₂/v₂·(μ̃₂ − μ₂); v₂ and v₁₂ are variance of μ₂ and covariance with μ₁.
///
/// The interval is normal; the package MendelianRandomization's bootstrap of Fieller's interval is not used.
package struct PenalisedDebiasedIVW: Estimator {
  /// λ.
  private static let penalty = 1.0

  package init() {}

  package var description: MethodDescription {
    MethodDescription(
      id: .penalisedDebiasedIVW,
      name: "Penalised debiased IVW",
      shortName: "pIVW",
      citation:
        "Xu S, Wang P, Fung WK, Liu Z. A novel penalized inverse-variance weighted estimator for Mendelian "
        + "randomization with applications to COVID-19 outcomes. Biometrics 2023;79:2184–2195.",
      doi: "10.1111/biom.13732",
      assumptions: DebiasedIVW().description.assumptions,
      minimumVariants: 2,
      defaults: [
        "Penalty λ = 1.", "Over-dispersion τ² is estimated, at least 0.", "No variant is screened out.",
        "Normal interval.",
      ]
    )
  }

  package func estimate(
    _ variants: [HarmonisedVariant],
    context: EstimationContext
  ) throws(NotEstimated) -> CausalEstimate {
    try requireEnough(variants)
    return Self.fit(SummaryEffects(variants))
  }

  /// The formula itself.
  ///
  /// - Parameter overdispersion: whether the standard error allows for τ².
  package static func fit(_ effects: SummaryEffects, overdispersion: Bool = true) -> CausalEstimate {
    let moments = DebiasedMoments(effects)
    let (variance, covariance) = moments.denominatorVariance
    let half = moments.denominator / 2
    let root = (half * half + penalty * variance).squareRoot()
    let denominator = half + (half < 0 ? -root : root)
    let numerator = moments.numerator + covariance / variance * (denominator - moments.denominator)
    let slope = numerator / denominator
    let tauSquared = overdispersion ? moments.tauSquared(slope: slope) : 0
    let error = moments.numeratorError(slope: slope, tauSquared: tauSquared)
    return CausalEstimate(
      method: .penalisedDebiasedIVW,
      variantCount: effects.count,
      estimate: Inference.normal(value: slope, standardError: error / abs(denominator)),
      details: EstimateDetails(tauSquared: tauSquared, effectiveStrength: moments.effectiveStrength)
    )
  }
}
