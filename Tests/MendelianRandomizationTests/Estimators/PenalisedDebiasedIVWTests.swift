import MendelianRandomization
import StudyModel
import Testing

@Suite struct PenalisedDebiasedIVWTests {
  @Test(arguments: ReferenceTables.datasets)
  func agreesWithThePeer(_ dataset: String) throws {
    let effects = SummaryEffects(try ReferenceTables.variants(dataset))
    let result = PenalisedDebiasedIVW.fit(effects)
    #expect(isClose(result.estimate.value, try ReferenceTables.further(dataset, "pivw_b")))
    #expect(isClose(result.estimate.standardError, try ReferenceTables.further(dataset, "pivw_se")))
    #expect(isClose(result.details?.tauSquared, try ReferenceTables.further(dataset, "pivw_tau2")))
    let fixed = PenalisedDebiasedIVW.fit(effects, overdispersion: false)
    #expect(isClose(fixed.estimate.standardError, try ReferenceTables.further(dataset, "pivw_fixed_se")))
  }

  /// Where the debiased denominator is below 0 the penalty keeps the estimate finite.
  @Test func weakInstrumentsGiveAnEstimate() throws {
    let weak = [0.01, -0.005, 0.008].map { variant(x: $0, xError: 0.01, y: 0.1) }
    let result = try #require(PenalisedDebiasedIVW().outcome(weak, context: context()).result)
    #expect(result.estimate.value.isFinite && result.estimate.standardError > 0)
  }
}
