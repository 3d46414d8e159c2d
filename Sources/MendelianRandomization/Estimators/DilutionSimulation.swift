import Statistics

/// The Egger lines of data with more and more error in x.
struct DilutionSimulation {
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
