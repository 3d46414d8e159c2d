import StrictYAML
import Testing

struct TextRuleTests {
  @Test(arguments: ["2026-11-24", "2024-02-29", "2000-02-29", "2026-12-31"])
  func realDates(text: String) { #expect(TextRule.date.violation(text) == nil) }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-1", "24.11.2026",
    "2026-11-24T00:00",
    "0000-01-01", "２０２６-11-24", "2026-11", "",
  ])
  func otherDates(text: String) {
    #expect(TextRule.date.violation(text)?.summary == "'\(text)' is not a date")
  }

  @Test(arguments: ["https://a.org/x?y=1", "http://a.org", "HTTPS://A.ORG"])
  func webAddresses(text: String) { #expect(TextRule.webAddress.violation(text) == nil) }

  @Test(arguments: [
    "javascript:alert(1)", "https://", "a.org", "https://a.org/\"onclick", "https://a b", "file:///x",
  ])
  func otherAddresses(text: String) {
    #expect(TextRule.webAddress.violation(text)?.summary == "'\(text)' is not a web address")
  }

  @Test func brokenRuleHasThePlaceOfTheValue() {
    #expect(
      SampleTable.problems("id: a\ndate: 2026-02-30\n") == [
        "2:7: '2026-02-30' is not a date; write year, month and day, such as 2026-11-24"
      ]
    )
  }
}
