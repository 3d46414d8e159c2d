import MendelianRandomization
import StudyModel
import Testing

@Suite struct InverseVarianceWeightedTests {
  private let random = InverseVarianceWeighted(model: .randomEffects)
  private let fixed = InverseVarianceWeighted(model: .fixedEffect)

  @Test func bodyMassIndexOnCoronaryHeartDisease() throws {
    let result = try random.estimate(try ReferenceTables.variants("bmi_chd"), context: context())
    #expect(isClose(result.estimate.value, 0.44590909695339853))
    #expect(isClose(result.estimate.standardError, 0.05898301876292564))
    #expect(isClose(result.estimate.pValue.value, 4.0320203273486104e-14))
    #expect(isClose(result.estimate.interval.lower, 0.33030450447861415))
    #expect(isClose(result.estimate.interval.upper, 0.5615136894281831))
    #expect(result.smallSampleInterval == nil)
  }

  @Test(arguments: ReferenceTables.datasets)
  func agreesWithThePeer(_ dataset: String) throws {
    try compare(dataset, try ReferenceTables.variants(dataset))
  }

  @Test(arguments: ReferenceTables.edgeCases)
  func agreesWithThePeerAtTheEdges(_ name: String) throws {
    try compare("edge_\(name)", try ReferenceTables.edgeCase(name))
  }

  private func compare(_ dataset: String, _ variants: [HarmonisedVariant]) throws {
    for (name, estimator) in [("ivw", random), ("ivw_fe", fixed)] {
      let estimate = try estimator.estimate(variants, context: context()).estimate
      #expect(isClose(estimate.value, try ReferenceTables.estimate(dataset, "\(name)_b")))
      #expect(isClose(estimate.standardError, try ReferenceTables.estimate(dataset, "\(name)_se")))
      #expect(isClose(estimate.pValue.value, try ReferenceTables.estimate(dataset, "\(name)_p")))
    }
  }

  @Test func agreementBetterThanChanceDoesNotSharpenTheEstimate() throws {
    let variants = try ReferenceTables.edgeCase("underdispersed_30")
    let result = try random.estimate(variants, context: context())
    #expect(try #require(result.residualStandardError) < 1)
    #expect(
      result.estimate.standardError
        == (try fixed.estimate(variants, context: context())).estimate.standardError
    )
  }

  @Test func fewVariantsShowATIntervalBeside() throws {
    let result = try random.estimate(try ReferenceTables.edgeCase("first_3_snps"), context: context())
    let interval = try #require(result.smallSampleInterval)
    #expect(interval.degreesOfFreedom == 2)
    let half = 4.3026527297494637 * result.estimate.standardError
    #expect(isClose(interval.upper, result.estimate.value + half))
    #expect(isClose(interval.lower, result.estimate.value - half))
    #expect(
      try fixed.estimate(try ReferenceTables.edgeCase("first_3_snps"), context: context()).smallSampleInterval
        == nil
    )
  }

  @Test func throughOneVariantTheFormulaIsTheWaldRatio() throws {
    for single in try ReferenceTables.variants("tc_chd") {
      let ratio = try WaldRatio().estimate([single], context: context()).estimate
      for model in [InverseVarianceWeighted.Model.randomEffects, .fixedEffect] {
        let fit = InverseVarianceWeighted.fit(SummaryEffects([single]), model: model).estimate
        #expect(isClose(fit.value, ratio.value, relative: 1e-14))
        #expect(isClose(fit.standardError, ratio.standardError, relative: 1e-14))
      }
    }
  }

  @Test func oneVariantIsLeftToTheWaldRatio() throws {
    let outcome = random.outcome([variant(x: 0.1, y: 0.2)], context: context())
    #expect(outcome.notEstimated == NotEstimated(reason: .tooFewVariants, needed: 2, available: 1))
    #expect(outcome.result == nil)
  }
}
