import Statistics
import StudyModel

/// The regression of r√W on √W through the origin, b = ΣWr/ΣW, with each variant's share W(r − b)² of Q tested on χ²
/// with one degree of freedom (Bowden et al. 2018).
///
/// Standard errors follow the rule of the random-effects IVW estimate; the R package RadialMR has no floor.
package struct RadialIVW: Estimator {
  package let kind: RadialWeights.Kind

  package init(_ kind: RadialWeights.Kind) { self.kind = kind }

  package func estimate(
    _ variants: [HarmonisedVariant],
    context: EstimationContext
  ) throws(NotEstimated) -> CausalEstimate {
    try requireEnough(variants)
    let weights = Self.weights(SummaryEffects(variants), kind)
    let ordinates = weights.ordinates
    let line = RegressionThroughOrigin(
      x: weights.roots,
      y: ordinates,
      weights: weights.roots.map { _ in 1 }
    )
    var result = InverseVarianceWeighted.estimate(line, model: .randomEffects)
    result.method = method
    let contributions = zip(weights.roots, ordinates).map { root, ordinate in
      let residual = ordinate - line.slope * root
      return residual * residual
    }
    result.details = EstimateDetails(
      radial: try HeterogeneityTest(
        method: method,
        q: line.residualSumOfSquares,
        degreesOfFreedom: line.degreesOfFreedom
      ),
      variants: variants,
      isOutlier: RadialWeights.outliers(
        variants,
        contributions: contributions,
        significanceLevel: context.significanceLevel
      )
    )
    return result
  }

  /// The modified weights take the first-order estimate, which is IVW's.
  private static func weights(_ effects: SummaryEffects, _ kind: RadialWeights.Kind) -> RadialWeights {
    let line = RegressionThroughOrigin(x: effects.x, y: effects.y, weights: effects.weights)
    return RadialWeights(effects, kind: kind, slope: line.slope)
  }

  private var method: MethodID {
    switch kind {
    case .firstOrder: .ivwRadialFirstOrder
    case .secondOrder: .ivwRadialSecondOrder
    case .modifiedSecondOrder: .ivwRadial
    }
  }
}

extension RadialIVW {
  package var description: MethodDescription {
    MethodDescription(
      id: method,
      name: "IVW, radial" + kind.suffix,
      shortName: "Radial IVW" + kind.shortSuffix,
      citation: Self.citation,
      doi: Self.doi,
      assumptions: [
        SharedAssumptions.relevance,
        SharedAssumptions.independence,
        SharedAssumptions.balancedPleiotropy,
        SharedAssumptions.uncorrelated,
        SharedAssumptions.linearity,
      ],
      minimumVariants: 2,
      defaults: [kind.sentence, RadialWeights.outlierSentence]
    )
  }

  static let citation =
    "Bowden J, Spiller W, Del Greco M F, et al. Improving the visualization, interpretation and analysis of "
    + "two-sample summary data Mendelian randomization via the radial plot and radial regression. International "
    + "Journal of Epidemiology 2018;47:1264–1278."
  static let doi = "10.1093/ije/dyy101"
}

extension RadialWeights {
  static let outlierSentence = "A variant is an outlier where its share of Q has p < level/n."
}

extension RadialWeights.Kind {
  var suffix: String {
    switch self {
    case .firstOrder: ", first-order weights"
    case .secondOrder: ", second-order weights"
    case .modifiedSecondOrder: ""
    }
  }

  var shortSuffix: String {
    switch self {
    case .firstOrder: ", 1st"
    case .secondOrder: ", 2nd"
    case .modifiedSecondOrder: ""
    }
  }

  var sentence: String {
    switch self {
    case .firstOrder: "First-order weights, x²/σy²."
    case .secondOrder: "Second-order weights, 1/(σy²/x² + y²σx²/x⁴)."
    case .modifiedSecondOrder:
      "Modified second-order weights, x²/(σy² + b²σx²), b the estimate under first-order weights, one step."
    }
  }
}
