import Foundation
import StudyModel

/// The share of a trait's variance that one variant explains, and what that share would be by chance.
package struct ExplainedVariance {
  let side: StudySide

  package init(side: StudySide) { self.side = side }

  /// Nil where what the formula needs is unknown or the result is not in [0, 1).
  ///
  /// - Parameter frequencyIsBorrowed: from the other side of the pair, so that it is not the frequency in this side's
  ///   sample of cases and controls.
  package func rSquared(_ effect: AlleleEffect, frequencyIsBorrowed: Bool = false) -> Double? {
    let share =
      switch side.type {
      case .continuous: continuous(effect)
      case .binary: binary(effect, frequency(effect, isBorrowed: frequencyIsBorrowed))
      }
    guard let share, share.isFinite, (0..<1).contains(share) else { return nil }
    return share
  }

  /// The r² that a variant without any effect shows on average: 1/(n − 1) for a continuous trait, and
  /// 2f(1 − f)σ² / (π²/3) on the scale of liability; nil where what the formula needs is unknown.
  package func noise(_ effect: AlleleEffect, frequencyIsBorrowed: Bool = false) -> Double? {
    switch side.type {
    case .continuous: return sampleSize(effect).map { 1 / ($0 - 1) }
    case .binary:
      guard let f = frequency(effect, isBorrowed: frequencyIsBorrowed) else { return nil }
      return 2 * f * (1 - f) * effect.standardError * effect.standardError / Self.errorVariance
    }
  }

  /// People behind the effect, more than 3; nil where unknown.
  package func sampleSize(_ effect: AlleleEffect) -> Double? {
    guard let n = effect.sampleSize ?? side.sampleSize.people.map(Double.init), n > 3 else { return nil }
    return n
  }

  /// Of logistic errors.
  private static let errorVariance = Double.pi * Double.pi / 3

  /// z² / (n − 2 + z²): the squared correlation behind a regression's t with n − 2 degrees of freedom.
  private func continuous(_ effect: AlleleEffect) -> Double? {
    guard let n = effect.sampleSize ?? side.sampleSize.people.map(Double.init), n > 2 else { return nil }
    let z = effect.beta / effect.standardError
    return z * z / (n - 2 + z * z)
  }

  /// On the scale of liability with logistic errors of variance π²/3: 2f(1 − f)β² / (2f(1 − f)β² + π²/3)
  /// (Lee et al., Genetic Epidemiology 2012;36:214–224), f the frequency in the population.
  private func binary(_ effect: AlleleEffect, _ frequency: Double?) -> Double? {
    guard let f = frequency else { return nil }
    let explained = 2 * f * (1 - f) * effect.beta * effect.beta
    return explained / (explained + Self.errorVariance)
  }

  /// In the population where prevalence, cases and controls are known; in the sample otherwise. A borrowed one is
  /// taken for the population's as it is.
  private func frequency(_ effect: AlleleEffect, isBorrowed: Bool) -> Double? {
    guard let sampled = effect.effectAlleleFrequency else { return nil }
    if isBorrowed { return sampled }
    return populationFrequency(sampled, logOddsRatio: effect.beta) ?? sampled
  }

  /// A case-control sample holds more cases than the population, and so more of a risk allele. With f₀ and f₁
  /// the frequencies among controls and cases, φ the share of cases in the sample and K the prevalence, the
  /// sample shows f = φf₁ + (1 − φ)f₀ with f₁ = OR·f₀ / (1 − f₀ + OR·f₀): a quadratic in f₀ with one root in
  /// [0, 1]. The population's frequency is Kf₁ + (1 − K)f₀. Nil where cases, controls or prevalence are
  /// unknown.
  private func populationFrequency(_ sampled: Double, logOddsRatio: Double) -> Double? {
    guard let cases = side.sampleSize.cases, let controls = side.sampleSize.controls, cases + controls > 0,
      let prevalence = side.prevalence
    else { return nil }
    let caseShare = Double(cases) / Double(cases + controls)
    let oddsRatio = exp(logOddsRatio)
    let a = (1 - caseShare) * (oddsRatio - 1)
    let b = 1 + (caseShare - sampled) * (oddsRatio - 1)
    let inControls = 2 * sampled / (b + max(0, b * b + 4 * a * sampled).squareRoot())
    let inCases = oddsRatio * inControls / (1 - inControls + oddsRatio * inControls)
    let population = prevalence * inCases + (1 - prevalence) * inControls
    return population.isFinite ? population : nil
  }
}
