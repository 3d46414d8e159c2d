import MendelianRandomization
import StudyModel
import Testing

@Suite struct PenalisedIVWTests {
  /// Of three variants the peer takes the fixed-effect model; ours keeps its floor.
  @Test(arguments: ReferenceTables.datasets.filter { $0 != "raps_cad_bmi_5e8" })
  func agreesWithThePeer(_ dataset: String) throws {
    let variants = try ReferenceTables.variants(dataset)
    let result = try #require(PenalisedIVW().outcome(variants, context: context()).result)
    #expect(isClose(result.estimate.value, try ReferenceTables.further(dataset, "penalised_ivw_b")))
    #expect(isClose(result.estimate.standardError, try ReferenceTables.further(dataset, "penalised_ivw_se")))
  }

  @Test func variantsNearTheMedianKeepTheirWeight() {
    let effects = SummaryEffects([0.1, 0.1, 0.1].map { variant(x: $0, y: 0.05, yError: 0.02) })
    #expect(PenalisedIVW.weights(effects) == effects.weights)
  }

  @Test func anOutlierLosesNearlyAll() {
    let effects = SummaryEffects([0.05, 0.05, 0.05, 1].map { variant(x: 0.1, y: $0, yError: 0.02) })
    let weights = PenalisedIVW.weights(effects)
    #expect(weights[0] == effects.weights[0])
    #expect(weights[3] < 1e-100 * effects.weights[3])
  }
}
