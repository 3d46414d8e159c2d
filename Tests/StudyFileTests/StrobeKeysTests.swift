import StudyFile
import StudyModel
import Testing

@Suite struct StrobeKeysTests {
  private func answers(_ yaml: String) throws -> [STROBEMRAnswer]? {
    try StudyFolder(SampleStudy.yaml + yaml).load().design.strobe
  }

  @Test func answersAreReadByTheNumbersOfTheirItems() throws {
    let found = try answers("strobe:\n  20: None declared\n  4e: Approved by the committee\n  2: Why\n")
    #expect(
      found == [
        .init(item: .background, text: "Why"), .init(item: .ethics, text: "Approved by the committee"),
        .init(item: .conflictsOfInterest, text: "None declared"),
      ]
    )
  }

  @Test func withoutAnswersThereIsNothing() throws { #expect(try answers("") == nil) }

  @Test func aNumberThatTheChecklistDoesNotHaveIsNamed() throws {
    let problems = try StudyFolder(SampleStudy.yaml + "strobe:\n  4f: Text\n").problems()
    #expect(problems.count == 1)
    #expect(problems.first?.contains("unknown key '4f'") == true)
  }
}
