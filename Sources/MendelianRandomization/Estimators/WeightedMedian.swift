import Statistics
import StudyModel

/// The weighted median of the ratio estimates, weights being the inverse of their second-order variances
/// σy²/x² + y²σx²/x⁴ (Bowden et al. 2016); its standard error is the standard deviation over a parametric
/// bootstrap that draws x* ~ N(x, σx) and y* ~ N(y, σy) and keeps the weights.
package struct WeightedMedian: Estimator {
  package init() {}

  package var description: MethodDescription {
    MethodDescription(
      id: .weightedMedian,
      name: "Weighted median",
      shortName: "Weighted median",
      citation:
        "Bowden J, Davey Smith G, Haycock PC, Burgess S. Consistent estimation in Mendelian "
        + "randomization with some invalid instruments using a weighted median estimator. Genetic "
        + "Epidemiology 2016;40:304–314.",
      doi: "10.1002/gepi.21965",
      assumptions: [
        SharedAssumptions.relevance,
        SharedAssumptions.independence,
        "Variants that carry more than half of the weight affect the outcome only through the exposure.",
        SharedAssumptions.uncorrelated,
        SharedAssumptions.linearity,
      ],
      minimumVariants: 3
    )
  }

  package func estimate(
    _ variants: [HarmonisedVariant],
    context: EstimationContext
  ) throws(NotEstimated) -> CausalEstimate {
    try requireEnough(variants)
    let bootstrap = MedianBootstrap(SummaryEffects(variants))
    let draws = max(2, context.bootstrapDraws)
    let key = StreamKey(seed: context.seed, names: [context.pair.rawValue, MethodID.weightedMedian.rawValue])
    let spread = StandardDeviation(of: bootstrap.medians(0..<draws, key: key))
    return CausalEstimate(
      method: .weightedMedian,
      variantCount: variants.count,
      estimate: Inference.normal(value: bootstrap.median, standardError: spread.value),
      monteCarlo: MonteCarlo(draws: draws, standardErrorOfStandardError: spread.standardError)
    )
  }
}

/// The point estimate and its bootstrap draws.
package struct MedianBootstrap: Sendable {
  package let effects: SummaryEffects
  /// Inverse second-order variances of the ratios, kept in every draw.
  package let weights: [Double]

  package init(_ effects: SummaryEffects) {
    self.effects = effects
    weights = (0..<effects.count).map { index in
      let x2 = effects.x[index] * effects.x[index]
      let ratioOfY = effects.yError[index] * effects.yError[index] / x2
      let y2 = effects.y[index] * effects.y[index]
      return 1 / (ratioOfY + y2 * effects.xError[index] * effects.xError[index] / (x2 * x2))
    }
  }

  /// The weighted median of the ratios as they are.
  package var median: Double {
    var ratios = weights.indices.map { index in
      WeightedValue(value: effects.y[index] / effects.x[index], weight: weights[index])
    }
    return weightedMedian(sorting: &ratios)
  }

  /// The medians of those simulations. Each reads a random stream of its own, keyed by its index: any split
  /// of the range gives the same numbers.
  package func medians(_ simulations: Range<Int>, key: StreamKey) -> [Double] {
    let ziggurat = Ziggurat.shared
    var ratios = weights.map { WeightedValue(value: 0, weight: $0) }
    var normals = [Double](repeating: 0, count: 2 * weights.count)
    return simulations.map { simulation in
      var stream = RandomStream(key, simulation: UInt64(simulation))
      ziggurat.fill(&normals, from: &stream)
      for index in weights.indices {
        let x = effects.x[index] + effects.xError[index] * normals[2 * index]
        let y = effects.y[index] + effects.yError[index] * normals[2 * index + 1]
        ratios[index] = WeightedValue(value: y / x, weight: weights[index])
      }
      return weightedMedian(sorting: &ratios)
    }
  }
}
