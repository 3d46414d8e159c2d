import Testing

struct YAMLComposerTests {
  @Test(arguments: ["", "\n\n", "# only a comment\n", "---\n"])
  func emptyFile(text: String) {
    #expect(SampleTable.problems(text) == ["1:1: the file is empty; write the keys that are needed: id"])
  }

  @Test func rootThatIsNoMapping() {
    #expect(
      SampleTable.problems("# c\n- a\n- b\n") == [
        "2:1: the file holds a list, not keys with values; begin with the keys: id"
      ]
    )
    #expect(
      SampleTable.problems("hello\n") == [
        "1:1: the file holds 'hello', not keys with values; begin with the keys: id"
      ]
    )
  }

  @Test func tabsAreNamed() {
    let problems = SampleTable.problems("id: a\nwhole:\n\tfile: x\n")
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("3:1: not valid YAML: ") == true)
    #expect(problems.first?.hasSuffix("; indent with spaces, not with tabs") == true)
  }

  @Test func syntaxErrorsHaveLineAndColumn() {
    let colon = SampleTable.problems("id: a\ndate: one: two\n")
    #expect(colon.first?.hasPrefix("2:10: not valid YAML: mapping values are not allowed") == true)
    #expect(colon.first?.contains("in quotes") == true)
    #expect(SampleTable.problems("id: a\nnames: [a, b\n").first?.hasPrefix("3:1: not valid YAML: ") == true)
    #expect(SampleTable.problems("id: \"a\n").first?.contains("not valid YAML") == true)
  }

  @Test func undefinedAliasHasAPlace() {
    #expect(SampleTable.problems("id: a\ndate: *nobody\n") == ["2:7: not valid YAML: found undefined alias"])
  }

  @Test func secondDocumentIsAProblem() {
    #expect(SampleTable.problems("id: a\n---\nid: b\n").first?.hasPrefix("2:1: not valid YAML: ") == true)
  }

  @Test func deepNestingDoesNotCrash() {
    let text = "id: " + String(repeating: "[", count: 5_000)
    #expect(SampleTable.problems(text).count == 1)
  }
}
