import MendelianRandomization
import Testing

@Suite struct FrequencyEvidenceTests {
  private func evidence(_ exposure: Double?, _ outcome: Double?) -> FrequencyEvidence {
    FrequencyEvidence(exposure: exposure, outcome: outcome)
  }

  @Test(arguments: [
    (0.42, 0.58, false), (0.4201, 0.3, true), (0.3, 0.5799, true), (0.3, 0.7, false), (1 - 0.42, 0.3, false),
  ])
  func theWindowIsOpen(_ exposure: Double, _ outcome: Double, _ isAmbiguous: Bool) {
    #expect(evidence(exposure, outcome).isAmbiguous(window: 0.08) == isAmbiguous)
  }

  @Test func oneHalfIsAmbiguousWhateverTheWindow() {
    #expect(evidence(0.5, 0.2).isAmbiguous(window: 0))
    #expect(!evidence(0.49, 0.2).isAmbiguous(window: 0))
  }

  @Test func whatIsUnknownTellsNothing() {
    #expect(evidence(nil, 0.2).isMissing && evidence(0.2, nil).isMissing && !evidence(0.2, 0.2).isMissing)
    #expect(evidence(nil, 0.2).isAmbiguous(window: 0.08))
    #expect(!evidence(nil, 0.2).areOnOneSide)
    #expect(!evidence(nil, 0.2).clashes(limit: 0))
  }

  @Test func sides() {
    #expect(evidence(0.1, 0.4).areOnOneSide && evidence(0.9, 0.6).areOnOneSide)
    #expect(!evidence(0.1, 0.6).areOnOneSide && !evidence(0.5, 0.6).areOnOneSide)
  }

  /// 0.9 − 0.7 is a little more than 0.2 in doubles, and counts as 0.2.
  @Test(arguments: [(0.7, 0.9, false), (0.1, 0.30001, true), (0.9, 0.1, true)])
  func clashes(_ exposure: Double, _ outcome: Double, _ clashes: Bool) {
    #expect(evidence(exposure, outcome).clashes(limit: 0.2) == clashes)
  }
}
