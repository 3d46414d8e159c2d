import Testing

struct TextRulesTests {
  private let remedy =
    "use letters (A-Z), digits, '-' and '_' only, at most 64, beginning with a letter or digit"

  @Test(arguments: ["../../etc", "a.b", "-a", "é", "a b", "a/b"])
  func otherTextsAreNoIdentifiers(text: String) throws {
    #expect(
      try SampleStudy.problems(line: 17, with: "    - id: \(text)") == [
        "17:11: '\(text)' is not an identifier; \(remedy)"
      ]
    )
  }

  @Test func longIdentifiersAreRefused() throws {
    let long = String(repeating: "a", count: 65)
    #expect(
      try SampleStudy.problems(line: 1, with: "id: \(long)") == [
        "1:5: '\(long)' is not an identifier; \(remedy)"
      ]
    )
    #expect(try SampleStudy.problems(line: 1, with: "id: \(long.dropLast())").isEmpty)
  }

  @Test(arguments: ["con", "NUL", "Com1", "lpt9", "index", "Index", "assets", "ASSETS"])
  func reservedNamesAreRefused(text: String) throws {
    let rest =
      "the identifier '\(text)' is reserved: the site or the system keeps that name for itself; choose another"
    #expect(try SampleStudy.problems(line: 17, with: "    - id: \(text)") == ["17:11: \(rest)"])
    #expect(try SampleStudy.problems(line: 1, with: "id: \(text)") == ["1:5: \(rest)"])
  }

  @Test func sourcesAreHeldToTheirForm() throws {
    let text = "source:\n  doi: https://doi.org/10.1/x\n  pmid: PM1\n  url: javascript:alert(1)\n"
    #expect(
      try SampleStudy.problems(adding: text) == [
        "27:8: 'https://doi.org/10.1/x' is not a DOI; write it without address, such as 10.1038/ng.3396",
        "28:9: 'PM1' is not a PubMed identifier; write its digits alone, such as 26343387",
        "29:8: 'javascript:alert(1)' is not a web address; write it in full, beginning with https://",
      ]
    )
  }

  @Test func datesAreReal() throws {
    #expect(
      try SampleStudy.problems(line: 5, with: "date: 2026-02-29") == [
        "5:7: '2026-02-29' is not a date; write year, month and day, such as 2026-11-24"
      ]
    )
  }

  @Test func controlCharactersAreRefused() throws {
    #expect(
      try SampleStudy.problems(line: 18, with: "      name: \"a\\u0007\"") == [
        "18:13: 'name' holds the control character U+7; delete it"
      ]
    )
  }
}
