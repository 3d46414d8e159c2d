import Statistics
import StudyModel

/// The slope that makes all true effects lie on one line through the origin most likely, errors in x and y normal and
/// independent: the minimum of l(b) = Σ(y − bx)²/(σy² + b²σx²), every true effect on the exposure being profiled out
/// (Burgess, Butterworth & Thompson 2013, without correlation of the errors).
///
/// SE = (½l″)^(−½). It is a fixed-effect model: over-dispersion does not widen the interval. The lowest of all minima is
/// searched for; TwoSampleMR and MendelianRandomization stop a general optimiser in all n + 1 parameters early.
package struct MaximumLikelihood: Estimator {
  package init() {}

  package var description: MethodDescription {
    MethodDescription(
      id: .maximumLikelihood,
      name: "Maximum likelihood",
      shortName: "Max. likelihood",
      citation: InverseVarianceWeighted.fixedEffectCitation,
      doi: InverseVarianceWeighted.fixedEffectDOI,
      assumptions: [
        SharedAssumptions.relevance,
        SharedAssumptions.independence,
        SharedAssumptions.exclusion,
        SharedAssumptions.oneEffect,
        "The estimates of each variant's effects on exposure and outcome are normally distributed.",
        SharedAssumptions.uncorrelated,
        SharedAssumptions.linearity,
      ],
      minimumVariants: 2,
      defaults: ["Errors of exposure and outcome are uncorrelated.", "Fixed-effect standard error."]
    )
  }

  package func estimate(
    _ variants: [HarmonisedVariant],
    context: EstimationContext
  ) throws(NotEstimated) -> CausalEstimate {
    try requireEnough(variants)
    return try Self.fit(SummaryEffects(variants))
  }

  /// The optimum itself.
  ///
  /// - Throws: `notConverged` where the likelihood has no maximum at a finite slope, `notFinite`.
  package static func fit(_ effects: SummaryEffects) throws(NotEstimated) -> CausalEstimate {
    let deviance = ProfileDeviance(effects)
    guard let scale = effects.slopeScale else { throw NotEstimated(reason: .notFinite) }
    let search = SlopeSearch(scale: scale, candidates: effects.ratios)
    guard let slope = search.minimum(deviance.value, derivative: deviance.derivative) else {
      throw NotEstimated(reason: .notConverged)
    }
    let curvature = deviance.secondDerivative(slope)
    guard curvature > 0 else { throw NotEstimated(reason: .notConverged) }
    return CausalEstimate(
      method: .maximumLikelihood,
      variantCount: effects.count,
      estimate: Inference.normal(value: slope, standardError: 1 / (0.5 * curvature).squareRoot()),
      details: EstimateDetails(
        heterogeneity: try HeterogeneityTest(
          method: .maximumLikelihood,
          q: deviance.value(slope),
          degreesOfFreedom: effects.count - 1
        )
      )
    )
  }
}

/// l(b) = Σd²/v with d = y − bx and v = σy² + b²σx².
struct ProfileDeviance {
  let effects: SummaryEffects

  init(_ effects: SummaryEffects) { self.effects = effects }

  func value(_ slope: Double) -> Double {
    sum(effects.count) { index in
      let (d, v) = terms(index, slope)
      return d * d / v
    }
  }

  /// Σ −2xd/v − 2bσx²d²/v².
  func derivative(_ slope: Double) -> Double {
    sum(effects.count) { index in
      let (d, v) = terms(index, slope)
      let spread = effects.xError[index] * effects.xError[index]
      return -2 * (effects.x[index] + slope * spread * d / v) * d / v
    }
  }

  /// Σ 2x²/v + 8bσx²xd/v² − 2σx²d²/v² + 8b²σx⁴d²/v³.
  func secondDerivative(_ slope: Double) -> Double {
    sum(effects.count) { index in
      let (d, v) = terms(index, slope)
      let x = effects.x[index]
      let spread = effects.xError[index] * effects.xError[index]
      let share = slope * spread / v
      let residual = d / v
      return 2 * x * x / v + 8 * share * x * residual - 2 * spread * residual * residual
        + 8 * share * share * d * residual
    }
  }

  private func terms(_ index: Int, _ slope: Double) -> (residual: Double, variance: Double) {
    let spread = slope * effects.xError[index]
    let yError = effects.yError[index]
    return (effects.y[index] - slope * effects.x[index], yError * yError + spread * spread)
  }
}
