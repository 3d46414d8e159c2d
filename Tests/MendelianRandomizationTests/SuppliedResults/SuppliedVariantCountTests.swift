import MendelianRandomization
import StudyModel
import Testing

/// Of how many variants a pair's supplied results are, and results that leave the range of doubles.
@Suite struct SuppliedVariantCountTests {
  private func estimate(_ method: MethodID, _ count: Int, line: Int, p: Double = 0.1336) -> SuppliedEstimate {
    SuppliedEstimate(
      method: method,
      variantCount: count,
      value: 0.3,
      standardError: 0.2,
      pValue: PValue(p),
      line: line
    )
  }

  private func summaries(_ estimates: SuppliedEstimate...) -> [String] {
    SuppliedResultsCheck.findings(SuppliedResults(estimates: estimates)).map { "\($0.line): \($0.summary)" }
  }

  @Test func everyMethodIsOfTheSameVariants() {
    let ivw = estimate(.ivwRandomEffects, 5, line: 2)
    #expect(
      summaries(ivw, estimate(.weightedMedian, 9, line: 3)) == [
        "3: nsnp is 9, and 5 in line 2, of the same pair"
      ]
    )
    #expect(
      summaries(ivw, estimate(.waldRatio, 1, line: 3)) == ["3: nsnp is 1, and 5 in line 2, of the same pair"]
    )
    #expect(summaries(ivw, estimate(.weightedMedian, 5, line: 3)) == [])
    #expect(
      summaries(estimate(.weightedMedian, 1, line: 2)) == [
        "2: one variant has a Wald ratio alone, and nsnp is 1"
      ]
    )
  }

  /// t = 1.5: p is 0.2723 with 2 degrees of freedom, 0.1720 with 8.
  @Test(arguments: [(4, 0.2723), (10, 0.1720)])
  func theInterceptNeedsNoEggerRow(count: Int, p: Double) throws {
    let pleiotropy = SuppliedPleiotropy(intercept: 0.3, standardError: 0.2, pValue: PValue(p), line: 2)
    let q = SuppliedHeterogeneity(
      method: .mrEgger,
      q: 1,
      degreesOfFreedom: count - 2,
      pValue: PValue(1),
      line: 2
    )
    for supplied in [
      SuppliedResults(estimates: [estimate(.ivwRandomEffects, count, line: 2)], pleiotropy: pleiotropy),
      SuppliedResults(heterogeneity: [q], pleiotropy: pleiotropy),
    ] {
      #expect(SuppliedResultsCheck.findings(supplied).filter { $0.table == .pleiotropy } == [])
      let pair = studyPair("A")
      let analysis = StudyAnalysis(design: studyDesign(pairs: [pair]))
      let result = analysis.analyse(pair, data: .results(supplied), inputs: [])
      #expect(result.eggerIntercept.estimate?.interval.degreesOfFreedom == Double(count - 2))
    }
  }

  @Test func anEstimateBeyondTheRangeOfNumbersSaysSo() throws {
    var row = estimate(.ivwRandomEffects, 5, line: 2)
    (row.value, row.standardError) = (1e308, 1e308)
    let pair = studyPair("A")
    let analysis = StudyAnalysis(design: studyDesign(pairs: [pair]))
    let result = analysis.analyse(pair, data: .results(SuppliedResults(estimates: [row])), inputs: [])
    #expect(result.status == .analysed)
    #expect(result.estimates.map(\.notEstimated?.reason) == [.notFinite])
    let untested = try #require(analysis.conclude([result]).families.first?.untested)
    #expect(untested.map(\.notEstimated?.reason) == [.notFinite])
  }
}
