import Foundation
import Statistics

/// The power of the two-sided normal test of an effect whose z has mean |β|·`informationRoot` and variance 1.
package struct PowerCalculation: Hashable, Sendable {
  /// z per unit of β: the inverse of the standard error.
  package let informationRoot: Double
  package let significanceLevel: Double

  package init(standardError: Double, significanceLevel: Double) {
    informationRoot = 1 / standardError
    self.significanceLevel = significanceLevel
  }

  /// By design: √(R²·N·v), v being 1 for a continuous outcome in SD (Brion, Shakhbazov & Visscher 2013, for small effects)
  /// and φ(1 − φ) for a log odds ratio with the share φ of cases (Burgess 2014). β is per SD of the exposure.
  ///
  /// - Parameters:
  ///   - rSquared: of the exposure's variance, in (0, 1).
  ///   - people: of the outcome's sample.
  ///   - cases: nil for a continuous outcome.
  package init(rSquared: Double, people: Double, cases: Double?, significanceLevel: Double) {
    let share = cases.map { $0 / people * (1 - $0 / people) } ?? 1
    informationRoot = (rSquared * people * share).squareRoot()
    self.significanceLevel = significanceLevel
  }

  /// P(|Z| > z_{1−α/2}), both tails, Z ~ N(|β|·`informationRoot`, 1).
  package func power(_ effect: Double) -> Double {
    power(mean: abs(effect) * informationRoot)
  }

  private func power(mean: Double) -> Double {
    let cut = -NormalDistribution.quantile(significanceLevel / 2)
    return NormalDistribution.cumulative(mean - cut) + NormalDistribution.cumulative(-mean - cut)
  }

  /// The smallest |β| with that power, which is above the significance level; nil where the information is not above 0.
  package func detectable(power target: Double) -> Double? {
    guard informationRoot > 0, informationRoot.isFinite, target > significanceLevel else { return nil }
    // A mean of 50 has power 1 at any level that a double tells from 0.
    let mean = BrentRoot.find(between: 0, and: 50) { power(mean: $0) - target }
    return mean.map { $0 / informationRoot }
  }
}
