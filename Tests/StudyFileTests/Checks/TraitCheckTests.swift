import Testing

struct TraitCheckTests {
  @Test func partsMakeUpTheSample() throws {
    let text = "  type: binary\n  cases: 10\n  controls: 20\n  sample_size: 31"
    #expect(
      try SampleStudy.problems(line: 10, with: text) == [
        "13:3: 'sample_size' is 31, but cases and controls are 30 together; "
          + "correct one of them, or delete 'sample_size'"
      ]
    )
    #expect(try SampleStudy.problems(line: 10, with: text.replacing("31", with: "30")).isEmpty)
  }

  @Test func casesDoNotExceedTheSample() throws {
    #expect(
      try SampleStudy.problems(line: 10, with: "  type: binary\n  cases: 10\n  sample_size: 9") == [
        "12:3: 'sample_size' is 9, fewer than the 10 that are part of it; correct one of them"
      ]
    )
  }

  @Test func sourcesOfPairsAreCheckedToo() throws {
    let text =
      "      harmonised:\n        forward:\n          file: h.tsv\n"
      + "          outcome_source: {cases: 1, controls: 1, sample_size: 3}\n"
    #expect(
      try SampleStudy.problems(adding: text) == [
        "29:51: 'sample_size' is 3, but cases and controls are 2 together; "
          + "correct one of them, or delete 'sample_size'"
      ]
    )
  }

  @Test func keysBelongToTheirType() throws {
    #expect(
      try SampleStudy.problems(line: 10, with: "  type: binary\n  units: SD") == [
        "11:3: 'units' on a binary trait, whose effects are log odds; delete it, or set 'type: continuous'"
      ]
    )
    #expect(
      try SampleStudy.problems(adding: "      prevalence: 0.1\n") == [
        "26:7: 'prevalence' on a continuous trait; delete it, or set 'type: binary'"
      ]
    )
  }

  @Test func aColumnHoldsOneThing() throws {
    #expect(
      try SampleStudy.problems(adding: "      columns: {beta: X, p_value: X}\n") == [
        "26:35: column 'X' is named for both 'beta' and 'p_value'; name each column once"
      ]
    )
  }

  @Test func panelKeysAreNoKeysOfTheDisease() throws {
    let problems = try SampleStudy.problems(line: 10, with: "  type: binary\n  harmonised: {forward: h.tsv}")
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("11:3: unknown key 'harmonised'; the keys here are id, name,") == true)
  }
}
