import Statistics
import StudyModel

/// MR-Egger whose dilution by error in the exposure effects is extrapolated away (Bowden, Del Greco M, Minelli, Davey
/// Smith, Sheehan & Thompson 2016): error is added to x in steps of ζ = 0.5, 1, 1.5, 2 times its variance, and the mean slope
/// is continued to ζ = −1 along a parabola (Cook & Stefanski, JASA 1994;89:1314–1328).
///
/// The variance is continued in the same way from (model variance − variance of the draws) at every ζ (Stefanski & Cook,
/// JASA 1995;90:1247–1256). Slope and intercept are tested by t with n − 2 degrees of freedom.
package struct MREggerSIMEX: Estimator {
  /// From where on the uncorrected estimate stands.
  package static let threshold = 0.9

  package init() {}

  /// - Throws: `correctionNotNeeded` where I²GX (weighted) is 0.9 or more, `dilutionNotEstimable` where it is 0,
  ///   `equalExposureEffects`, `notFinite`, as where the continued variance is not above 0.
  package func estimate(
    _ variants: [HarmonisedVariant],
    context: EstimationContext
  ) throws(NotEstimated) -> CausalEstimate {
    let fit = try MREgger().fit(variants)
    let heterogeneity = ISquaredGX.analyse(variants)
    guard let share = heterogeneity.weighted else {
      throw heterogeneity.notEstimated ?? NotEstimated(reason: .notFinite)
    }
    guard share < Self.threshold else { throw NotEstimated(reason: .correctionNotNeeded) }
    guard share > 0 else { throw NotEstimated(reason: .dilutionNotEstimable) }
    let effects = SummaryEffects(variants).orientedToPositiveExposure
    let key = StreamKey(seed: context.seed, names: [context.pair.rawValue, MethodID.mrEggerSIMEX.rawValue])
    let simulation = DilutionSimulation(effects, draws: context.bootstrapDraws, key: key)
    let slope = simulation.extrapolated(\.slope)
    guard slope.variance > 0 else { throw NotEstimated(reason: .notFinite) }
    let intercept = simulation.extrapolated(\.intercept)
    return CausalEstimate(
      method: .mrEggerSIMEX,
      variantCount: variants.count,
      estimate: Inference.studentT(
        value: slope.value,
        standardError: slope.variance.squareRoot(),
        degreesOfFreedom: fit.degreesOfFreedom
      ),
      residualStandardError: fit.residualStandardError,
      monteCarlo: MonteCarlo(
        draws: context.bootstrapDraws,
        standardErrorOfStandardError: slope.varianceError / (2 * slope.variance.squareRoot()),
        standardErrorOfEstimate: slope.valueError
      ),
      details: EstimateDetails(
        intercept: intercept.variance > 0
          ? Inference.studentT(
            value: intercept.value,
            standardError: intercept.variance.squareRoot(),
            degreesOfFreedom: fit.degreesOfFreedom
          ) : nil,
        iSquaredGx: share
      )
    )
  }
}

/// The Egger lines of data with more and more error in x.
private struct DilutionSimulation {
  /// A line's coefficient with its variance in the model.
  struct Coefficient {
    var value: Double
    var variance: Double
  }

  struct Line {
    var slope: Coefficient
    var intercept: Coefficient
  }

  /// What a coefficient becomes at ζ = −1, with the Monte-Carlo errors.
  struct Extrapolation {
    var value: Double
    var variance: Double
    var valueError: Double
    var varianceError: Double
  }

  /// ζ, 0 being the data themselves.
  private static let steps = [0, 0.5, 1, 1.5, 2]
  /// What the least-squares parabola through values at `steps` gives at −1: Lagrange weights of the projection.
  private static let weights = parabolaWeights()

  /// By step, then by draw; the first step has one line.
  private let lines: [[Line]]

  /// One set of errors a draw, which every step scales: the steps then differ by ζ alone.
  ///
  /// The sums of x + √ζ·e that a line needs are polynomials in √ζ, so that one pass over the variants serves all steps.
  init(_ effects: SummaryEffects, draws: Int, key: StreamKey) {
    let n = effects.count
    let moments = DilutedMoments(effects)
    var errors = [Double](repeating: 0, count: n)
    var lines = Self.steps.map { _ in [Line]() }
    lines[0].append(moments.line(DilutedMoments.ErrorSums(), scale: 0))
    for draw in 0..<max(2, draws) {
      var stream = RandomStream(key, simulation: UInt64(draw))
      Ziggurat.shared.fill(&errors, from: &stream)
      let sums = moments.sums(errors)
      for (place, step) in Self.steps.enumerated().dropFirst() {
        lines[place].append(moments.line(sums, scale: step.squareRoot()))
      }
    }
    self.lines = lines
  }

