import MendelianRandomization
import StudyModel
import Testing

@Suite struct RuckersQTests {
  @Test(arguments: ReferenceTables.datasets)
  func agreesWithThePeer(_ dataset: String) throws {
    let test = try RuckersQ.test(try ReferenceTables.variants(dataset))
    #expect(test.method == .mrEgger)
    #expect(isClose(test.q, try ReferenceTables.estimate(dataset, "egger_q")))
    #expect(Double(test.degreesOfFreedom) == (try ReferenceTables.estimate(dataset, "egger_q_df")))
    #expect(isClose(test.pValue.value, try ReferenceTables.estimate(dataset, "egger_q_p")))
  }

  @Test func equalExposureEffectsGiveNoQ() {
    let equal = ["rs1", "rs2", "rs3"].map { variant($0, x: 0.1, y: 0.2) }
    #expect(throws: NotEstimated(reason: .equalExposureEffects)) { try RuckersQ.test(equal) }
  }
}
