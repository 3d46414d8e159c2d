import Testing

struct SettingsCheckTests {
  @Test func primaryMethodIsAmongTheMethods() throws {
    #expect(
      try SampleStudy.problems(adding: "methods: [mr_egger]\n") == [
        "26:1: the primary method 'ivw_random_effects' is not among 'methods'; "
          + "add it there, or set 'primary_method' to one of them"
      ]
    )
    #expect(
      try SampleStudy.problems(adding: "methods: [mr_egger]\nprimary_method: wald_ratio\n") == [
        "27:1: the primary method 'wald_ratio' is not among 'methods'; "
          + "add it there, or set 'primary_method' to one of them"
      ]
    )
    #expect(try SampleStudy.problems(adding: "methods: [mr_egger]\nprimary_method: mr_egger\n").isEmpty)
  }

  @Test func methodsOfFamiliesAreAmongTheMethods() throws {
    let text =
      "methods: [ivw_random_effects]\nfamilies:\n  - id: f\n    directions: [forward]\n    method: mr_egger\n"
    #expect(
      try SampleStudy.problems(adding: text) == [
        "30:13: the method 'mr_egger' of a family is not among 'methods'; "
          + "add it there, or use ivw_random_effects"
      ]
    )
  }

  @Test func noFamilyIsOfAMethodThatTheDataChoose() throws {
    let reason =
      "'mr_presso' gives an estimate only of pairs whose global test rejects, and so no family of tests; "
      + "leave it among 'methods' and test by another, such as ivw_random_effects"
    #expect(try SampleStudy.problems(adding: "primary_method: mr_presso\n") == ["26:1: \(reason)"])
    let family = "families:\n  - id: f\n    directions: [forward]\n    method: mr_presso\n"
    #expect(try SampleStudy.problems(adding: family) == ["29:13: \(reason)"])
  }

  @Test func groupsOfFamiliesExist() throws {
    let text = "families:\n  - id: f\n    directions: [forward]\n    groups: [Protein, Proteins, Cells]\n"
    #expect(
      try SampleStudy.problems(adding: text) == [
        "29:14: no trait of the panel has the group 'Protein'; did you mean 'Proteins'?",
        "29:33: no trait of the panel has the group 'Cells'; set 'group' on the traits that belong to it",
      ]
    )
  }

  @Test func anUnreadablePanelIsOneProblem() throws {
    let families = "families: [{id: f, directions: [forward], groups: [Proteins]}]"
    let lines = SampleStudy.yaml.split(separator: "\n").prefix(15) + ["  traits: none", families[...]]
    #expect(
      try StudyFolder(lines.joined(separator: "\n")).problems() == [
        "16:11: 'traits' is 'none', not a list; write each element on a line of its own behind '- '"
      ]
    )
  }

  @Test func nothingStandsTwice() throws {
    let text =
      "families:\n  - id: f\n    directions: [forward, forward]\n  - id: F\n    directions: [reverse]\n"
    #expect(
      try SampleStudy.problems(adding: text) == [
        "28:27: 'forward' stands twice in 'directions'; keep one",
        "29:9: identifier 'F' collides with 'f' in line 27; "
          + "choose identifiers that differ in more than upper and lower case",
      ]
    )
    #expect(
      try SampleStudy.problems(adding: "methods: [ivw_random_effects, mr_egger, mr_egger]\n") == [
        "26:41: 'mr_egger' stands twice in 'methods'; keep one"
      ]
    )
  }

  @Test func valuesStayInRange() throws {
    let text = "selection: {p_treshold: 1}\nharmonisation: {ambiguity_window: 0.6}\nsignificance_level: 1\n"
    #expect(
      try SampleStudy.problems(adding: text) == [
        "26:13: unknown key 'p_treshold'; did you mean 'p_threshold'?",
        "27:35: 'ambiguity_window' is 0.6, out of range; write a number at least 0, at most 0.5",
        "28:21: 'significance_level' is 1, out of range; write a number above 0, below 1",
      ]
    )
  }
}
