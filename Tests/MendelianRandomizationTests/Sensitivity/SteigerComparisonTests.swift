import Foundation
import MendelianRandomization
import StudyModel
import Testing

@Suite struct SteigerComparisonTests {
  private func comparison(
    _ exposure: Double,
    _ outcome: Double,
    noise: (Double, Double) = (0.0001, 0.0001)
  ) -> SteigerComparison {
    SteigerComparison(
      exposure: SteigerSide(rSquared: exposure, noise: noise.0, variance: 1 / 9997.0),
      outcome: SteigerSide(rSquared: outcome, noise: noise.1, variance: 1 / 4997.0)
    )
  }

  /// The peer compares r² with its noise and takes the mean n.
  @Test(arguments: ["bmi_chd", "bmi_eduyears", "waist_to_hip_ratio_chd", "body_fat_chd"])
  func fishersTestAgreesWithThePeer(_ dataset: String) throws {
    let variants = try ReferenceTables.variants(dataset)
    func mean(_ sizes: [Double?]) -> Double { sizes.compactMap { $0 }.reduce(0, +) / Double(sizes.count) }
    let variance =
      1 / (mean(variants.map(\.exposure.sampleSize)) - 3) + 1 / (mean(variants.map(\.outcome.sampleSize)) - 3)
    let p = steigerP(
      try ReferenceTables.estimate(dataset, "steiger_r2_exposure"),
      try ReferenceTables.estimate(dataset, "steiger_r2_outcome"),
      variance: variance
    )
    #expect(isClose(p, try ReferenceTables.estimate(dataset, "steiger_p")))
  }

  @Test func testComparesWhatIsLeftWithoutTheNoise() throws {
    let test = try comparison(0.0101, 0.0026).test(significanceLevel: 0.05)
    let z = (atanh(0.1) - atanh(0.05)) / (1 / 9997.0 + 1 / 4997.0).squareRoot()
    #expect(isClose(test.pValue.value, erfc(z / 2.0.squareRoot()), relative: 1e-9))
    #expect(test.exposureRSquared == 0.0101 && test.outcomeRSquared == 0.0026)
    #expect(test.exposureNoise == 0.0001 && test.outcomeNoise == 0.0001)
    #expect(test.verdict == .exposureFirst)
  }

  @Test(arguments: [
    (0.0101, 0.0026, SteigerVerdict.exposureFirst), (0.0026, 0.0101, .outcomeFirst),
    (0.0101, 0.0099, .undecided), (0.00029, 0.0001, .cannotBeAssessed), (0, 0, .cannotBeAssessed),
  ])
  func verdict(_ exposure: Double, _ outcome: Double, _ expected: SteigerVerdict) throws {
    #expect(try comparison(exposure, outcome).test(significanceLevel: 0.05).verdict == expected)
  }

  @Test func aNoiseOfHalfTheSignalCannotBeAssessed() {
    #expect(!comparison(0.0102, 0, noise: (0.0002, 0.005)).canBeAssessed)
    #expect(comparison(0.0102, 0, noise: (0.0002, 0.0049)).canBeAssessed)
    #expect(comparison(0.0102, 0, noise: (0.0002, 0.005)).sensitivityRatio == nil)
  }

  @Test func whatSelectionAddsCountsAsNoise() {
    var chosen = comparison(0.0102, 0, noise: (0.0002, 0.0002))
    #expect(chosen.canBeAssessed)
    chosen.exposure.noiseGivenSelection = 0.005
    #expect(!chosen.canBeAssessed)
    #expect(chosen.exposure.corrected == 0.0102 - 0.0002)
  }

  @Test func theSensitivityRatioIsOfTheLargerSideFirst() {
    let expected = SteigerSensitivity(larger: 0.1, smaller: 0.05).ratio
    #expect(isClose(comparison(0.0101, 0.0026).sensitivityRatio, expected))
    #expect(isClose(comparison(0.0026, 0.0101).sensitivityRatio, expected))
    // Below its noise the smaller side counts its noise.
    let bounded = SteigerSensitivity(larger: 0.1, smaller: 0.01).ratio
    #expect(isClose(comparison(0.0101, 0).sensitivityRatio, bounded))
  }

  @Test func variantsThatExplainEverythingGiveNoTest() {
    #expect(throws: NotEstimated(reason: .notFinite)) {
      try comparison(1.2, 0.001).test(significanceLevel: 0.05)
    }
  }
}
