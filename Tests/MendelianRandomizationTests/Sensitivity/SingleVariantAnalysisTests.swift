import MendelianRandomization
import Statistics
import StudyModel
import Testing

@Suite struct SingleVariantAnalysisTests {
  @Test(arguments: ReferenceTables.datasets)
  func agreesWithThePeer(_ dataset: String) throws {
    let rows = SingleVariantAnalysis.estimates(try ReferenceTables.variants(dataset))
    #expect(Double(rows.count) == (try ReferenceTables.estimate(dataset, "n")))
    for row in rows {
      let id = row.variant
      #expect(isClose(row.estimate.value, try ReferenceTables.estimate(dataset, "single_b", variant: id)))
      #expect(
        isClose(row.estimate.standardError, try ReferenceTables.estimate(dataset, "single_se", variant: id))
      )
      #expect(
        isClose(row.estimate.pValue.value, try ReferenceTables.estimate(dataset, "single_p", variant: id))
      )
    }
  }

  @Test func sharesAddUpAndMakeTheEstimate() throws {
    let variants = try ReferenceTables.variants("tc_chd")
    let rows = SingleVariantAnalysis.estimates(variants)
    #expect(isClose(rows.map(\.weight).compensatedSum(), 1, relative: 1e-14))
    let ivw = InverseVarianceWeighted.fit(SummaryEffects(variants), model: .fixedEffect).estimate.value
    #expect(isClose(rows.map { $0.weight * $0.estimate.value }.compensatedSum(), ivw, relative: 1e-12))
  }
}
