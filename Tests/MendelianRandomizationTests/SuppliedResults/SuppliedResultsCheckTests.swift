import MendelianRandomization
import StudyModel
import Testing

@Suite struct SuppliedResultsCheckTests {
  @Test func numbersThatBelongTogetherAreAccepted() {
    #expect(SuppliedResultsCheck.findings(suppliedGrowthFactor) == [])
  }

  @Test func countsMustSuitTheMethod() {
    func summary(_ method: MethodID, _ count: Int) -> String? {
      let row = suppliedEstimate(method, count, 0.3, 0.2, 0.1336)
      return SuppliedResultsCheck.findings(SuppliedResults(estimates: [row])).first?.summary
    }
    #expect(summary(.waldRatio, 2) == "a Wald ratio is of one variant, and nsnp is 2")
    #expect(summary(.mrEgger, 2) == "nsnp 2 leaves the method's t test no degree of freedom")
    #expect(summary(.simpleMode, 1) == "nsnp 1 leaves the method's t test no degree of freedom")
    #expect(summary(.waldRatio, 1) == nil)
  }

  @Test func testsMustSuitTheEstimates() throws {
    var wrong = suppliedGrowthFactor
    wrong.heterogeneity[0].pValue = PValue(0.5)
    wrong.heterogeneity[1].degreesOfFreedom = 4
    wrong.pleiotropy?.pValue = PValue(0.2)
    let findings = SuppliedResultsCheck.findings(wrong)
    #expect(findings.map(\.table) == [.heterogeneity, .heterogeneity, .pleiotropy])
    #expect(findings.first?.summary.hasPrefix("Q, Q_df and Q_pval do not belong together") == true)
    #expect(findings[1].summary == "Q_df is 4, and the estimate's nsnp is 4, which leaves 3")
    #expect(findings[2].summary.hasPrefix("egger_intercept, se and pval do not belong together") == true)
    (wrong.estimates, wrong.heterogeneity) = ([], [])
    #expect(SuppliedResultsCheck.findings(wrong).last?.summary.hasPrefix("no row of the pair tells") == true)
  }

  @Test func aRowThatSaysNothingIsNoProblem() {
    let none = SuppliedEstimate(
      method: .mrRAPS,
      variantCount: 0,
      value: nil,
      standardError: nil,
      pValue: nil,
      line: 6
    )
    #expect(SuppliedResultsCheck.findings(SuppliedResults(estimates: [none])).isEmpty)
  }
}
