import MendelianRandomization
import StudyModel
import Testing

@Suite struct MRPressoCorrectedTests {
  private let estimator = MRPressoCorrected()

  @Test(arguments: ReferenceTables.pressoDatasets)
  func isTheIVWEstimateOfTheOtherVariants(_ dataset: String) throws {
    let variants = try ReferenceTables.variants(dataset)
    let result = try estimator.estimate(variants, context: context())
    #expect(isClose(result.estimate.value, try ReferenceTables.presso(dataset, "b_without")))
    let kept = try variants.filter {
      try ReferenceTables.presso(dataset, "is_outlier", variant: $0.variant.id) == 0
    }
    var expected = try InverseVarianceWeighted(model: .randomEffects).estimate(kept, context: context())
    expected.method = .mrPresso
    #expect(result == expected)
    #expect(result.variantCount == kept.count)
  }

  @Test func standsOnTheTestsThatWereMadeBefore() throws {
    let variants = try ReferenceTables.variants("bmi_chd")
    let alone = try estimator.estimate(variants, context: context())
    var context = context()
    context.mrPresso.simulations = 1
    #expect(estimator.outcome(variants, context: context).notEstimated?.reason == .globalTestNotRejected)
    context.presso = MRPressoAnalysis(
      settings: MRPressoSettings(),
      significanceLevel: 0.05,
      pair: context.pair,
      seed: context.seed
    ).analyse(variants)
    #expect(try estimator.estimate(variants, context: context) == alone)
  }

  @Test func withoutScatterThereIsNothingToCorrect() throws {
    let outcome = estimator.outcome(try ReferenceTables.edgeCase("underdispersed_30"), context: context())
    #expect(outcome.notEstimated == NotEstimated(reason: .globalTestNotRejected))
    #expect(outcome.method == .mrPresso)
  }

  @Test func threeVariantsAreTooFew() throws {
    let outcome = estimator.outcome(try ReferenceTables.edgeCase("first_3_snps"), context: context())
    #expect(outcome.notEstimated == NotEstimated(reason: .tooFewVariants, needed: 4, available: 3))
  }

  @Test func scatterWithoutAnOutlierLeavesNothingToRemove() {
    // Every variant 2.2 standard errors off, to either side: much scatter, yet none is an outlier of thirty.
    let variants = (0..<30).map { index in
      variant("rs\(index)", x: 0.1, xError: 0.001, y: 0.04 + (index % 2 == 0 ? 0.044 : -0.044), yError: 0.02)
    }
    #expect(
      estimator.outcome(variants, context: context()).notEstimated == NotEstimated(reason: .noOutlier)
    )
  }

  @Test func fewerThanTwoVariantsLeftAreTooFew() {
    let variants = [0.0, 1, 2, 3].enumerated().map { index, y in
      variant("rs\(index)", x: 0.1, xError: 0.0001, y: y, yError: 0.002)
    }
    let outcome = estimator.outcome(variants, context: context())
    #expect(outcome.notEstimated?.reason == .tooFewVariants)
    #expect(outcome.notEstimated?.needed == 2)
    #expect((outcome.notEstimated?.available ?? 9) < 2)
  }
}
