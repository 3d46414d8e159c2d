import MendelianRandomization
import Statistics
import StudyModel
import Testing

@Suite struct PressoDistortionAnalysisTests {
  private func distortion(
    _ variants: [HarmonisedVariant],
    simulations: Int = 10_000,
    seed: UInt64 = 1
  ) -> PressoDistortion? {
    presso(variants, simulations: simulations, seed: seed).distortion
  }

  @Test(arguments: ReferenceTables.pressoDatasets)
  func percentAgreesWithThePeer(_ dataset: String) throws {
    let result = try #require(distortion(try ReferenceTables.variants(dataset)))
    let all = try ReferenceTables.presso(dataset, "b_all")
    let without = try ReferenceTables.presso(dataset, "b_without")
    #expect(isClose(result.percent, 100 * (all - without) / abs(without)))
    #expect(isClose(result.percent, try ReferenceTables.presso(dataset, "distortion")))
    #expect(result.interval.lower < result.percent && result.percent < result.interval.upper)
    #expect(result.interval.level == 0.95)
    #expect(result.draws == 10_000)
    #expect(result.rPackagePValue == nil)
  }

  @Test func boundsMoveBetweenSeedsAsTheirErrorSays() throws {
    let variants = try ReferenceTables.variants("waist_to_hip_ratio_chd")
    let results = try (UInt64(1)...60).map { seed in
      try #require(distortion(variants, simulations: 1000, seed: seed))
    }
    for (bounds, errors) in [
      (results.map(\.interval.lower), results.map(\.lowerMonteCarloError)),
      (results.map(\.interval.upper), results.map(\.upperMonteCarloError)),
    ] {
      let ratio = errors.mean / StandardDeviation(of: bounds).value
      #expect(ratio > 0.7 && ratio < 1.4)
    }
  }

  /// Against 2,000,000 resamples by another program (Reference/SOURCES.md).
  @Test func intervalIsThatOfAnIndependentBootstrap() throws {
    let result = try #require(distortion(try ReferenceTables.variants("body_fat_chd")))
    let lower = try ReferenceTables.presso("body_fat_chd", "distortion_lower")
    let upper = try ReferenceTables.presso("body_fat_chd", "distortion_upper")
    // The reference's own error, √(10,000/2,000,000) of ours, counts for nothing.
    #expect(abs(result.interval.lower - lower) < 4 * result.lowerMonteCarloError)
    #expect(abs(result.interval.upper - upper) < 4 * result.upperMonteCarloError)
  }

  // MARK: Why there is none

  @Test func aSlopeOfZeroWithoutTheOutliersHasNoDistortion() {
    let variants = (0..<12).map { variant("rs\($0)", x: 0.1, y: $0 == 0 ? 0.2 : 0) }
    let result = presso(variants, simulations: 1000)
    #expect(result.outliers == ["rs0"])
    #expect(result.distortion == nil)
    #expect(result.distortionNotEstimated == NotEstimated(reason: .notFinite))
  }

  @Test func fewerThanTwoVariantsLeftHaveNoDistortion() {
    let variants = [0.0, 1, 2, 3].enumerated().map { index, y in
      variant("rs\(index)", x: 0.1, xError: 0.0001, y: y, yError: 0.002)
    }
    let result = presso(variants)
    let left = 4 - result.outliers.count
    #expect(left < 2)
    #expect(result.distortion == nil)
    #expect(
      result.distortionNotEstimated == NotEstimated(reason: .tooFewVariants, needed: 2, available: left)
    )
  }

  @Test func withoutAnOutlierNothingIsMissing() throws {
    let notRejected = presso(try ReferenceTables.edgeCase("underdispersed_30"))
    #expect(notRejected.distortion == nil && notRejected.distortionNotEstimated == nil)
    // Every variant 2.2 standard errors off, to either side: much scatter, yet none is an outlier of thirty.
    let variants = (0..<30).map { index in
      variant("rs\(index)", x: 0.1, xError: 0.001, y: 0.04 + (index % 2 == 0 ? 0.044 : -0.044), yError: 0.02)
    }
    let noOutlier = presso(variants)
    #expect(noOutlier.globalTest?.assessment == .rejected)
    #expect(noOutlier.outliers.isEmpty)
    #expect(noOutlier.distortion == nil && noOutlier.distortionNotEstimated == nil)
  }

  @Test func nothingIsMissingWhereTheTestIsNotMade() throws {
    #expect(presso(try ReferenceTables.edgeCase("first_3_snps")).distortionNotEstimated == nil)
  }
}
