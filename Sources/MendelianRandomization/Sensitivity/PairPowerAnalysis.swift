import Foundation
import StudyModel

/// What effect one pair could have shown, given what its instruments explain and how many people the outcome has.
package struct PairPowerAnalysis {
  let exposure: StudySide
  let outcome: StudySide
  let settings: PowerSettings
  let significanceLevel: Double

  package init(
    exposure: StudySide,
    outcome: StudySide,
    settings: PowerSettings,
    significanceLevel: Double
  ) {
    self.exposure = exposure
    self.outcome = outcome
    self.settings = settings
    self.significanceLevel = significanceLevel
  }

  /// By the design where it tells, otherwise by the standard error of the primary estimate.
  ///
  /// The design does not tell of a binary exposure, whose R² is of liability and not of a measured SD, nor where R² or the
  /// sample size is unknown. The standard error then speaks where the exposure counts in SD or is binary, and the outcome
  /// is binary or counts in SD. The reason is the design's where neither speaks.
  package func power(
    _ variants: [HarmonisedVariant],
    strength: InstrumentStrength?,
    primary: Estimate?
  ) -> PowerOutcome {
    do throws(NotEstimated) {
      return PowerOutcome(analysis: try byDesign(variants, strength))
    } catch {
      return byPrecision(primary).map { PowerOutcome(analysis: $0) } ?? PowerOutcome(notEstimated: error)
    }
  }

  private func byDesign(
    _ variants: [HarmonisedVariant],
    _ strength: InstrumentStrength?
  ) throws(NotEstimated) -> PowerAnalysis {
    guard exposure.type == .continuous else { throw NotEstimated(reason: .notDefined) }
    guard let rSquared = strength?.rSquared, rSquared > 0 else {
      throw NotEstimated(reason: .explainedVarianceUnknown)
    }
    let cases = outcome.type == .binary ? outcome.sampleSize.cases.map(Double.init) : nil
    guard let people = outcome.people(variants.map(\.outcome)), outcome.type == .continuous || cases != nil
    else { throw NotEstimated(reason: .sampleSizeUnknown) }
    let calculation = PowerCalculation(
      rSquared: rSquared,
      people: people,
      cases: cases,
      significanceLevel: significanceLevel
    )
    guard var analysis = analysis(calculation, basis: .design) else { throw NotEstimated(reason: .notFinite) }
    analysis.rSquared = rSquared
    analysis.people = people
    analysis.cases = cases
    return analysis
  }

  private func byPrecision(_ primary: Estimate?) -> PowerAnalysis? {
    let isExposureKnown = exposure.type == .binary || exposure.units == Self.standardDeviation
    let isOutcomeKnown = outcome.type == .binary || outcome.units == Self.standardDeviation
    guard let primary, isExposureKnown, isOutcomeKnown else { return nil }
    // A binary exposure is read per doubling of its odds.
    let unit = exposure.type == .binary ? log(2.0) : 1
    let calculation = PowerCalculation(
      standardError: primary.standardError * unit,
      significanceLevel: significanceLevel
    )
    var analysis = analysis(calculation, basis: .precision)
    analysis?.cases = outcome.type == .binary ? outcome.sampleSize.cases.map(Double.init) : nil
    return analysis
  }

  /// The unit in which the thresholds of the appraisal are.
  private static let standardDeviation = "SD"

  private func analysis(_ calculation: PowerCalculation, basis: PowerAnalysis.Basis) -> PowerAnalysis? {
    guard let detectable = calculation.detectable(power: settings.target), detectable.isFinite else {
      return nil
    }
    let effects = outcome.type == .binary ? settings.oddsRatios.map { log($0) } : settings.effects
    return PowerAnalysis(
      basis: basis,
      rSquared: nil,
      people: nil,
      cases: nil,
      significanceLevel: significanceLevel,
      targetPower: settings.target,
      detectable: detectable,
      stated: effects.map { StatedPower(effect: $0, power: calculation.power($0)) }
    )
  }
}
