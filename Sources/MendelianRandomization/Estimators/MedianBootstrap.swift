import Statistics
import StudyModel

/// A weighted median of ratio estimates and its parametric bootstrap, which draws x* ~ N(x, σx) and
/// y* ~ N(y, σy) and keeps the weights (Bowden et al. 2016).
package struct MedianBootstrap: Sendable {
  package let effects: SummaryEffects
  /// Kept in every draw.
  package let weights: [Double]

  /// - Parameter weights: nil for the inverse second-order variances of the ratios.
  package init(_ effects: SummaryEffects, weights: [Double]? = nil) {
    self.effects = effects
    self.weights = weights ?? effects.ratioVariances.map { 1 / $0 }
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
      return weightedMedian(selecting: &ratios)
    }
  }

  /// The median with the standard deviation of its draws; the streams are keyed by seed, pair and method.
  func estimate(_ method: MethodID, context: EstimationContext) -> CausalEstimate {
    let draws = max(2, context.bootstrapDraws)
    let key = StreamKey(seed: context.seed, names: [context.pair.rawValue, method.rawValue])
    let spread = StandardDeviation(of: medians(0..<draws, key: key))
    return CausalEstimate(
      method: method,
      variantCount: effects.count,
      estimate: Inference.normal(value: median, standardError: spread.value),
      monteCarlo: MonteCarlo(draws: draws, standardErrorOfStandardError: spread.standardError)
    )
  }

  static let citation =
    "Bowden J, Davey Smith G, Haycock PC, Burgess S. Consistent estimation in Mendelian randomization with some "
    + "invalid instruments using a weighted median estimator. Genetic Epidemiology 2016;40:304–314."
  static let doi = "10.1002/gepi.21965"
}
