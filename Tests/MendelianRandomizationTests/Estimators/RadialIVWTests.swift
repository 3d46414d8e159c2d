import MendelianRandomization
import StudyModel
import Testing

@Suite struct RadialIVWTests {
  static let kinds: [(RadialWeights.Kind, String)] = [
    (.firstOrder, "1"), (.secondOrder, "2"), (.modifiedSecondOrder, "3"),
  ]

  /// The peer fails on three variants that nearly agree.
  @Test(arguments: ReferenceTables.datasets.filter { $0 != "raps_cad_bmi_5e8" }, kinds)
  func agreesWithThePeer(_ dataset: String, _ kind: (RadialWeights.Kind, String)) throws {
    let variants = try ReferenceTables.variants(dataset)
    let result = try #require(RadialIVW(kind.0).outcome(variants, context: context()).result)
    let prefix = "radial_ivw_\(kind.1)"
    #expect(isClose(result.estimate.value, try ReferenceTables.further(dataset, "\(prefix)_b")))
    let q = try ReferenceTables.further(dataset, "\(prefix)_q")
    #expect(isClose(result.details?.heterogeneity?.q, q))
    // The peer's standard error has no floor.
    let scatter = (q / Double(variants.count - 1)).squareRoot()
    let error = try ReferenceTables.further(dataset, "\(prefix)_se") * max(1, 1 / scatter)
    #expect(isClose(result.estimate.standardError, error))
    let outliers = try ReferenceTables.furtherVariants(dataset, "\(prefix)_outlier")
    #expect(Set(result.details?.invalidVariants ?? []) == outliers)
    #expect((result.details?.validVariants?.count ?? 0) + outliers.count == variants.count)
  }

  /// With first-order weights it is IVW written otherwise.
  @Test func firstOrderWeightsGiveIVW() throws {
    let variants = try ReferenceTables.variants("tc_chd")
    let radial = try #require(RadialIVW(.firstOrder).outcome(variants, context: context()).result)
    let plain = InverseVarianceWeighted.fit(SummaryEffects(variants), model: .randomEffects)
    #expect(isClose(radial.estimate.value, plain.estimate.value))
    #expect(isClose(radial.estimate.standardError, plain.estimate.standardError))
  }
}
