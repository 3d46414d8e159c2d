import MendelianRandomization
import StudyModel
import Testing

@Suite struct DebiasedIVWTests {
  @Test(arguments: ReferenceTables.datasets)
  func agreesWithThePeer(_ dataset: String) throws {
    let effects = SummaryEffects(try ReferenceTables.variants(dataset))
    let result = try DebiasedIVW.fit(effects)
    #expect(isClose(result.estimate.value, try ReferenceTables.further(dataset, "debiased_ivw_b")))
    #expect(isClose(result.estimate.standardError, try ReferenceTables.further(dataset, "debiased_ivw_se")))
    let strength = try ReferenceTables.further(dataset, "debiased_ivw_condition")
    #expect(isClose(result.details?.effectiveStrength, strength))
    let fixed = try DebiasedIVW.fit(effects, overdispersion: false)
    let error = try ReferenceTables.further(dataset, "debiased_ivw_fixed_se")
    #expect(isClose(fixed.estimate.standardError, error))
  }

  @Test func instrumentsThatAreAllErrorAreTooWeak() {
    let weak = [0.01, -0.005, 0.008].map { variant(x: $0, xError: 0.01, y: 0.1) }
    let outcome = DebiasedIVW().outcome(weak, context: context())
    #expect(outcome.notEstimated == NotEstimated(reason: .instrumentsTooWeak))
  }
}
