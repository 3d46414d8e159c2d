import Foundation
import Reporting
import StudyModel
import Testing

struct EffectDisplayTests {
  private let ratio = EffectDisplay(
    EffectScale(exposureType: .continuous, exposureUnits: "SD", outcomeType: .binary)
  )
  private let perDoubling = EffectDisplay(
    EffectScale(exposureType: .binary, outcomeType: .continuous, outcomeUnits: "SD"),
    range: Self.range
  )
  private static let range = "{low} to {high}"

  @Test func oddsRatioOfBodyMassIndexOnHeartDisease() {
    let estimate = estimate(0.44590909695339853, 0.33030440, 0.56151379)
    #expect(ratio.text(estimate) == "1.56 (1.39–1.75)")
  }

  @Test func binaryExposureCountsPerDoublingOfOdds() {
    #expect(perDoubling.value(-0.0216404) == -0.0216404 * M_LN2)
    #expect(perDoubling.text(estimate(-0.0216404, -0.0504942, 0.0086562)) == "−0.015 (−0.035 to 0.006)")
  }

  @Test func binaryOnBinaryIsAnOddsRatioPerDoubling() {
    let display = EffectDisplay(EffectScale(exposureType: .binary, outcomeType: .binary))
    #expect(abs(display.value(1) - 2) < 1e-12)
  }

  @Test func aBoundNearTheNullNeverLandsOnIt() {
    #expect(ratio.text(estimate(log(0.54), log(0.29), log(0.9987))) == "0.54 (0.29–0.999)")
    #expect(ratio.text(estimate(log(1.2), log(1.0004), log(1.4))) == "1.20 (1.0004–1.40)")
    #expect(ratio.text(estimate(0, log(0.5), log(2))) == "1.00 (0.50–2.00)")
  }

  @Test func aBoundNearZeroKeepsItsSign() {
    let continuous = EffectDisplay(
      EffectScale(exposureType: .continuous, outcomeType: .continuous),
      range: Self.range
    )
    #expect(continuous.text(estimate(-0.0040, -0.0081, 0.000012)) == "−0.0040 (−0.0081 to 0.00001)")
  }

  @Test func largeAndSmallRatiosKeepTheirDigits() {
    #expect(ratio.text(estimate(log(2.27), log(0.48), log(10.62))) == "2.27 (0.48–10.6)")
    #expect(ratio.text(estimate(log(0.0042), log(0.00031), log(1_234_567))) == "0.004 (0.0003–1.23 × 10⁶)")
    #expect(ratio.text(estimate(log(0.42), log(0.0953), log(1.82))) == "0.42 (0.10–1.82)")
    #expect(ratio.text(estimate(log(0.40), log(0.0072), log(9.996))) == "0.40 (0.007–10.0)")
  }

  @Test func aRowHasTheDecimalsOfItsPanelWhereItsOwnAreOneFewer() {
    let panel = EffectDisplay(perDoubling.scale, panelDecimals: 4, range: Self.range)
    let wide = estimate(0.0008 / M_LN2, -0.0105 / M_LN2, 0.0122 / M_LN2)
    #expect(perDoubling.text(wide).hasPrefix("0.001 ("))
    #expect(panel.text(wide) == "0.0008 (−0.0105 to 0.0122)")
    let wider = estimate(0.08 / M_LN2, -1.05 / M_LN2, 1.22 / M_LN2)
    #expect(panel.text(wider) == "0.08 (−1.05 to 1.22)")
  }

  private func estimate(_ value: Double, _ lower: Double, _ upper: Double) -> Estimate {
    Estimate(
      value: value,
      standardError: (upper - lower) / 3.92,
      interval: ConfidenceInterval(lower: lower, upper: upper),
      pValue: PValue(0.5)
    )
  }
}
