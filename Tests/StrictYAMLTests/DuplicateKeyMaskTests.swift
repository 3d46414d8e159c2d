import Testing

struct DuplicateKeyMaskTests {
  @Test func everyDuplicateIsReportedBesideOtherProblems() {
    let text = """
      id: a
      count: 12
      id: b
      whole:
        file: x
        # file: y
        note: n
        file: z
      id: c
      """
    #expect(
      SampleTable.problems(text) == [
        "2:8: 'count' is 12, out of range; write an integer from 1 to 9",
        "3:1: key 'id' appears a second time; it was set in line 1 already; keep one of the two",
        "8:3: key 'file' appears a second time; it was set in line 5 already; keep one of the two",
        "9:1: key 'id' appears a second time; it was set in line 1 already; keep one of the two",
      ]
    )
  }

  @Test func duplicatesInListsStayWithinTheirElement() {
    let text = "id: a\nparts:\n  - file: x\n    file: y\n  - file: z\n"
    #expect(
      SampleTable.problems(text) == [
        "4:5: key 'file' appears a second time; it was set in line 3 already; keep one of the two"
      ]
    )
  }

  @Test func duplicatesInFlowMappings() {
    #expect(
      SampleTable.problems("id: a\nwhole: {file: x, note: n, file: y}\n") == [
        "2:27: key 'file' appears a second time; it was set in line 2 already; keep one of the two"
      ]
    )
  }

  @Test func innerBracesAreAnotherMapping() {
    #expect(
      SampleTable.problems("id: a\nparts: [{file: x, note: {file: n}, file: y}]\n") == [
        "2:25: 'note' is a mapping, not a text; write one value behind the colon",
        "2:36: key 'file' appears a second time; it was set in line 2 already; keep one of the two",
      ]
    )
  }

  @Test func quotedDuplicates() {
    #expect(
      SampleTable.problems("\"id\": a\n\"id\": b\n") == [
        "2:1: key 'id' appears a second time; it was set in line 1 already; keep one of the two"
      ]
    )
  }

  @Test func differentlyQuotedDuplicatesAreFoundToo() {
    let problems = SampleTable.problems("id: a\n'id': b\n")
    #expect(problems.count == 1)
    #expect(problems.first?.contains("'id' appears") == true)
  }

  @Test func unknownDuplicatesAreDuplicatesAndUnknown() {
    #expect(
      SampleTable.problems("id: a\nidd: b\nidd: c\n") == [
        "2:1: unknown key 'idd'; did you mean 'id'?",
        "3:1: key 'idd' appears a second time; it was set in line 2 already; keep one of the two",
      ]
    )
  }
}
