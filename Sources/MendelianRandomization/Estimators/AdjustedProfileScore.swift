import Statistics
import StudyModel

/// The equations of MR-RAPS and their solution.
struct AdjustedProfileScore {
  let effects: SummaryEffects
  let loss: RobustLoss
  private let moments: RobustLoss.Moments

  struct Solution: Hashable {
    var slope: Double
    var tauSquared: Double
  }

  init(_ effects: SummaryEffects, loss: RobustLoss) {
    self.effects = effects
    self.loss = loss
    moments = loss.moments
  }

  /// Rounds of τ² given β and β given τ²; each is solved to the last digit, and the slope settles within some dozens.
  private static let mostRounds = 1000

  /// - Throws: `notFinite`; `notConverged` where Σρ has no minimum or the rounds do not settle.
  func solve(overdispersion: Bool) throws(NotEstimated) -> Solution {
    guard let scale = effects.slopeScale else { throw NotEstimated(reason: .notFinite) }
    let search = SlopeSearch(scale: scale, candidates: effects.ratios)
    func slope(_ tauSquared: Double) -> Double? {
      search.minimum({ deviance($0, tauSquared) }, derivative: { -slopeScore($0, tauSquared) })
    }
    guard let first = slope(0) else { throw NotEstimated(reason: .notConverged) }
    var solution = Solution(slope: first, tauSquared: 0)
    guard overdispersion else { return solution }
    for _ in 0..<Self.mostRounds {
      let tauSquared = self.tauSquared(solution.slope)
      guard let next = slope(tauSquared) else { throw NotEstimated(reason: .notConverged) }
      let isSettled = abs(next - solution.slope) <= 1e-13 * max(abs(next), scale)
      solution = Solution(slope: next, tauSquared: tauSquared)
      if isSettled { return solution }
    }
    throw NotEstimated(reason: .notConverged)
  }

  /// Σρ(t).
  private func deviance(_ slope: Double, _ tauSquared: Double) -> Double {
    sum(effects.count) { loss.value(Term(effects, $0, slope, tauSquared).residual) }
  }

  /// Σγ̂ψ(t)/√v, minus the derivative of Σρ(t) by the slope.
  func slopeScore(_ slope: Double, _ tauSquared: Double) -> Double {
    sum(effects.count) { index in
      let term = Term(effects, index, slope, tauSquared)
      return term.strength * loss.score(term.residual) / term.variance.squareRoot()
    }
  }

  /// Σ(tψ(t) − δ)/v.
  func dispersionScore(_ slope: Double, _ tauSquared: Double) -> Double {
    sum(effects.count) { index in
      let term = Term(effects, index, slope, tauSquared)
      return (term.residual * loss.score(term.residual) - moments.scoreSlope) / term.variance
    }
  }

  /// The τ² at which the dispersion score turns from above to below 0; 0 where it is not above 0 at 0.
  private func tauSquared(_ slope: Double) -> Double {
    guard dispersionScore(slope, 0) > 0 else { return 0 }
    var upper = effects.yError.map { $0 * $0 }.mean
    var doublings = 0
    while dispersionScore(slope, upper) > 0 && doublings < 200 {
      upper *= 2
      doublings += 1
    }
    return BrentRoot.find(between: 0, and: upper) { dispersionScore(slope, $0) } ?? 0
  }

  /// √ of the slope's place in J⁻¹VJ⁻ᵀ: V = diag(c₁Σγ̂²/v, c₂Σ1/v²), J upper triangular with
  /// J₁₁ = Σ(γ̂′ψ(t) − γ̂δx/√v)/√v, J₁₂ = −Σβy/(s²(1/σx² + β²/s))·ψ(t)/√v and J₂₂ = −½(δ + c₃)Σ1/v², s = σy² + τ²; where
  /// τ² is not estimated √V₁₁/|J₁₁|.
  func standardError(_ solution: Solution, overdispersion: Bool) -> Double {
    let terms = (0..<effects.count).map { Term(effects, $0, solution.slope, solution.tauSquared) }
    let scores = terms.map { loss.score($0.residual) / $0.variance.squareRoot() }
    let variance =
      moments.scoreVariance
      * sum(terms.count) { terms[$0].strength * terms[$0].strength / terms[$0].variance }
    let slope = sum(terms.count) { index in
      terms[index].strengthSlope * scores[index]
        - terms[index].strength * moments.scoreSlope * effects.x[index] / terms[index].variance
    }
    guard overdispersion, solution.tauSquared > 0 else { return variance.squareRoot() / abs(slope) }
    let cross = sum(terms.count) {
      -solution.slope * terms[$0].strengthSlope / terms[$0].outcomeVariance * scores[$0]
    }
    let precision = sum(terms.count) { 1 / (terms[$0].variance * terms[$0].variance) }
    let dispersionSlope = 0.5 * (moments.scoreSlope + moments.scaleSlope) * precision
    let dispersionVariance = moments.scaleVariance * precision
    let share = cross / dispersionSlope
    return (variance + share * share * dispersionVariance).squareRoot() / abs(slope)
  }
}

/// What the equations need of one variant.
private struct Term {
  /// s = σy² + τ² and v = s + β²σx².
  let outcomeVariance: Double
  let variance: Double
  /// t.
  let residual: Double
  /// γ̂ = (x/σx² + βy/s)/(1/σx² + β²/s), the effect on the exposure that fits both.
  let strength: Double
  /// γ̂′ = (y/s)/(1/σx² + β²/s).
  let strengthSlope: Double

  init(_ effects: SummaryEffects, _ index: Int, _ slope: Double, _ tauSquared: Double) {
    let (x, xError) = (effects.x[index], effects.xError[index])
    let (y, yError) = (effects.y[index], effects.yError[index])
    outcomeVariance = yError * yError + tauSquared
    let spread = xError * xError
    variance = outcomeVariance + slope * slope * spread
    residual = (y - slope * x) / variance.squareRoot()
    // Both multiplied through by s·σx²: no reciprocal of a small square.
    strength = (x * outcomeVariance + slope * y * spread) / variance
    strengthSlope = y * spread / variance
  }
}
