import Foundation
import ReleaseFormat
import Reporting
import StaticSite
import StudyModel
import Testing

@Suite struct TemplateKeyListTests {
  /// What every template is given for the committed studies, for one of genome-wide files, for an older release and for
  /// a comparison: together they have everything that a view model may hold.
  private static let keys = Result { () throws -> TemplateKeyList in
    var keys = TemplateKeyList()
    let templates = try CommittedReleases.templates()
    let releases = try [
      CommittedReleases.all(), [CommittedReleases.genomeWide()], [LargePanel.release(traits: 130)],
      [withEverything()],
    ]
    for group in releases {
      for (name, value) in try StudySite(group, templates: templates).models() {
        keys.add(value, to: name)
      }
    }
    for (name, value) in try ChangesPagesTests.models() { keys.add(value, to: name) }
    return keys
  }

  /// What the committed studies happen to lack.
  private static func withEverything() throws -> LoadedRelease {
    try CommittedReleases.changed("bmi-chd") { release in
      release.header.design.disease.source.licence = "CC BY 4.0"
      release.header.design.disease.pThreshold = 5e-6
      release.header.design.settings.pThreshold = 5e-8
      release.pairs[0].leaveOneOutMissing = [
        MissingEstimate(variant: "rs1", notEstimated: NotEstimated(reason: .tooFewVariants, needed: 3))
      ]
    }
  }

  /// `templates/keys.tsv` is what `mrreport templates check` holds a person's templates against. Record it with
  /// MRREPORT_RECORD=1.
  @Test func theListOfKeysIsThatOfTheViewModels() throws {
    let file = CommittedReleases.root.appending(path: "templates/keys.tsv")
    let text = try Self.keys.get().text
    if ProcessInfo.processInfo.environment["MRREPORT_RECORD"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded keys.tsv")
    }
    let known = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let difference = Set(text.split(separator: "\n")).symmetricDifference(known.split(separator: "\n"))
    #expect(difference.isEmpty, "MRREPORT_RECORD=1 records it")
  }

  @Test func aListReadsBackAsItWasWritten() throws {
    let text = try Self.keys.get().text
    #expect(TemplateKeyList(text: text).text == text)
  }

  @Test func theBuiltInTemplatesUseNoKeyThatIsNotListed() throws {
    try withFolder([:]) { (folder: String) in
      for (path, bytes) in try TemplateLibrary.embedded().allFiles where path != "keys.tsv" {
        try write(bytes, to: "\(folder)/\(path)")
      }
      #expect(try TemplateCheck(folder: folder).problems() == [])
    }
  }

  // MARK: What is found

  private func write(_ bytes: [UInt8], to path: String) throws {
    let file = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(bytes).write(to: file)
  }

  private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "templates-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (path, text) in files { try write(Array(text.utf8), to: "\(folder.path)/\(path)") }
    try body(folder.path)
  }

  private func problems(_ files: [String: String]) throws -> [String] {
    var found: [String] = []
    try withFolder(files) { folder in
      found = try TemplateCheck(folder: folder).problems().map { error in
        "\(error.file):\(error.line.map(String.init) ?? "") \(error.summary)"
      }
    }
    return found
  }

  @Test func anUnknownKeyIsNamedWithItsLineAndTheKeysThatAreThere() throws {
    let found = try problems([
      "pages/pairs.md": "# {{title}}\n\n{{#pairs}}\n{{trait}} {{pvalue}}\n{{/pairs}}\n"
    ])
    #expect(found.count == 1)
    #expect(
      found[0].hasPrefix("pages/pairs.md:4 there is no key {{pvalue}} here; there are: alias, direction")
    )
  }

  @Test func aKeyOfThePageIsNotOneOfItsRows() throws {
    let found = try problems(["pages/pairs.md": "{{#pairs}}{{title}}{{/pairs}}\n"])
    #expect(found.count == 1 && found[0].contains("{{title}}"))
  }

  @Test func aPartialIsCheckedWhereItIsCalled() throws {
    let found = try problems(["partials/figure-links.md": "[Data]({{{tsv}}}) {{colour}}\n"])
    #expect(found.count == 1 && found[0].hasPrefix("partials/figure-links.md:1 there is no key {{colour}}"))
  }

  @Test func aFileThatNothingUsesIsNamed() throws {
    let found = try problems(["pages/trait.markdown": "x", "partials/mine.md": "x", "notes.txt": "x"])
    #expect(
      found.map { $0.prefix { $0 != ":" } } == ["notes.txt", "pages/trait.markdown", "partials/mine.md"]
    )
  }

  @Test func aFurtherAssetIsUsedWhereALayoutNamesIt() throws {
    let layout = "{{title}} <link rel=\"stylesheet\" href=\"{{{root}}}assets/house.css\">\n"
    #expect(try problems(["layout/page.html": layout, "assets/house.css": "p {}"]) == [])
    #expect(try problems(["assets/house.css": "p {}"]).count == 1)
  }

  @Test func aMissingPartialIsAnErrorWithItsLine() throws {
    try withFolder(["pages/pairs.md": "a\n{{> nowhere}}\n"]) { folder in
      #expect(
        throws: TemplateError(file: "pages/pairs.md", line: 2, summary: "there is no partial \"nowhere\"")
      ) {
        try TemplateCheck(folder: folder)
      }
    }
  }

  @Test func wordsAreHeldAgainstTheBuiltInOnes() throws {
    let words =
      "kind\tcode\twords\ndirection\tforward\tVorwärts\nverdict\tnope\tx\nstrobe_answer\t9a\t{tool} {sede}\nbroken\n"
    let found = try problems(["assets/words.tsv": words])
    #expect(
      found == [
        "assets/words.tsv:3 no page asks for words of the kind “verdict” and the code “nope”",
        "assets/words.tsv:4 there is no {sede} to fill in here",
        "assets/words.tsv:5 expected three tab-separated fields: kind, code, words",
      ]
    )
  }

  @Test func wordsReplaceTheBuiltInOnesLineByLine() throws {
    try withFolder(["assets/words.tsv": "kind\tcode\twords\nnav\tmethods\tMethoden\n"]) { folder in
      let templates = try TemplateLibrary.directory(folder)
      let site = try StudySite([CommittedReleases.load("bmi-chd")], templates: templates).build()
      let page = try #require(CommittedReleases.text("bmi-chd/index.html", of: site))
      #expect(page.contains(">Methoden</a>") && page.contains(">Instruments</a>"))
    }
  }
}

@Suite struct HouseStyleTests {
  private static let folder = CommittedReleases.root.appending(path: "docs/house-style").path

  /// The example of docs/templates.md: two files, and nothing wrong with them.
  @Test func theExampleOfAHouseStyleIsTwoFilesAndClean() throws {
    let check = try TemplateCheck(folder: Self.folder)
    #expect(check.fileCount == 2)
    #expect(try check.problems() == [])
  }

  @Test func everyPageBearsTheHouseStyle() throws {
    let templates = try TemplateLibrary.directory(Self.folder)
    let site = try StudySite([CommittedReleases.load("bmi-chd")], templates: templates).build()
    let pages = site.files.filter { $0.path.hasSuffix(".html") }
    #expect(pages.count > 5)
    for page in pages {
      let text = String(decoding: page.bytes, as: UTF8.self)
      #expect(text.contains("<p class=\"masthead\">"), "\(page.path)")
    }
    #expect(site.files.contains { $0.path == "assets/journal.css" })
    #expect(LinkChecker.brokenLinks(in: site).isEmpty)
  }
}
