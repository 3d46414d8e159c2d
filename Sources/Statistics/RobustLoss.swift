import Foundation

/// A loss ρ of standardised residuals, with the expectations under N(0, 1) that sandwich variances need.
package enum RobustLoss: String, CaseIterable, Hashable, Sendable {
  /// ρ = t²/2.
  case l2
  /// Huber's: linear beyond k = 1.345 (95 % efficient under normal errors).
  case huber
  /// Tukey's biweight: constant beyond k = 4.685 (95 % efficient).
  case tukey

  /// Where the loss leaves the parabola's family; infinite for l2.
  package var threshold: Double {
    switch self {
    case .l2: .infinity
    case .huber: 1.345
    case .tukey: 4.685
    }
  }

  /// ρ(t).
  @inlinable package func value(_ t: Double) -> Double {
    switch self {
    case .l2: return 0.5 * t * t
    case .huber:
      let size = abs(t)
      return size <= 1.345 ? 0.5 * t * t : 1.345 * (size - 0.5 * 1.345)
    case .tukey:
      let u = min(1, t * t / (4.685 * 4.685))
      let rest = 1 - u
      return 4.685 * 4.685 / 6 * (1 - rest * rest * rest)
    }
  }

  /// ψ = ρ′.
  @inlinable package func score(_ t: Double) -> Double {
    switch self {
    case .l2: return t
    case .huber: return max(-1.345, min(1.345, t))
    case .tukey:
      let rest = max(0, 1 - t * t / (4.685 * 4.685))
      return t * rest * rest
    }
  }
}

extension RobustLoss {
  /// Expectations over a standard normal t.
  package struct Moments: Hashable, Sendable {
    /// δ = E[tψ(t)], which is E[ψ′(t)] too.
    package var scoreSlope: Double
    /// c₁ = E[ψ(t)²].
    package var scoreVariance: Double
    /// c₂ = Var(tψ(t)).
    package var scaleVariance: Double
    /// c₃ = E[t²ψ′(t)].
    package var scaleSlope: Double
  }

  /// In closed form, from the moments of a normal cut off at ±k.
  package var moments: Moments {
    switch self {
    case .l2: return Moments(scoreSlope: 1, scoreVariance: 1, scaleVariance: 2, scaleSlope: 1)
    case .huber: return huberMoments
    case .tukey: return tukeyMoments
    }
  }

  private var huberMoments: Moments {
    let k = threshold
    let inner = truncatedMoments(upTo: 2)
    let tail = 1 - inner[0]
    let density = Self.density(k)
    let slope = inner[0]
    let scale = inner[2] + k * k * (2 * k * density + tail)
    return Moments(
      scoreSlope: slope,
      scoreVariance: inner[1] + k * k * tail,
      scaleVariance: scale - slope * slope,
      scaleSlope: inner[1]
    )
  }

  private var tukeyMoments: Moments {
    let inner = truncatedMoments(upTo: 6)
    /// Σ cⱼ E[t^(2(first + j)); |t| < k] / k^(2j).
    func expectation(_ coefficients: [Double], first: Int) -> Double {
      coefficients.enumerated().reduce(0) { total, term in
        total + term.element * inner[first + term.offset] / pow(threshold, Double(2 * term.offset))
      }
    }
    let slope = expectation([1, -2, 1], first: 1)
    return Moments(
      scoreSlope: slope,
      scoreVariance: expectation([1, -4, 6, -4, 1], first: 1),
      scaleVariance: expectation([1, -4, 6, -4, 1], first: 2) - slope * slope,
      scaleSlope: expectation([1, -6, 5], first: 1)
    )
  }

  /// E[t^(2m); |t| < k] for m = 0…order, by parts: M₂ₘ = (2m − 1)M₂ₘ₋₂ − 2k^(2m−1)φ(k).
  private func truncatedMoments(upTo order: Int) -> [Double] {
    let k = threshold
    var moments = [1 - NormalDistribution.twoSided(k).value]
    for m in 1...order {
      moments.append(
        Double(2 * m - 1) * moments[m - 1] - 2 * pow(k, Double(2 * m - 1)) * Self.density(k)
      )
    }
    return moments
  }

  private static func density(_ t: Double) -> Double { exp(-0.5 * t * t) / (2 * Double.pi).squareRoot() }
}
