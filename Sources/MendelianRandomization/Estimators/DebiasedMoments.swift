import Statistics

/// The sums behind the debiased estimators, weights w = 1/σy²: μ₁ = Σwxy and μ₂ = Σw(x² − σx²), whose expectation is
/// Σwγ² where that of Σwx² is too large by Σwσx².
struct DebiasedMoments {
  let effects: SummaryEffects
  let numerator: Double
  let denominator: Double

  init(_ effects: SummaryEffects) {
    self.effects = effects
    let weights = effects.weights
    numerator = sum(effects.count) { weights[$0] * effects.x[$0] * effects.y[$0] }
    denominator = sum(effects.count) { weights[$0] * Self.square(effects, $0) }
  }

  /// x² − σx², unbiased for γ².
  private static func square(_ effects: SummaryEffects, _ index: Int) -> Double {
    effects.x[index] * effects.x[index] - effects.xError[index] * effects.xError[index]
  }

  /// κ√n with κ the mean of (x² − σx²)/σx²: the strength that the estimators' normal limit asks for; 20 or more is
  /// enough (Ye, Shao & Kang 2021, section 3.2).
  var effectiveStrength: Double {
    let n = Double(effects.count)
    let total = sum(effects.count) { index in
      Self.square(effects, index) / (effects.xError[index] * effects.xError[index])
    }
    return total / n.squareRoot()
  }

  /// τ² of balanced pleiotropy on the outcome's scale, at least 0: Σw((y − bx)² − σy² − b²σx²) / Σw.
  func tauSquared(slope: Double) -> Double {
    let weights = effects.weights
    let excess = sum(effects.count) { index in
      let residual = effects.y[index] - slope * effects.x[index]
      let spread = slope * effects.xError[index]
      let yError = effects.yError[index]
      return weights[index] * (residual * residual - yError * yError - spread * spread)
    }
    return max(0, excess / weights.compensatedSum())
  }

  /// √Σw²((σy² + τ²)x² + b²σx²(x² + σx²)): the standard error of the numerator about b times the denominator.
  func numeratorError(slope: Double, tauSquared: Double) -> Double {
    let weights = effects.weights
    return sum(effects.count) { index in
      let (x, xError, yError) = (effects.x[index], effects.xError[index], effects.yError[index])
      let own = (yError * yError + tauSquared) * x * x
      let spread = slope * xError
      return weights[index] * weights[index] * (own + spread * spread * (x * x + xError * xError))
    }.squareRoot()
  }

  /// Variance of μ₂, Σw²(4(x² − σx²)σx² + 2σx⁴), and its covariance with μ₁, Σ2w²σx²xy.
  var denominatorVariance: (variance: Double, covariance: Double) {
    let weights = effects.weights
    let variance = sum(effects.count) { index in
      let xVariance = effects.xError[index] * effects.xError[index]
      return weights[index] * weights[index]
        * (4 * Self.square(effects, index) * xVariance + 2 * xVariance * xVariance)
    }
    let covariance = sum(effects.count) { index in
      let weighted = weights[index] * effects.xError[index]
      return 2 * weighted * weighted * effects.x[index] * effects.y[index]
    }
    return (variance, covariance)
  }
}
