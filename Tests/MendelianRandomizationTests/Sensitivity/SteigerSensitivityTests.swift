import MendelianRandomization
import Testing

@Suite struct SteigerSensitivityTests {
  @Test(arguments: ["adiponectin_chd", "bmi_chd", "bmi_eduyears", "body_fat_chd", "waist_to_hip_ratio_chd"])
  func sensitivityRatioAgreesWithThePeer(_ dataset: String) throws {
    let sensitivity = SteigerSensitivity(
      larger: try ReferenceTables.estimate(dataset, "steiger_r2_exposure").squareRoot(),
      smaller: try ReferenceTables.estimate(dataset, "steiger_r2_outcome").squareRoot()
    )
    #expect(isClose(sensitivity.disagreeing, try ReferenceTables.estimate(dataset, "steiger_vz0")))
    #expect(isClose(sensitivity.agreeing, try ReferenceTables.estimate(dataset, "steiger_vz1")))
    #expect(isClose(sensitivity.ratio, try ReferenceTables.estimate(dataset, "steiger_ratio")))
  }

  @Test func equalCorrelationsSpeakForNeitherSide() {
    #expect(isClose(SteigerSensitivity(larger: 0.2, smaller: 0.2).ratio, 1))
  }

  @Test func aCorrelationOfZeroHasNoRatio() {
    #expect(!SteigerSensitivity(larger: 0.2, smaller: 0).ratio.isFinite)
  }
}
