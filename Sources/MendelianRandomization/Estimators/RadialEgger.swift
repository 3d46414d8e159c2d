import Statistics
import StudyModel

/// The regression of r√W on √W with an intercept, unweighted: its slope is the causal effect, its intercept tests
/// directional pleiotropy (Bowden et al. 2018). Slope and intercept are tested by t with n − 2 degrees of freedom,
/// standard errors times max(1, σ̂).
///
/// The R package RadialMR has no floor and tests Q on n − 1 degrees of freedom.
package struct RadialEgger: Estimator {
  package let kind: RadialWeights.Kind

  package init(_ kind: RadialWeights.Kind) { self.kind = kind }

  package func estimate(
    _ variants: [HarmonisedVariant],
    context: EstimationContext
  ) throws(NotEstimated) -> CausalEstimate {
    try requireEnough(variants)
    let effects = SummaryEffects(variants)
    var weights = RadialWeights(effects, kind: kind == .secondOrder ? .secondOrder : .firstOrder)
    if kind == .modifiedSecondOrder {
      // The first-order radial Egger slope, as in the R package; not IVW's.
      weights = RadialWeights(effects, kind: kind, slope: try Self.line(weights).slope)
    }
    let line = try Self.line(weights)
    let fit = try MREgger().fit(line)
    let contributions = zip(weights.roots, weights.ordinates).map { root, ordinate in
      let residual = ordinate - line.intercept - line.slope * root
      return residual * residual
    }
    return CausalEstimate(
      method: method,
      variantCount: variants.count,
      estimate: fit.slope,
      residualStandardError: fit.residualStandardError,
      details: EstimateDetails(
        radial: try HeterogeneityTest(
          method: method,
          q: fit.residualSumOfSquares,
          degreesOfFreedom: fit.degreesOfFreedom
        ),
        variants: variants,
        isOutlier: RadialWeights.outliers(
          variants,
          contributions: contributions,
          significanceLevel: context.significanceLevel
        ),
        intercept: fit.intercept
      )
    )
  }

  private static func line(_ weights: RadialWeights) throws(NotEstimated) -> RegressionWithIntercept {
    guard MREgger.differ(weights.roots) else { throw NotEstimated(reason: .equalExposureEffects) }
    return RegressionWithIntercept(
      x: weights.roots,
      y: weights.ordinates,
      weights: weights.roots.map { _ in 1 }
    )
  }

  private var method: MethodID {
    switch kind {
    case .firstOrder: .mrEggerRadialFirstOrder
    case .secondOrder: .mrEggerRadialSecondOrder
    case .modifiedSecondOrder: .mrEggerRadial
    }
  }
}

extension RadialEgger {
  package var description: MethodDescription {
    MethodDescription(
      id: method,
      name: "MR-Egger, radial" + kind.suffix,
      shortName: "Radial Egger" + kind.shortSuffix,
      citation: RadialIVW.citation,
      doi: RadialIVW.doi,
      assumptions: [
        SharedAssumptions.relevance,
        SharedAssumptions.independence,
        SharedAssumptions.inside,
        SharedAssumptions.nome,
        SharedAssumptions.uncorrelated,
        SharedAssumptions.linearity,
      ],
      minimumVariants: 3,
      defaults: [kind.sentence, RadialWeights.outlierSentence]
    )
  }
}
