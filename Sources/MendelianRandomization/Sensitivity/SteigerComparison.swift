import Foundation
import Statistics
import StudyModel

/// Steiger's test: which side's r² is the larger once noise is taken off both?
package struct SteigerComparison: Hashable, Sendable {
  package var exposure: SteigerSide
  package var outcome: SteigerSide

  package init(exposure: SteigerSide, outcome: SteigerSide) {
    self.exposure = exposure
    self.outcome = outcome
  }

  /// Throws `notFinite` where the variants explain everything, or the arithmetic fails.
  package func test(significanceLevel: Double) throws(NotEstimated) -> SteigerTest {
    let z = Self.fisherZ(
      exposureRSquared: exposure.corrected,
      outcomeRSquared: outcome.corrected,
      variance: exposure.variance + outcome.variance
    )
    guard z.isFinite else { throw NotEstimated(reason: .notFinite) }
    let pValue = PValue(NormalDistribution.twoSided(z))
    return SteigerTest(
      exposureRSquared: exposure.rSquared,
      outcomeRSquared: outcome.rSquared,
      exposureNoise: exposure.noise,
      outcomeNoise: outcome.noise,
      exposureNoiseGivenSelection: exposure.noiseGivenSelection,
      verdict: verdict(z: z, isSignificant: pValue.value < significanceLevel),
      pValue: pValue
    )
  }

  /// (atanh r₁ − atanh r₂) / √variance, r = √r².
  package static func fisherZ(exposureRSquared: Double, outcomeRSquared: Double, variance: Double) -> Double {
    (atanh(exposureRSquared.squareRoot()) - atanh(outcomeRSquared.squareRoot())) / variance.squareRoot()
  }

  /// The noise of a side rivals the signal where it is at least half of the larger corrected r²: a chance r² of
  /// twice its expectation, which one variant in six shows, would then match what the other side explains. The noise
  /// is that of variants chosen as these were.
  package var canBeAssessed: Bool {
    let signal = max(exposure.corrected, outcome.corrected)
    return signal > 0 && max(exposure.noiseGivenSelection, outcome.noiseGivenSelection) < 0.5 * signal
  }

  private func verdict(z: Double, isSignificant: Bool) -> SteigerVerdict {
    guard canBeAssessed else { return .cannotBeAssessed }
    guard isSignificant else { return .undecided }
    return z > 0 ? .exposureFirst : .outcomeFirst
  }

  /// The sensitivity ratio of the corrected correlations; nil where the comparison cannot be assessed. The smaller
  /// r² counts at least its noise, below which no sample tells it from 0, where the ratio has no bound.
  package var sensitivityRatio: Double? {
    guard canBeAssessed else { return nil }
    let exposureLeads = exposure.corrected >= outcome.corrected
    let (larger, smaller) = exposureLeads ? (exposure, outcome) : (outcome, exposure)
    let ratio = SteigerSensitivity(
      larger: larger.corrected.squareRoot(),
      smaller: max(smaller.corrected, smaller.noise).squareRoot()
    ).ratio
    return ratio.isFinite ? ratio : nil
  }
}
