import MendelianRandomization
import Statistics
import StudyModel
import Testing

@Suite struct PressoGlobalAnalysisTests {
  @Test(arguments: ReferenceTables.pressoDatasets)
  func globalPAgreesWithThePeer(_ dataset: String) throws {
    let test = try #require(presso(try ReferenceTables.variants(dataset)).globalTest)
    let theirs = try ReferenceTables.presso(dataset, "global_p")
    let draws = try ReferenceTables.presso(dataset, "global_draws")
    let n = Double(test.simulations)
    // The two counts pooled, so that a count of 0 has an error too.
    let pooled = ((test.pValue.value * (n + 1) - 1) + theirs * draws + 1) / (n + draws)
    let error = (pooled * (1 - pooled) * (1 / n + 1 / draws)).squareRoot()
    #expect(abs(test.pValue.value - theirs) <= 4 * error + 1 / n)
    let p = test.pValue.value
    #expect(isClose(test.pValueMonteCarloError, (p * (1 - p) / n).squareRoot()))
  }

  @Test func aGlobalPInTheMiddleAgreesWithThePeer() throws {
    // The one table whose p is not next to nothing: enough simulations to tell it from a half more.
    let test = try #require(
      presso(try ReferenceTables.variants("adiponectin_chd"), simulations: 200_000).globalTest
    )
    let theirs = try ReferenceTables.presso("adiponectin_chd", "global_p")
    let draws = try ReferenceTables.presso("adiponectin_chd", "global_draws")
    #expect(abs(test.pValue.value - theirs) < 4 * (theirs * (1 / 200_000 + 1 / draws)).squareRoot())
  }

  @Test(arguments: [
    (4, PressoGlobalTest.Assessment.cannotBeAssessed), (9, .cannotBeAssessed), (10, .notRejected),
  ])
  func aNullResultOfFewVariantsCannotBeAssessed(_ count: Int, _ assessment: PressoGlobalTest.Assessment) {
    let result = presso(scattered(count, spread: 0.5))
    #expect(result.globalTest?.assessment == assessment)
    #expect(result.outlierTest.isEmpty)
    #expect(result.distortion == nil)
  }

  @Test func noEffectAtAllIsNoScatter() {
    let result = presso((0..<12).map { variant("rs\($0)", x: 0.1 + 0.01 * Double($0), y: 0) })
    #expect(result.globalTest?.observedRSS == 0)
    #expect(result.globalTest?.pValue.value == 1)
    #expect(result.globalTest?.pValueMonteCarloError == 0)
    #expect(result.globalTest?.assessment == .notRejected)
  }

  @Test func agreementBetterThanChanceIsNotRejected() throws {
    let test = try #require(presso(try ReferenceTables.edgeCase("underdispersed_30")).globalTest)
    #expect(test.pValue.value > 0.95)
    #expect(test.assessment == .notRejected)
  }

  @Test func countsTheSimulationsThatScatterAtLeastAsMuch() throws {
    let lines = try LeaveOneOutLines(SummaryEffects(scattered(12)))
    let key = StreamKey(seed: 3, names: ["count"])
    let test = PressoGlobalAnalysis(simulations: 200, significanceLevel: 0.05, key: key).test(lines)
    let sums = PressoSimulation(lines).residualSums(0..<200, key: key)
    let count = sums.count { $0 >= lines.residualSum }
    #expect(count > 0)
    #expect(test.pValue.value == Double(count + 1) / 201)
    #expect(test.simulations == 200)
    #expect(test.observedRSS == lines.residualSum)
  }
}
