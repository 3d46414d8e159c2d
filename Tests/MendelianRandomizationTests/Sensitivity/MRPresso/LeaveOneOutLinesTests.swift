import MendelianRandomization
import StudyModel
import Testing

@Suite struct LeaveOneOutLinesTests {
  @Test(arguments: ReferenceTables.pressoDatasets)
  func sumOfSquaresAndSlopesAgreeWithThePeer(_ dataset: String) throws {
    let variants = try ReferenceTables.variants(dataset)
    #expect(
      isClose(presso(variants).globalTest?.observedRSS, try ReferenceTables.presso(dataset, "rss"))
    )
    let effects = SummaryEffects(variants).orientedToPositiveExposure
    let lines = try LeaveOneOutLines(effects)
    #expect(isClose(lines.residualSum, try ReferenceTables.presso(dataset, "rss")))
    for (variant, slope) in zip(variants, lines.slopes) {
      #expect(isClose(slope, try ReferenceTables.presso(dataset, "b_loo", variant: variant.variant.id)))
    }
  }

  @Test func oneVariantOfAllTheWeightIsSafe() throws {
    let result = presso(scattered(11) + [variant("heavy", x: 0.1, y: 0.04, yError: 1e-9)])
    let test = try #require(result.globalTest)
    #expect(test.observedRSS.isFinite)
    #expect(result.notEstimated == nil)
  }

  /// A weight of 0, from an infinite standard error, is a number; an infinite weight is none.
  @Test(arguments: [(0, false), (Double.infinity, true), (.nan, false), (1e-200, false)])
  func aStandardErrorThatIsNoneGivesNoLines(_ yError: Double, _ isUsable: Bool) {
    let effects = SummaryEffects(scattered(11) + [variant("odd", x: 0.1, y: 0.05, yError: yError)])
    do throws(NotEstimated) {
      let lines = try LeaveOneOutLines(effects)
      #expect(isUsable)
      #expect(lines.residualSum.isFinite)
      #expect(lines.slopes.allSatisfy { $0.isFinite })
    } catch {
      #expect(!isUsable)
      #expect(error == NotEstimated(reason: .notFinite))
    }
  }
}
