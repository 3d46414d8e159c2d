import Statistics
import StudyModel

/// b = Σwxy / Σwx² with w = 1/σy²: the regression of y on x through the origin.
///
/// Under the fixed-effect model SE = 1/√Σwx²; under multiplicative random effects that times max(1, σ̂) with
/// σ̂² = Q/(n − 1), so that variants which agree better than chance do not sharpen the estimate (Bowden et
/// al. 2017).
package struct InverseVarianceWeighted: Estimator {
  /// Whether variants may scatter more than their standard errors allow.
  package enum Model: Hashable, Sendable { case randomEffects, fixedEffect }

  package let model: Model

  /// Up to here a t interval stands beside the normal one.
  private static let smallSample = 10

  package init(model: Model) { self.model = model }

  package func estimate(
    _ variants: [HarmonisedVariant],
    context: EstimationContext
  ) throws(NotEstimated) -> CausalEstimate {
    try requireEnough(variants)
    return Self.fit(SummaryEffects(variants), model: model)
  }

  /// The formula itself, for any n ≥ 1; through one variant it is the Wald ratio.
  package static func fit(_ effects: SummaryEffects, model: Model) -> CausalEstimate {
    estimate(RegressionThroughOrigin(x: effects.x, y: effects.y, weights: effects.weights), model: model)
  }

  /// The estimate that a line through the origin makes.
  static func estimate(_ line: RegressionThroughOrigin, model: Model) -> CausalEstimate {
    let n = line.degreesOfFreedom + 1
    let scatter = n > 1 ? (line.residualSumOfSquares / Double(n - 1)).squareRoot() : nil
    let inflation = model == .randomEffects ? max(1, scatter ?? 1) : 1
    let standardError = line.slopeStandardError * inflation
    let wantsT = model == .randomEffects && n > 1 && n < smallSample
    return CausalEstimate(
      method: model == .randomEffects ? .ivwRandomEffects : .ivwFixedEffect,
      variantCount: n,
      estimate: Inference.normal(value: line.slope, standardError: standardError),
      smallSampleInterval: wantsT
        ? Inference.interval(value: line.slope, standardError: standardError, degreesOfFreedom: n - 1) : nil,
      residualStandardError: scatter
    )
  }
}

extension InverseVarianceWeighted {
  package var description: MethodDescription {
    switch model {
    case .randomEffects: Self.randomEffectsDescription
    case .fixedEffect: Self.fixedEffectDescription
    }
  }

  static let randomEffectsCitation =
    "Bowden J, Del Greco M F, Minelli C, Davey Smith G, Sheehan N, Thompson J. A framework for the investigation "
    + "of pleiotropy in two-sample summary data Mendelian randomization. Statistics in Medicine "
    + "2017;36:1783–1802."
  static let randomEffectsDOI = "10.1002/sim.7221"

  static let fixedEffectCitation =
    "Burgess S, Butterworth A, Thompson SG. Mendelian randomization analysis with multiple genetic variants using "
    + "summarized data. Genetic Epidemiology 2013;37:658–665."
  static let fixedEffectDOI = "10.1002/gepi.21758"

  private static var randomEffectsDescription: MethodDescription {
    MethodDescription(
      id: .ivwRandomEffects,
      name: "IVW, random effects",
      shortName: "IVW",
      citation: randomEffectsCitation,
      doi: randomEffectsDOI,
      assumptions: [
        SharedAssumptions.relevance,
        SharedAssumptions.independence,
        SharedAssumptions.balancedPleiotropy,
        SharedAssumptions.uncorrelated,
        SharedAssumptions.linearity,
      ],
      minimumVariants: 2
    )
  }

  private static var fixedEffectDescription: MethodDescription {
    MethodDescription(
      id: .ivwFixedEffect,
      name: "IVW, fixed effect",
      shortName: "IVW fixed",
      citation: fixedEffectCitation,
      doi: fixedEffectDOI,
      assumptions: [
        SharedAssumptions.relevance,
        SharedAssumptions.independence,
        SharedAssumptions.exclusion,
        SharedAssumptions.oneEffect,
        SharedAssumptions.uncorrelated,
        SharedAssumptions.linearity,
      ],
      minimumVariants: 2
    )
  }
}
