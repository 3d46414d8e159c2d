import MendelianRandomization
import StudyModel
import Testing

@Suite struct SuppliedResultsAnalysisTests {
  private let pair = studyPair("bNGF")
  private var analysis: StudyAnalysis { StudyAnalysis(design: studyDesign(pairs: [pair])) }

  private let supplied = suppliedGrowthFactor

  private func result(_ supplied: SuppliedResults) -> PairResult {
    analysis.analyse(pair, data: .results(supplied), inputs: ["e.tsv"])
  }

  @Test func numbersStayAndIntervalsFollowTheMethodsDistribution() throws {
    let result = result(supplied)
    #expect(result.basis == .suppliedResults)
    #expect(result.status == .analysed)
    #expect(result.inputs == ["e.tsv"])
    #expect(
      result.estimates.map(\.method) == [.ivwRandomEffects, .mrEgger, .weightedMedian, .simpleMode, .mrRAPS]
    )
    let ivw = try #require(result.estimate(.ivwRandomEffects))
    #expect(ivw.variantCount == 4)
    #expect(ivw.estimate.value == 0.1473928081)
    #expect(ivw.estimate.standardError == 0.6042131575)
    #expect(ivw.estimate.pValue == PValue(0.8072759427))
    #expect(isClose(ivw.estimate.interval.lower, 0.1473928081 - 1.959963984540054 * 0.6042131575))
    #expect(ivw.estimate.interval.degreesOfFreedom == nil)
    let egger = try #require(result.estimate(.mrEgger)).estimate.interval
    #expect(egger.degreesOfFreedom == 2)
    #expect(isClose(egger.upper, -3.551346499 + 4.302652729911275 * 3.40320004))
    #expect(result.estimate(.simpleMode)?.estimate.interval.degreesOfFreedom == 3)
    #expect(result.estimates.last?.notEstimated == NotEstimated(reason: .notInResults))
  }

  @Test func heterogeneityAndInterceptAreCompleted() throws {
    let result = result(supplied)
    let cochran = try #require(result.heterogeneity.cochran)
    #expect(cochran.method == .ivwRandomEffects)
    #expect(cochran.degreesOfFreedom == 3)
    #expect(cochran.pValue == PValue(0.240242379))
    #expect(isClose(cochran.iSquared, (4.204193428 - 3) / 4.204193428))
    #expect(isClose(result.heterogeneity.rucker?.iSquared, (2.613736657 - 2) / 2.613736657))
    let difference = try #require(result.heterogeneity.difference)
    #expect(isClose(difference.value, 1.590456771))
    #expect(isClose(difference.pValue.value, 0.20726088613008126))
    let intercept = try #require(result.eggerIntercept.estimate)
    #expect(intercept.pValue == PValue(0.384937017))
    #expect(intercept.interval.degreesOfFreedom == 2)
  }

  @Test func whatNeedsVariantsSaysSo() {
    let result = result(supplied)
    let reason = NotEstimated(reason: .onlyResultsSupplied)
    #expect(result.presso.notEstimated == reason)
    #expect(result.steiger.notEstimated == reason)
    #expect(result.flow == VariantFlow())
    #expect(result.strength == nil)
    #expect(result.variants.isEmpty && result.exclusions.isEmpty)
    #expect(result.singleVariant.isEmpty && result.leaveOneOut.isEmpty)
  }

  @Test func whatTheTablesDoNotHoldIsMissing() {
    let result = result(SuppliedResults(estimates: supplied.estimates))
    let reason = NotEstimated(reason: .notInResults)
    #expect(result.heterogeneity == Heterogeneity(cochranNotEstimated: reason, ruckerNotEstimated: reason))
    #expect(result.eggerIntercept == EggerIntercept(notEstimated: reason))
  }

  @Test func aPairWithoutNumbersIsNotAnalysed() {
    let empty = SuppliedResults(estimates: [supplied.estimates[4]])
    #expect(result(empty).status == .resultsNotSupplied)
    let absent = analysis.analyse(pair, data: .resultsNotSupplied, inputs: [])
    #expect(absent.status == .resultsNotSupplied)
    #expect(absent.basis == .suppliedResults)
    #expect(absent.estimates.isEmpty)
    #expect(absent.presso.notEstimated?.reason == .onlyResultsSupplied)
    #expect(absent.heterogeneity.cochranNotEstimated?.reason == .notInResults)
  }

  @Test func anUnderflownPIsComputedAfresh() throws {
    let zero = SuppliedEstimate(
      method: .ivwRandomEffects,
      variantCount: 20,
      value: 9,
      standardError: 0.2,
      pValue: PValue(0),
      line: 2
    )
    let p = try #require(
      result(SuppliedResults(estimates: [zero])).estimate(.ivwRandomEffects)?.estimate.pValue
    )
    #expect(isClose(p.negativeLog10, 441.5, relative: 1e-2))
    #expect(SuppliedResultsCheck.findings(SuppliedResults(estimates: [zero])).isEmpty)
  }

  @Test func describedAreTheMethodsThatTheResultsHold() {
    let ids = analysis.methodDescriptions(of: [result(supplied)]).map(\.id)
    #expect(ids == [.ivwRandomEffects, .mrEgger, .weightedMedian, .simpleMode, .mrRAPS])
    let computed = analysis.analyse(studyPair("B"), data: .harmonised([]), inputs: [])
    let both = analysis.methodDescriptions(of: [result(supplied), computed]).map(\.id)
    #expect(both == MethodID.standard + [.mrRAPS])
  }

  @Test func aQThatIsNoNumberKeepsItsOwnReason() {
    var broken = supplied
    broken.heterogeneity[0].q = .infinity
    broken.heterogeneity.remove(at: 1)
    let heterogeneity = result(broken).heterogeneity
    #expect(heterogeneity.rucker == nil)
    #expect(heterogeneity.ruckerNotEstimated == NotEstimated(reason: .notFinite))
    #expect(heterogeneity.cochranNotEstimated == NotEstimated(reason: .notInResults))
    #expect(heterogeneity.difference == nil)
  }
}
