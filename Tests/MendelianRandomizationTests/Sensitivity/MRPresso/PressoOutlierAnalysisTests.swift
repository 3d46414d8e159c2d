import MendelianRandomization
import Statistics
import StudyModel
import Testing

@Suite struct PressoOutlierAnalysisTests {
  @Test(arguments: ReferenceTables.pressoDatasets)
  func outlierTestAgreesWithThePeer(_ dataset: String) throws {
    let result = presso(try ReferenceTables.variants(dataset))
    #expect(Double(result.outlierTest.count) == (try ReferenceTables.estimate(dataset, "n")))
    for row in result.outlierTest {
      func theirs(_ quantity: String) throws -> Double {
        try ReferenceTables.presso(dataset, quantity, variant: row.variant)
      }
      #expect(isClose(row.difference * row.difference, try theirs("squared_difference"), relative: 1e-9))
      #expect(isClose(row.pValue.value, try theirs("outlier_p")))
      #expect(isClose(row.bonferroni.value, try theirs("outlier_bonferroni")))
      let isOutlier = try theirs("is_outlier") == 1
      #expect(row.isOutlier == isOutlier)
    }
  }

  @Test func equalExposureEffectsAreNoHindrance() throws {
    let variants = (0..<12).map { variant("rs\($0)", x: 0.1, y: $0 == 3 ? 0.5 : 0.04 + 0.002 * Double($0)) }
    let result = presso(variants)
    #expect(result.outliers == ["rs3"])
    // Without rs3 the slope is the mean of the others' ratios.
    let others = variants.filter { $0.variant.id != "rs3" }.map { $0.outcome.beta / 0.1 }
    #expect(isClose(result.outlierTest[3].difference, 0.5 - 0.1 * others.mean))
  }

  @Test func aDistanceThatIsNoNumberIsSaid() throws {
    let variants = scattered(11) + [variant("odd", x: 0.1, y: 0.05, yError: .infinity)]
    let lines = try LeaveOneOutLines(SummaryEffects(variants))
    #expect(throws: NotEstimated(reason: .notFinite)) {
      try PressoOutlierAnalysis(significanceLevel: 0.05).test(variants, lines)
    }
  }
}
