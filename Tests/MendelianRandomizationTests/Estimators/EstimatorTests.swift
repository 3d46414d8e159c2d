import MendelianRandomization
import StudyModel
import Testing

@Suite struct EstimatorTests {
  /// Gives the estimate that it is told to give.
  private struct Fixed: Estimator {
    var estimate: Estimate

    var description: MethodDescription {
      MethodDescription(
        id: .waldRatio,
        name: "Fixed",
        shortName: "Fixed",
        citation: "None.",
        assumptions: [],
        minimumVariants: 2
      )
    }

    func estimate(
      _ variants: [HarmonisedVariant],
      context: EstimationContext
    ) throws(NotEstimated) -> CausalEstimate {
      guard variants.count < 9 else { throw NotEstimated(reason: .noOutlier) }
      return CausalEstimate(method: .waldRatio, variantCount: variants.count, estimate: estimate)
    }
  }

  private func outcome(_ value: Double, _ standardError: Double, variants: Int = 3) -> MethodOutcome {
    let estimate = Estimate(
      value: value,
      standardError: standardError,
      interval: ConfidenceInterval(lower: value - standardError, upper: value + standardError),
      pValue: PValue(0.5)
    )
    let variants = (0..<variants).map { variant("rs\($0)", x: 0.1, y: 0.1) }
    return Fixed(estimate: estimate).outcome(variants, context: context())
  }

  @Test func anEstimateIsAnOutcome() {
    #expect(outcome(1, 0.5).result?.estimate.value == 1)
    #expect(outcome(1, 0.5).notEstimated == nil)
  }

  @Test(arguments: [(Double.nan, 1.0), (.infinity, 1), (1, 0), (1, .nan), (1, .infinity), (1, -1)])
  func numbersThatCannotBeWrittenDownAreNone(_ value: Double, _ standardError: Double) {
    #expect(outcome(value, standardError).notEstimated == NotEstimated(reason: .notFinite))
    #expect(outcome(value, standardError).result == nil)
  }

  @Test func theReasonThatIsThrownIsKept() {
    #expect(outcome(1, 0.5, variants: 9).notEstimated == NotEstimated(reason: .noOutlier))
    #expect(outcome(1, 0.5, variants: 9).method == .waldRatio)
  }

  @Test func theContextSaysWhatTheSettingsSay() {
    var settings = AnalysisSettings(bootstrapDraws: 7, modeBandwidth: 0.5, significanceLevel: 0.01)
    settings.mrPresso = MRPressoSettings(simulations: 123, rDistortionP: true)
    let context = EstimationContext(pair: studyPair("BMI").id, seed: 3, settings: settings)
    #expect(context.bootstrapDraws == 7)
    #expect(context.modeBandwidth == 0.5)
    #expect(context.significanceLevel == 0.01)
    #expect(context.mrPresso == settings.mrPresso)
    #expect(context.seed == 3)
    #expect(context.presso == nil)
  }
}
