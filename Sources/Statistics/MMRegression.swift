/// y = b·x by MM-estimation with Tukey's bisquare (Yohai, Annals of Statistics 1987;15:642–656): a scale with 50 %
/// breakdown first, then a slope of 95 % efficiency under that scale.
///
/// The S-estimate is the least scale over every slope that a starting ratio y/x descends to; where there are many, the
/// starts are `mostStarts` quantiles of the ratios. The standard error is the first-order asymptotic one of Croux, Dhaene &
/// Hoorelbeke (2003), which R's lmrob calls `.vcov.avar1`.
package struct MMRegression: Hashable, Sendable {
  package let slope: Double
  package let standardError: Double
  /// The M-scale of the residuals about the S-estimate.
  package let scale: Double

  private static let breakdownTuning = 1.547_64
  private static let efficiencyTuning = 4.685_061
  private static let breakdown = 0.5
  private static let mostStarts = 500
  private static let mostSteps = 2_000
  private static let tolerance = 1e-11
  /// Of the scales that only tell starts apart; two whose scales are nearer than this lead to one minimum or to two of
  /// which neither is better.
  private static let roughTolerance = 1e-4

  /// Nil under two points, where half or more of the points lie on one line through 0 (the scale is then 0), and where
  /// the iteration does not settle.
  package init?(x: [Double], y: [Double]) {
    guard x.count >= 2 else { return nil }
    let data = Data(x: x, y: y)
    guard let initial = data.sEstimate(), let slope = data.mEstimate(from: initial) else { return nil }
    guard let error = data.standardError(slope: slope, initial: initial) else { return nil }
    self.slope = slope
    standardError = error
    scale = initial.scale
  }

  private struct Fit {
    var slope: Double
    var scale: Double
  }

  private struct Data {
    let x: [Double]
    let y: [Double]

    var count: Int { x.count }

    func residual(_ index: Int, _ slope: Double) -> Double { y[index] - slope * x[index] }

    /// The weighted least-squares slope, each point weighing by its own standardised residual.
    func reweighted(_ fit: Fit, tuning: Double) -> Double {
      var (xy, xx) = (0.0, 0.0)
      for index in 0..<count {
        let weight = Bisquare.weight(residual(index, fit.slope) / fit.scale, tuning)
        xy += weight * x[index] * y[index]
        xx += weight * x[index] * x[index]
      }
      return xy / xx
    }

    /// The s of Σχ(r/s)/(n − 1) = 1/2, found from `start` by the iteration that its definition gives.
    func scale(slope: Double, from start: Double, tolerance: Double = MMRegression.tolerance) -> Double? {
      var scale = start
      for _ in 0..<MMRegression.mostSteps {
        let mean = sum(count) { Bisquare.loss(residual($0, slope) / scale, MMRegression.breakdownTuning) }
        let next = scale * (mean / Double(count - 1) / MMRegression.breakdown).squareRoot()
        guard next.isFinite, next > 0 else { return nil }
        if abs(next - scale) <= tolerance * scale { return next }
        scale = next
      }
      return nil
    }

    /// The median of |r| over 0.6745, where that is above 0.
    func startingScale(_ slope: Double) -> Double? {
      guard let middle = median((0..<count).map { abs(residual($0, slope)) }), middle > 0, middle.isFinite
      else { return nil }
      return middle / 0.674_489_750_196_081_7
    }

    func sEstimate() -> Fit? {
      let ratios = (0..<count).filter { x[$0] != 0 }.map { y[$0] / x[$0] }.sorted()
      let starts = stride(from: 0, to: ratios.count, by: 1 + (ratios.count - 1) / MMRegression.mostStarts)
      var best: Fit?
      for start in starts {
        guard let fit = descend(from: ratios[start], unlessAbove: best?.scale) else { continue }
        if fit.scale < best?.scale ?? .infinity { best = fit }
      }
      return best.flatMap(settle)
    }

    /// Two steps, which tell good starts from bad ones; nil where the scale is not below the best so far.
    private func descend(from start: Double, unlessAbove limit: Double?) -> Fit? {
      var fit = Fit(slope: start, scale: startingScale(start) ?? .nan)
      guard fit.scale.isFinite else { return nil }
      for _ in 0..<2 {
        fit.slope = reweighted(fit, tuning: MMRegression.breakdownTuning)
        let rough = MMRegression.roughTolerance
        guard let scale = scale(slope: fit.slope, from: fit.scale, tolerance: rough) else { return nil }
        fit.scale = scale
      }
      return fit.scale < limit ?? .infinity ? fit : nil
    }

    private func settle(_ start: Fit) -> Fit? {
      var fit = start
      for _ in 0..<MMRegression.mostSteps {
        let slope = reweighted(fit, tuning: MMRegression.breakdownTuning)
        guard slope.isFinite, let scale = scale(slope: slope, from: fit.scale) else { return nil }
        let hasSettled = isSettled(slope, fit)
        fit = Fit(slope: slope, scale: scale)
        if hasSettled { return fit }
      }
      return nil
    }

    /// Steps are held against the slope and against its error, for a slope may be 0.
    private func isSettled(_ slope: Double, _ fit: Fit) -> Bool {
      let xx = sum(count) { x[$0] * x[$0] }
      return abs(slope - fit.slope) <= MMRegression.tolerance * max(abs(slope), fit.scale / xx.squareRoot())
    }

    func mEstimate(from initial: Fit) -> Double? {
      var fit = initial
      for _ in 0..<MMRegression.mostSteps {
        let slope = reweighted(fit, tuning: MMRegression.efficiencyTuning)
        guard slope.isFinite else { return nil }
        if isSettled(slope, fit) { return slope }
        fit.slope = slope
      }
      return nil
    }

    func standardError(slope: Double, initial: Fit) -> Double? {
      let (n, s) = (Double(count), initial.scale)
      var (curvature, mixed, scaleSlope) = (0.0, 0.0, 0.0)
      var (scores, product, spread) = (0.0, 0.0, 0.0)
      for index in 0..<count {
        let (final, first) = (residual(index, slope) / s, residual(index, initial.slope) / s)
        let derivative = Bisquare.scoreDerivative(final, MMRegression.efficiencyTuning)
        let score = Bisquare.score(final, MMRegression.efficiencyTuning)
        let loss = Bisquare.loss(first, MMRegression.breakdownTuning)
        curvature += derivative * x[index] * x[index]
        mixed += derivative * final * x[index]
        scaleSlope += Bisquare.lossDerivative(first, MMRegression.breakdownTuning) * first
        scores += score * score * x[index] * x[index]
        product += score * loss * x[index]
        spread += loss * loss - MMRegression.breakdown * MMRegression.breakdown
      }
      let inverse = s / curvature
      let shift = inverse * mixed / (scaleSlope / n)
      let own = inverse * scores * n * inverse
      let variance = (own - 2 * shift * product * inverse + spread / n * shift * shift) / n
      return variance > 0 && variance.isFinite ? variance.squareRoot() : nil
    }
  }
}

/// Tukey's bisquare, its loss scaled to the maximum 1.
enum Bisquare {
  /// ψ(t)/t = (1 − (t/c)²)² within c.
  static func weight(_ t: Double, _ c: Double) -> Double {
    let u = t / c
    guard abs(u) < 1 else { return 0 }
    return (1 - u * u) * (1 - u * u)
  }

  static func score(_ t: Double, _ c: Double) -> Double { t * weight(t, c) }

  static func scoreDerivative(_ t: Double, _ c: Double) -> Double {
    let u = t / c
    guard abs(u) < 1 else { return 0 }
    return (1 - u * u) * (1 - 5 * u * u)
  }

  /// 1 − (1 − (t/c)²)³ within c.
  static func loss(_ t: Double, _ c: Double) -> Double {
    let u = t / c
    guard abs(u) < 1 else { return 1 }
    let rest = 1 - u * u
    return 1 - rest * rest * rest
  }

  static func lossDerivative(_ t: Double, _ c: Double) -> Double { 6 / (c * c) * score(t, c) }
}
