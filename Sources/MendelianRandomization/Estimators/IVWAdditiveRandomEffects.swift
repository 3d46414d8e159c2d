import Statistics
import StudyModel

/// IVW with additive random effects: the ratios rᵢ = y/x scatter about one mean with variance sᵢ² + τ², sᵢ = σy/|x|, and
/// are averaged with weights 1/(sᵢ² + τ²).
///
/// τ² is the moment estimate of DerSimonian & Laird (Controlled Clinical Trials 1986;7:177–188), at least 0:
/// τ² = (Q − (n − 1)) / (Σw − Σw²/Σw), w = 1/sᵢ², Q about the fixed-effect mean. Where Q is no larger than its
/// degrees of freedom, this is the fixed-effect estimate.
package struct IVWAdditiveRandomEffects: Estimator {
  package init() {}

  package var description: MethodDescription {
    MethodDescription(
      id: .ivwAdditiveRandomEffects,
      name: "IVW, additive random effects",
      shortName: "IVW additive",
      citation: InverseVarianceWeighted.randomEffectsCitation,
      doi: InverseVarianceWeighted.randomEffectsDOI,
      assumptions: [
        SharedAssumptions.relevance,
        SharedAssumptions.independence,
        "The variants' effects on the outcome that do not run through the exposure make the ratio estimates scatter "
          + "about the causal effect with one variance, whatever the variants' strength.",
        SharedAssumptions.nome,
        SharedAssumptions.uncorrelated,
        SharedAssumptions.linearity,
      ],
      minimumVariants: 2,
      defaults: [
        "τ² by the moments of DerSimonian and Laird, at least 0.",
        "First-order standard errors of the ratios, σy/|x|.",
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
  /// - Throws: `notFinite` where Q is no number.
  package static func fit(_ effects: SummaryEffects) throws(NotEstimated) -> CausalEstimate {
    let n = effects.count
    let ratios = (0..<n).map { effects.y[$0] / effects.x[$0] }
    let variances = (0..<n).map { index in
      let error = effects.yError[index] / effects.x[index]
      return error * error
    }
    let fixed = mean(ratios, variances, tauSquared: 0)
    let q = sum(n) { index in
      let residual = ratios[index] - fixed.value
      return residual * residual / variances[index]
    }
    let weight = sum(n) { 1 / variances[$0] }
    let squares = sum(n) { 1 / (variances[$0] * variances[$0]) }
    let tauSquared = max(0, (q - Double(n - 1)) / (weight - squares / weight))
    let pooled = mean(ratios, variances, tauSquared: tauSquared)
    return CausalEstimate(
      method: .ivwAdditiveRandomEffects,
      variantCount: n,
      estimate: Inference.normal(value: pooled.value, standardError: pooled.standardError),
      details: EstimateDetails(
        tauSquared: tauSquared,
        heterogeneity: try HeterogeneityTest(
          method: .ivwAdditiveRandomEffects,
          q: q,
          degreesOfFreedom: n - 1
        )
      )
    )
  }

  private static func mean(
    _ ratios: [Double],
    _ variances: [Double],
    tauSquared: Double
  ) -> (value: Double, standardError: Double) {
    let weight = sum(ratios.count) { 1 / (variances[$0] + tauSquared) }
    let value = sum(ratios.count) { ratios[$0] / (variances[$0] + tauSquared) } / weight
    return (value, 1 / weight.squareRoot())
  }
}
