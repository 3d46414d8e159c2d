import MendelianRandomization
import StudyModel
import Testing

/// Seen through the checks of rows.
@Suite struct PValueAgreementTests {
  /// b = 0.3, se = 0.2: p is 0.1336 by the normal.
  @Test(arguments: [
    (MethodID.ivwRandomEffects, 10, 0.1336, true), (.ivwRandomEffects, 10, 0.1343, true),
    (.ivwRandomEffects, 10, 0.14, false), (.ivwRandomEffects, 10, 0.0668, false),
    (.ivwRandomEffects, 10, 0.0, false), (.ivwRandomEffects, 10, 0.1679, false), (.mrEgger, 10, 0.1720, true),
    (.mrEgger, 10, 0.1336, false), (.weightedMode, 10, 0.1679, true), (.weightedModeNOME, 10, 0.1720, false),
    (.mrEggerBootstrap, 10, 0.5, true),
  ])
  func pFollowsFromEffectAndStandardError(method: MethodID, count: Int, p: Double, isAccepted: Bool) {
    let row = suppliedEstimate(method, count, 0.3, 0.2, p, line: 7)
    let findings = SuppliedResultsCheck.findings(SuppliedResults(estimates: [row]))
    #expect(findings.isEmpty == isAccepted, "\(findings)")
    #expect(findings.allSatisfy { $0.table == .estimates && $0.line == 7 })
    #expect(findings.allSatisfy { $0.summary.hasPrefix("b, se and pval do not belong together: ") })
  }

  /// b = 0.30 and se = 0.15 may stand for 0.295 and 0.155, whose p is 0.057, or for 0.305 and 0.145: 0.035.
  @Test(arguments: [(0.046, true), (0.037, true), (0.055, true), (0.03, false), (0.07, false)])
  func roundedNumbersMayDifferByTheirRounding(p: Double, isAccepted: Bool) {
    var row = suppliedEstimate(.ivwRandomEffects, 10, 0.3, 0.15, p)
    row.rounding = PrintedRounding(value: 0.005, standardError: 0.005, pValue: 0.0005)
    #expect(SuppliedResultsCheck.findings(SuppliedResults(estimates: [row])).isEmpty == isAccepted)
  }

  @Test func tinyPValuesAreComparedByTheirSize() {
    func finding(_ p: PValue) -> String? {
      var row = suppliedEstimate(.ivwRandomEffects, 10, 2, 0.2, 1)
      row.pValue = p
      return SuppliedResultsCheck.findings(SuppliedResults(estimates: [row])).first?.summary
    }
    #expect(finding(PValue(1.5239706e-23)) == nil)
    #expect(finding(PValue(1.56e-23)) == nil)
    #expect(finding(PValue(0)) == nil)
    #expect(finding(PValue(1.7e-23))?.hasSuffix("the first two give p = 1.5e-23") == true)
    #expect(finding(PValue(negativeLog10: 400)) != nil)
  }

  @Test func aPPrintedAsZeroIsBelowItsLastDigit() {
    func isAccepted(_ error: Double, _ rounding: Double) -> Bool {
      var row = suppliedEstimate(.ivwRandomEffects, 10, 1, error, 0)
      row.rounding.pValue = rounding
      return SuppliedResultsCheck.findings(SuppliedResults(estimates: [row])).isEmpty
    }
    #expect(isAccepted(0.2, 0.0005))
    #expect(!isAccepted(0.4, 0.0005))
    #expect(!isAccepted(0.2, 0.05))
  }

  private func summary(_ value: Double, _ error: Double, _ p: Double) -> String? {
    let row = suppliedEstimate(.ivwRandomEffects, 10, value, error, p)
    return SuppliedResultsCheck.findings(SuppliedResults(estimates: [row])).first?.summary
  }

  /// z of 38 has p = 5.77e-316, z of 100 p = 2.69e-2174 (mpmath 1.3 at 60 digits).
  @Test(arguments: [
    (38.0, "p = 5.8e-316"), (100, "p = 2.7e-2174"), (3, "p = 0.0027"), (1e4, "p below 1e-1000000"),
    (1e10, "p below 1e-1000000"), (1e150, "p below 1e-1000000"), (1e200, "p below 1e-1000000"),
  ])
  func anyPCanBePutIntoWords(_ z: Double, _ words: String) {
    #expect(
      summary(z, 1, 0.5) == "b, se and pval do not belong together: the first two give \(words)"
    )
  }

  @Test(arguments: [1e20, 1e300])
  func anyQCanBePutIntoWords(_ q: Double) {
    var supplied = suppliedGrowthFactor
    supplied.heterogeneity[1].q = q
    let findings = SuppliedResultsCheck.findings(supplied)
    #expect(
      findings.map(\.summary) == [
        "Q, Q_df and Q_pval do not belong together: the first two give p below 1e-1000000"
      ]
    )
  }
}
