import MendelianRandomization
import StudyModel
import Testing

@Suite struct MaximumLikelihoodTests {
  @Test(arguments: ReferenceTables.datasets)
  func isTheOptimum(_ dataset: String) throws {
    let result = try MaximumLikelihood.fit(SummaryEffects(try ReferenceTables.variants(dataset)))
    #expect(isClose(result.estimate.value, try ReferenceTables.further(dataset, "ml_b"), relative: 1e-6))
    #expect(isClose(result.details?.heterogeneity?.q, try ReferenceTables.further(dataset, "ml_q")))
  }

  /// ½l″ by second differences of l, which the estimator does not use.
  @Test(arguments: ReferenceTables.datasets)
  func theStandardErrorIsThatOfTheCurvature(_ dataset: String) throws {
    let effects = SummaryEffects(try ReferenceTables.variants(dataset))
    let estimate = try MaximumLikelihood.fit(effects).estimate
    func deviance(_ slope: Double) -> Double {
      effects.x.indices.map { index in
        let d = effects.y[index] - slope * effects.x[index]
        let yError = effects.yError[index]
        let spread = slope * effects.xError[index]
        return d * d / (yError * yError + spread * spread)
      }.reduce(0, +)
    }
    let h = 1e-3 * estimate.standardError
    let second =
      (deviance(estimate.value + h) - 2 * deviance(estimate.value) + deviance(estimate.value - h)) / (h * h)
    #expect(isClose(estimate.standardError, 1 / (second / 2).squareRoot(), relative: 1e-4))
  }

  @Test func withoutErrorsOfTheExposureItIsIVW() throws {
    var effects = SummaryEffects(try ReferenceTables.variants("bmi_chd"))
    effects.xError = effects.xError.map { _ in 0 }
    let ours = try MaximumLikelihood.fit(effects).estimate
    let plain = InverseVarianceWeighted.fit(effects, model: .fixedEffect).estimate
    #expect(isClose(ours.value, plain.value))
    #expect(isClose(ours.standardError, plain.standardError))
  }
}