  func extrapolated(_ coefficient: KeyPath<Line, Coefficient>) -> Extrapolation {
    let draws = lines[1].count
    let means = lines.map { lines in lines.map { $0[keyPath: coefficient].value }.mean }
    var values = [Double](repeating: 0, count: draws)
    var variances = [Double](repeating: 0, count: draws)
    for (place, weight) in Self.weights.enumerated() {
      for draw in 0..<draws {
        let own = lines[place][place == 0 ? 0 : draw][keyPath: coefficient]
        let distance = own.value - means[place]
        values[draw] += weight * own.value
        variances[draw] += weight * (own.variance - (place == 0 ? 0 : distance * distance))
      }
    }
    let root = Double(draws).squareRoot()
    return Extrapolation(
      value: values.mean,
      variance: variances.mean,
      valueError: StandardDeviation(of: values).value / root,
      varianceError: StandardDeviation(of: variances).value / root
    )
  }

  /// c of Σcᵢvᵢ = the value at −1 of the parabola that fits v at `steps` best, by the normal equations of 1, z, z² with z
  /// centred, which are then two by two.
  private static func parabolaWeights() -> [Double] {
    let centre = steps.mean
    let z = steps.map { $0 - centre }
    let squares = z.map { $0 * $0 }
    let meanSquare = squares.mean
    let bent = squares.map { $0 - meanSquare }
    // The steps lie symmetrically about their mean, so that z and bent are orthogonal.
    let (zz, bb) = (squares.reduce(0, +), bent.map { $0 * $0 }.reduce(0, +))
    let target = -1 - centre
    return z.indices.map { index in
      1 / Double(z.count) + target * z[index] / zz + (target * target - meanSquare) * bent[index] / bb
    }
  }
}

/// The weighted sums behind an Egger line, about the weighted means of the data.
private struct DilutedMoments {
  /// Of one draw: Σwe, Σwe², Σwe(x − x̄), Σwe(y − ȳ), e being σx times a normal.
  struct ErrorSums {
    var e = 0.0
    var ee = 0.0
    var ex = 0.0
    var ey = 0.0
  }

  private let total: Double
  private let xMean: Double
  private let yMean: Double
  private let xx: Double
  private let xy: Double
  private let yy: Double
  private let degreesOfFreedom: Double
  /// wσx, wσx², wσx(x − x̄) and wσx(y − ȳ) of every variant.
  private let weights: [SIMD4<Double>]

  init(_ effects: SummaryEffects) {
    let (n, w) = (effects.count, effects.weights)
    let total = w.compensatedSum()
    let xMean = sum(n) { w[$0] * effects.x[$0] } / total
    let yMean = sum(n) { w[$0] * effects.y[$0] } / total
    xx = sum(n) { w[$0] * (effects.x[$0] - xMean) * (effects.x[$0] - xMean) }
    xy = sum(n) { w[$0] * (effects.x[$0] - xMean) * (effects.y[$0] - yMean) }
    yy = sum(n) { w[$0] * (effects.y[$0] - yMean) * (effects.y[$0] - yMean) }
    weights = (0..<n).map { index in
      let first = w[index] * effects.xError[index]
      return SIMD4(
        first,
        first * effects.xError[index],
        first * (effects.x[index] - xMean),
        first * (effects.y[index] - yMean)
      )
    }
    (self.total, self.xMean, self.yMean) = (total, xMean, yMean)
    degreesOfFreedom = Double(n - 2)
  }

  func sums(_ normals: [Double]) -> ErrorSums {
    var sums = SIMD4<Double>.zero
    for index in weights.indices {
      let z = normals[index]
      sums += weights[index] * SIMD4(z, z * z, z, z)
    }
    return ErrorSums(e: sums.x, ee: sums.y, ex: sums.z, ey: sums.w)
  }

  /// The line of x + scale·e.
  func line(_ sums: ErrorSums, scale: Double) -> DilutionSimulation.Line {
    let shift = scale * sums.e / total
    let spread = xx + scale * (2 * sums.ex + scale * sums.ee) - total * shift * shift
    let slope = (xy + scale * sums.ey) / spread
    let residual = max(0, yy - slope * slope * spread)
    let inflation = max(1, residual / degreesOfFreedom)
    let mean = xMean + shift
    return DilutionSimulation.Line(
      slope: DilutionSimulation.Coefficient(value: slope, variance: inflation / spread),
      intercept: DilutionSimulation.Coefficient(
        value: yMean - slope * mean,
        variance: inflation * (1 / total + mean * mean / spread)
      )
    )
  }
}

extension MREggerSIMEX {
  package var description: MethodDescription {
    var assumptions = MREgger().description.assumptions
    assumptions.removeAll { $0 == SharedAssumptions.nome }
    return MethodDescription(
      id: .mrEggerSIMEX,
      name: "MR-Egger, SIMEX-corrected",
      shortName: "MR-Egger SIMEX",
      citation:
        "Bowden J, Del Greco M F, Minelli C, Davey Smith G, Sheehan NA, Thompson JR. Assessing the suitability of summary "
        + "data for two-sample Mendelian randomization analyses using MR-Egger regression: the role of the I² statistic. "
        + "International Journal of Epidemiology 2016;45:1961–1974.",
      doi: "10.1093/ije/dyw220",
      assumptions: assumptions + [
        "The dilution of MR-Egger grows with the error of the exposure effects along a parabola."
      ],
      minimumVariants: 3,
      defaults: [
        "Made only where I²GX is below 0.9.",
        "Error is added in steps of 0.5, 1, 1.5 and 2 times its variance; the parabola is continued to −1.",
      ]
    )
  }
}
