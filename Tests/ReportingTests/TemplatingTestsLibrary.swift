import Foundation
import Reporting
import Testing

@Suite struct TemplateLibraryTests {
  private let hostile: TemplateValue = ["name": "<b>|*x*"]

  @Test func valuesAreEscapedForTheNotationOfTheirFile() throws {
    let templates = try library([
      "pages/a.md": "{{name}} {{{name}}}", "layout/page.html": "<p title=\"{{name}}\">{{{name}}}</p>",
    ])
    #expect(try templates.render("pages/a.md", hostile) == #"\<b>\|\*x\* <b>|*x*"#)
    #expect(try templates.render("layout/page", hostile) == "<p title=\"&lt;b&gt;|*x*\"><b>|*x*</p>")
  }

  @Test func partialsAreEscapedForTheirOwnNotation() throws {
    let templates = try library([
      "pages/a.md": "{{> row}}\n{{#list}}\n{{> partials/row}}\n{{/list}}\n",
      "partials/row.md": "{{name}}\n", "layout/page.html": "{{> tag}}", "partials/tag.html": "{{name}}",
    ])
    #expect(try templates.render("layout/page", hostile) == "&lt;b&gt;|*x*")
    let value: TemplateValue = ["name": "a|", "list": [["name": "<i"]]]
    #expect(try templates.render("pages/a", value) == "a\\|\n\\<i\n")
  }

  @Test func aQuotationMarkUnderAnAccentStillCannotEndAnAttribute() throws {
    let page = try library(["layout/p.html": "<p title=\"{{t}}\">"]).render("layout/p", ["t": "\"\u{301}>"])
    #expect(Array(page.unicodeScalars) == Array("<p title=\"&quot;\u{301}&gt;\">".unicodeScalars))
  }

  @Test func aMissingTemplateOrPartialIsAnError() throws {
    #expect(throws: TemplateError(file: "pages/none", summary: "there is no such template")) {
      try library([:]).render("pages/none", [:])
    }
    #expect(throws: TemplateError(file: "pages/a.md", line: 2, summary: "there is no partial \"row\"")) {
      try library(["pages/a.md": "x\n{{#s}}{{> row}}{{/s}}"])
    }
  }

  @Test func partialsThatCallEachOtherInARingAreAnError() {
    #expect(throws: TemplateError.self) {
      try library(["partials/a.md": "{{> b}}", "partials/b.md": "{{> a}}"])
    }
    #expect(throws: TemplateError.self) { try library(["partials/a.md": "{{> a}}"]) }
  }

  @Test(arguments: [
    ("{{#a}}", 1), ("\n{{/a}}", 2), ("{{#a}}\n{{/b}}{{/a}}", 2), ("{{a", 1), ("\n\n{{a b}}", 3), ("{{}}", 1),
    ("{{% CONTENT_TYPE: TEXT}}", 1), ("{{=<% %>=}}", 1), ("{{<a}}{{/a}}", 1), ("{{> *a}}", 1), ("{{{a}}", 1),
    ("\n{{f(a}}", 2),
  ])
  func aTemplateThatDoesNotParseIsAnErrorWithItsLine(_ template: String, _ line: Int) {
    let error = #expect(throws: TemplateError.self) { try library(["pages/a.md": template]) }
    #expect(error?.line == line)
    #expect(error?.file == "pages/a.md")
  }

  @Test func twoTemplatesCannotShareAName() {
    #expect(throws: TemplateError.self) { try library(["pages/a.md": "", "pages/a.html": ""]) }
  }

  @Test func aTemplateOfBadUTF8IsAnError() {
    #expect(throws: TemplateError(file: "pages/a.md", summary: "the file is not UTF-8 text")) {
      try TemplateLibrary(files: ["pages/a.md": [0x61, 0xFF]])
    }
  }

  @Test func assetsAreGivenAsTheyAre() throws {
    let templates = try library(["assets/site.css": "a {{b}}", "pages/a.md": ""])
    #expect(templates.asset("site.css") == Array("a {{b}}".utf8))
    #expect(templates.asset("a.md") == nil)
    #expect(templates.assetNames == ["site.css"])
  }

  @Test func aPersonsFolderIsLaidOverTheBuiltInTemplates() throws {
    try withTemporaryFolder { folder in
      let manager = FileManager.default
      try manager.createDirectory(atPath: "\(folder)/pages", withIntermediateDirectories: true)
      let path = "pages/of-a-test.md"
      #expect(manager.createFile(atPath: "\(folder)/\(path)", contents: Data("mine: {{x}}".utf8)))
      #expect(manager.createFile(atPath: "\(folder)/.hidden.md", contents: Data("{{".utf8)))
      let templates = try TemplateLibrary.directory(folder)
      #expect(try templates.render("pages/of-a-test", ["x": "y"]) == "mine: y")
      #expect(try templates.templatePaths == (TemplateLibrary.embedded().templatePaths + [path]).sorted())
    }
  }

  @Test func aFolderThatIsNotThereIsAnError() {
    #expect(throws: TemplateError.self) { try TemplateLibrary.directory("/nonexistent/templates") }
  }

  /// What the build plugin wrote is, byte for byte, what is in templates/.
  @Test func theBuiltInTemplatesAreThoseOfTheRepository() throws {
    let root = URL(fileURLWithPath: #filePath).appending(path: "../../../templates").standardizedFileURL
    let embedded = try TemplateLibrary.embedded()
    for name in embedded.assetNames {
      let onDisk = try Data(contentsOf: root.appending(path: "assets/\(name)"))
      #expect(embedded.asset(name) == Array(onDisk))
    }
    let onDisk = FileManager.default.enumerator(atPath: root.path(percentEncoded: false))?.compactMap {
      $0 as? String
    }
    let notations = [".md", ".html", ".xml", ".txt"]
    let templates = (onDisk ?? []).filter { path in notations.contains { path.hasSuffix($0) } }.sorted()
    #expect(embedded.templatePaths == templates)
  }
}
