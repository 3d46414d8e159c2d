import Reporting
import Testing

@Suite struct TemplateValueTests {
  private func render(_ template: String, _ value: TemplateValue) throws -> String {
    try library(["pages/x.md": template]).render("pages/x", value)
  }

  @Test func aRowWithoutAKeyPrintsNothingThoughThePageHasTheKey() throws {
    let value: TemplateValue = ["p": "0.01", "rows": [["name": "a"], ["name": "b", "p": "0.5"]]]
    #expect(try render("{{#rows}}{{name}}={{p}};{{/rows}}", value) == "a=;b=0.5;")
  }

  @Test func anAbsentValueDoesNotFallThroughEither() throws {
    let value: TemplateValue = ["p": "0.01", "best": ["p": .absent], "none": .absent]
    #expect(try render("{{#best}}[{{p}}]{{/best}}", value) == "[]")
    #expect(try render("[{{none.p}}{{best.p}}]", value) == "[]")
  }

  @Test func sectionsOpenForWhatIsThere() throws {
    let template = "{{#a}}+{{/a}}{{^a}}-{{/a}}"
    let open: [TemplateValue] = ["x", true, ["k": "v"], ["one"]]
    let shut: [TemplateValue] = ["", false, [], .absent]
    for value in open { #expect(try render(template, ["a": value]) == "+") }
    for value in shut { #expect(try render(template, ["a": value]) == "-") }
    #expect(try render(template, [:]) == "-")
  }

  @Test func aTextSectionSeesTheObjectAroundIt() throws {
    #expect(try render("{{#note}}{{note}} of {{page}}{{/note}}", ["note": "n", "page": "q"]) == "n of q")
  }

  @Test func listsOfTextsPrintWithSeparators() throws {
    let template = "{{#names}}{{.}}{{^last()}}, {{/last()}}{{/names}} ({{count(names)}})"
    #expect(try render(template, ["names": ["a", "b", "c"]]) == "a, b, c (3)")
  }

  @Test func objectsAndFlagsNeverSpillTheirSwiftDescription() throws {
    #expect(try render("[{{a}}]", ["a": ["secret": "x"]]) == "[]")
  }
}
