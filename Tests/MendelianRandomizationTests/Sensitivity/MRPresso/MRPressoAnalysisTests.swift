import MendelianRandomization
import Statistics
import StudyModel
import Testing

@Suite struct MRPressoAnalysisTests {
  // MARK: The package's numbers

  @Test func bodyMassIndexOnCoronaryHeartDisease() throws {
    let result = presso(try ReferenceTables.variants("bmi_chd"))
    #expect(isClose(result.globalTest?.observedRSS, 147.3442175877288))
    #expect(result.globalTest?.assessment == .rejected)
    #expect(result.outliers == ["rs6713510", "rs7903146"])
    #expect(isClose(result.distortion?.percent, -7.060943065708762))
    #expect(result.distortionNotEstimated == nil)
  }

  // MARK: How many variants

  @Test func threeVariantsAreTooFew() throws {
    let result = presso(try ReferenceTables.edgeCase("first_3_snps"))
    #expect(result.notEstimated == NotEstimated(reason: .tooFewVariants, needed: 4, available: 3))
    #expect(result.globalTest == nil)
  }

  @Test func fourVariantsCanReject() throws {
    let result = presso(scattered(3, spread: 0.2) + [variant("far", x: 0.1, y: 1)])
    #expect(result.globalTest?.assessment == .rejected)
    #expect(result.outliers.contains("far"))
  }

  @Test func tenThousandVariantsAreTested() throws {
    let result = presso(scattered(10_000, spread: 1.3), simulations: 40)
    #expect(result.globalTest?.assessment == .rejected)
    #expect(result.outlierTest.count == 10_000)
  }

  // MARK: Awkward data

  @Test func anExtremeOutlierGivesTheSmallestPThatSimulationsCanShow() throws {
    let result = presso(scattered(20) + [variant("far", x: 0.1, y: 1e6)], simulations: 999)
    #expect(result.globalTest?.pValue.value == 0.001)
    let row = try #require(result.outlierTest.last)
    #expect(row.pValue.value == 0)
    #expect(row.pValue.negativeLog10 > 1e6)
    #expect(row.bonferroni.negativeLog10 > 1e6)
    #expect(isClose(row.difference, 1e6, relative: 1e-3))
    #expect(result.outliers.contains("far"))
  }

  @Test func theOtherAlleleTellsTheSame() throws {
    let variants = try ReferenceTables.variants("adiponectin_chd")
    let turned = variants.enumerated().map { $0 % 2 == 0 ? flipped($1) : $1 }
    #expect(presso(turned) == presso(variants))
  }

  @Test(arguments: [
    (0, NotEstimated(reason: .notFinite)), (Double.infinity, nil), (.nan, NotEstimated(reason: .notFinite)),
    (1e-200, NotEstimated(reason: .notFinite)),
  ])
  func aStandardErrorThatIsNoneGivesAReasonAndNoNumber(_ yError: Double, _ reason: NotEstimated?) {
    let result = presso(scattered(11) + [variant("odd", x: 0.1, y: 0.05, yError: yError)])
    #expect(result.notEstimated == reason)
    #expect((result.globalTest == nil) == (reason != nil))
    #expect(result.globalTest?.observedRSS.isFinite != false)
  }

  // MARK: Random streams

  @Test func seedAndPairMoveTheSimulations() throws {
    let variants = try ReferenceTables.variants("adiponectin_chd")
    let level = 0.0001
    #expect(presso(variants, level: level, seed: 1) == presso(variants, level: level, seed: 1))
    #expect(presso(variants, level: level, seed: 1) != presso(variants, level: level, seed: 2))
  }
}
