import Reporting
import Testing

@Suite struct TemplateKeysTests {
  private let files = [
    "pages/a.md":
      "{{title}}\n{{#rows}}{{p}} {{> cell}}{{^last()}},{{/last()}}{{/rows}}\n{{^empty(rows)}}{{{raw}}}{{/empty(rows)}}",
    "partials/cell.md": "{{best.value}}",
  ]
  private let whole: TemplateValue = [
    "title": "t", "rows": [["p": .absent, "best": ["value": "1"]]], "raw": "r",
  ]

  @Test func everyKeyIsListedWithItsSections() throws {
    let used = try TemplateKeys.used(by: "pages/a", of: library(files))
    #expect(used == [["raw"], ["rows"], ["rows", "best", "value"], ["rows", "p"], ["title"]])
  }

  @Test func aWholeViewModelHasNothingMissing() throws {
    #expect(try TemplateKeys.missing(in: whole, template: "pages/a", of: library(files)).isEmpty)
  }

  @Test func missingKeysAreNamedWithFileAndLine() throws {
    let value: TemplateValue = ["rows": [["p": "1", "best": [:]], ["best": ["value": "1"]]]]
    let missing = try TemplateKeys.missing(in: value, template: "pages/a", of: library(files))
    #expect(
      missing == [
        "pages/a.md:1: {{title}} is not in the view model",
        "partials/cell.md:1: {{best.value}} is not in the view model",
        "pages/a.md:2: {{p}} is not in the view model",
        "pages/a.md:3: {{raw}} is not in the view model",
      ]
    )
  }

  @Test func aKeyOfTheEnclosingObjectIsMissingInsideARow() throws {
    let templates = try library(["pages/a.md": "{{#rows}}{{title}}{{/rows}}"])
    let value: TemplateValue = ["title": "t", "rows": [[:]]]
    #expect(try TemplateKeys.missing(in: value, template: "pages/a", of: templates).count == 1)
  }

  @Test func aShutFlagDoesNotHideAMissingKey() throws {
    let templates = try library(["pages/a.md": "{{#f}}{{x}}{{/f}}{{^f}}{{y}}{{/f}}"])
    for flag in [true, false] {
      #expect(try TemplateKeys.missing(in: ["f": .flag(flag)], template: "pages/a", of: templates).count == 2)
    }
  }

  @Test func printingAListIsReported() throws {
    let templates = try library(["pages/a.md": "{{rows}}{{count(rows)}}"])
    let missing = try TemplateKeys.missing(in: ["rows": ["x"]], template: "pages/a", of: templates)
    #expect(missing == ["pages/a.md:1: {{rows}} is printed but is not a text"])
  }
}
