import MendelianRandomization
import StudyModel
import Testing

@Suite struct CochransQTests {
  @Test(arguments: ReferenceTables.datasets)
  func agreesWithThePeer(_ dataset: String) throws {
    let test = try CochransQ.test(try ReferenceTables.variants(dataset))
    #expect(isClose(test.q, try ReferenceTables.estimate(dataset, "ivw_q")))
    #expect(Double(test.degreesOfFreedom) == (try ReferenceTables.estimate(dataset, "ivw_q_df")))
    #expect(isClose(test.pValue.value, try ReferenceTables.estimate(dataset, "ivw_q_p")))
    #expect(isClose(test.iSquared, try ReferenceTables.estimate(dataset, "i2_ratios")))
  }

  @Test(arguments: ReferenceTables.edgeCases)
  func agreesWithThePeerAtTheEdges(_ name: String) throws {
    let test = try CochransQ.test(try ReferenceTables.edgeCase(name))
    #expect(isClose(test.q, try ReferenceTables.estimate("edge_\(name)", "ivw_q")))
    #expect(isClose(test.pValue.value, try ReferenceTables.estimate("edge_\(name)", "ivw_q_p")))
  }

  @Test func lessScatterThanChanceIsNoNegativeISquared() throws {
    #expect(try CochransQ.test(try ReferenceTables.edgeCase("underdispersed_30")).iSquared == 0)
    let agreeing = [variant(x: 0.1, y: 0.2), variant("rs2", x: 0.2, y: 0.4)]
    #expect(try CochransQ.test(agreeing).iSquared == 0)
  }
}
