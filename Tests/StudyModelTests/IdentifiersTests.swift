import StudyModel
import Testing

struct IdentifiersTests {
  @Test(arguments: ["CRP", "il-6", "3rd_trait", "A"])
  func ordinaryIDsAreTaken(text: String) {
    #expect(TraitID(rawValue: text)?.rawValue == text)
  }

  @Test(arguments: ["", "../../etc", "a.b", "a b", "-a", "_a", "é", "a/b", String(repeating: "a", count: 65)])
  func whatCannotBeAFileNameIsRefused(text: String) {
    #expect(TraitID(rawValue: text) == nil)
  }

  @Test func pairIDsNameTraitAndDirection() throws {
    let trait = try #require(TraitID(rawValue: "CRP"))
    #expect(PairID(trait: trait, direction: .reverse).rawValue == "CRP.reverse")
    #expect(PairID(rawValue: "CRP.reverse") == PairID(trait: trait, direction: .reverse))
    for wrong in ["CRP", "CRP.sideways", "CRP.x.forward", ".forward"] {
      #expect(PairID(rawValue: wrong) == nil)
    }
  }
}
