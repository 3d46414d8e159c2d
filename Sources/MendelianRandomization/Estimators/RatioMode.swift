import Statistics
import StudyModel

/// The mode of the ratio estimates' kernel density and its parametric bootstrap (Hartwig, Davey Smith & Bowden
/// 2017), which draws ratio* ~ N(ratio, its second-order standard error), keeps the weights and finds the
/// bandwidth anew in each draw.
package struct RatioMode: Sendable {
  package let ratios: [Double]
  /// √(σy²/x² + y²σx²/x⁴).
  package let errors: [Double]
  /// Kept in every draw.
  package let weights: [Double]
  /// The multiple φ of the default bandwidth.
  package let bandwidthFactor: Double

  /// - Parameter isWeighted: by the inverse of the ratios' second-order variances; otherwise all count the same.
  package init(_ effects: SummaryEffects, isWeighted: Bool, bandwidthFactor: Double = 1) {
    let variances = effects.ratioVariances
    ratios = zip(effects.y, effects.x).map { $0 / $1 }
    errors = variances.map { $0.squareRoot() }
    weights = isWeighted ? variances.map { 1 / $0 } : variances.map { _ in 1 }
    self.bandwidthFactor = bandwidthFactor
  }

  /// The mode of the ratios as they are.
  package var mode: Double {
    var points = zip(ratios, weights).map { WeightedValue(value: $0, weight: $1) }
    var bandwidth = ModeBandwidth(factor: bandwidthFactor)
    var density = KernelDensityMode()
    return density.mode(of: &points, bandwidth: bandwidth(points))
  }

  /// The modes of those simulations. Each reads a random stream of its own, keyed by its index: any split of the
  /// range gives the same numbers.
  package func modes(_ simulations: Range<Int>, key: StreamKey) -> [Double] {
    let ziggurat = Ziggurat.shared
    var bandwidth = ModeBandwidth(factor: bandwidthFactor)
    var density = KernelDensityMode(.draw)
    var points = weights.map { WeightedValue(value: 0, weight: $0) }
    var normals = [Double](repeating: 0, count: ratios.count)
    return simulations.map { simulation in
      var stream = RandomStream(key, simulation: UInt64(simulation))
      ziggurat.fill(&normals, from: &stream)
      for index in ratios.indices {
        let value = ratios[index] + errors[index] * normals[index]
        points[index] = WeightedValue(value: value, weight: weights[index])
      }
      return density.mode(of: &points, bandwidth: bandwidth(points))
    }
  }

  /// The mode with the scaled median absolute deviation of its draws, interval and test by t(n − 1); the streams
  /// are keyed by seed, pair and method.
  func estimate(_ method: MethodID, context: EstimationContext) -> CausalEstimate {
    let draws = max(2, context.bootstrapDraws)
    let key = StreamKey(seed: context.seed, names: [context.pair.rawValue, method.rawValue])
    let spread = MedianAbsoluteDeviation(of: modes(0..<draws, key: key))
    return CausalEstimate(
      method: method,
      variantCount: ratios.count,
      estimate: Inference.studentT(
        value: mode,
        standardError: spread.value,
        degreesOfFreedom: ratios.count - 1
      ),
      monteCarlo: MonteCarlo(draws: draws, standardErrorOfStandardError: spread.standardError)
    )
  }

  static let citation =
    "Hartwig FP, Davey Smith G, Bowden J. Robust inference in summary data Mendelian randomization via the zero "
    + "modal pleiotropy assumption. International Journal of Epidemiology 2017;46:1985–1998."
  static let doi = "10.1093/ije/dyx102"
}
