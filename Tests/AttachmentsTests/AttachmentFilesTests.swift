import Attachments
import Foundation
import ReleaseFormat
import Reporting
import StudyModel
import Testing

@Suite struct AttachmentFilesTests {
  private static let root = URL(fileURLWithPath: #filePath).appending(path: "../../..").standardizedFileURL

  private static func attachment(_ id: String, traits: [TraitID]? = nil) throws -> StudyAttachment {
    try StudyAttachment(
      try ReportSource(ReleaseDirectory.open(root.appending(path: "data/releases/\(id)").path)),
      templates: try .directory(root.appending(path: "templates").path),
      traits: traits
    )
  }

  /// The files of an attachment that is made where no other program is installed, and what was said of it.
  private static func files(_ kinds: Set<AttachmentFiles.Kind>, of id: String = "bmi-chd") throws -> (
    files: [String: [UInt8]], notices: [String]
  ) {
    var found: [String: [UInt8]] = [:]
    var notices: [String] = []
    let files = AttachmentFiles(try attachment(id), kinds: kinds, searchPath: "/nowhere") {
      notices.append($0)
    }
    try files.write { found[$0.path] = $0.bytes }
    return (found, notices)
  }

  // MARK: The report in one file

  private static let report = Result { try attachment("bmi-chd").report() }

  private static func values(_ attribute: String, in html: String) -> [String] {
    html.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  @Test func everyIdStandsOnceAndEveryLinkWithinTheFileLeadsToOne() throws {
    let html = try Self.report.get()
    let ids = Self.values("id", in: html)
    #expect(Set(ids).count == ids.count)
    let links = Self.values("href", in: html)
    let inside = links.filter { $0.hasPrefix("#") }
    #expect(inside.count > 20)
    #expect(Set(inside.map { String($0.dropFirst()) }).subtracting(ids).isEmpty)
    #expect(links.allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("https://") || $0.hasPrefix("http://") })
    let labels = Self.values("aria-labelledby", in: html).flatMap {
      $0.split(separator: " ").map(String.init)
    }
    #expect(!labels.isEmpty && Set(labels).subtracting(ids).isEmpty)
  }

  @Test func thePolicyAllowsTheStyleAndNothingElse() throws {
    let html = try Self.report.get()
    let style = try #require(
      html.components(separatedBy: "<style>").last?.components(separatedBy: "</style>").first
    )
    let hex = ContentDigest.sha256(Array(style.utf8))
    let digest = Data(
      stride(from: 0, to: hex.count, by: 2).map { UInt8(hex.dropFirst($0).prefix(2), radix: 16) ?? 0 }
    )
    #expect(html.contains("default-src 'none'; style-src 'sha256-\(digest.base64EncodedString())'"))
    #expect(!html.contains("<script") && !html.contains(" style=\""))
  }

  @Test func thePagesOfTheStudyAreInIt() throws {
    let html = try Self.report.get()
    for part in ["index", "traits-BMI", "methods", "multiplicity", "strobe-mr", "provenance", "reading"] {
      #expect(html.contains("<article id=\"\(part)\""), "\(part)")
    }
    #expect(html.contains("<svg"))
  }

  @Test func anUnknownTraitIsNamed() {
    #expect(throws: ReportingError.unknownTrait("XYZ")) {
      try Self.attachment("bmi-chd", traits: [TraitID(rawValue: "XYZ")].compactMap { $0 })
    }
  }

  // MARK: The files

  @Test func theManifestHasTheChecksumOfEveryFile() throws {
    let (files, _) = try Self.files([.report, .tables, .methods, .strobe])
    let manifest = String(decoding: try #require(files["MANIFEST.tsv"]), as: UTF8.self)
    let rows = manifest.split(separator: "\n").dropFirst().map { $0.split(separator: "\t").map(String.init) }
    #expect(Set(rows.map { $0[0] }) == Set(files.keys).subtracting(["MANIFEST.tsv"]))
    for row in rows {
      let bytes = try #require(files[row[0]])
      #expect(row[1] == String(bytes.count) && row[2] == ContentDigest.sha256(bytes))
    }
  }

  @Test func whatOtherProgramsMakeIsSaidToBeMissing() throws {
    let (files, notices) = try Self.files([.report, .pdf, .methods, .figures])
    #expect(files["report.pdf"] == nil && files["methods.docx"] == nil && files["methods.md"] != nil)
    #expect(notices.contains { $0.contains("install Chromium") })
    #expect(notices.contains { $0.contains("install pandoc") })
    #expect(notices.contains { $0.contains("install rsvg-convert") })
    #expect(files.keys.contains { $0.hasPrefix("figures/") && $0.hasSuffix("-85mm.svg") })
    #expect(files.keys.contains { $0.hasPrefix("figures/") && $0.hasSuffix("-174mm.svg") })
  }

  @Test func theSameReleaseGivesTheSameBytes() throws {
    let (first, _) = try Self.files([.report, .tables, .methods])
    let (second, _) = try Self.files([.report, .tables, .methods])
    #expect(first == second)
  }

  @Test func onlyWhatWasAskedForIsMade() throws {
    let (files, notices) = try Self.files([.tables])
    #expect(Set(files.keys) == ["supplementary-tables.xlsx", "MANIFEST.tsv"])
    #expect(notices.isEmpty)
  }

  @Test func textsLinkToNothingThatIsNotBesideThem() throws {
    let (files, _) = try Self.files([.methods, .strobe])
    for name in ["methods.md", "strobe-mr.md"] {
      let text = String(decoding: try #require(files[name]), as: UTF8.self)
      let targets = text.components(separatedBy: "](").dropFirst().map { $0.prefix { $0 != ")" } }
      #expect(targets.allSatisfy { $0.hasPrefix("http") || $0.hasPrefix("#") }, "\(name)")
      #expect(!text.isEmpty)
    }
  }
}

@Suite struct SupplementaryTablesTests {
  private static let root = URL(fileURLWithPath: #filePath).appending(path: "../../..").standardizedFileURL

  private static func sheets(_ id: String) throws -> ([SupplementarySheet], Release) {
    let release = try ReleaseDirectory.read(root.appending(path: "data/releases/\(id)").path).release
    let templates = try TemplateLibrary.directory(root.appending(path: "templates").path)
    let source = try ReportSource(OpenRelease(release))
    return (try StudyAttachment(source, templates: templates).tables(), release)
  }

  @Test(arguments: ["bmi-chd", "immune-osteomyelitis", "cytokines-diabetic-foot-ulcer"])
  func everyTableHasARowForEachThingOfTheRelease(id: String) throws {
    let (sheets, release) = try Self.sheets(id)
    #expect(sheets.map(\.number) == (1...8).map { "S\($0)" })
    let counts = Dictionary(uniqueKeysWithValues: sheets.map { ($0.number, $0.rows.count) })
    let pairs = release.pairs
    #expect(counts["S1"] == pairs.map(\.variants.count).reduce(0, +))
    #expect(counts["S2"] == counts["S1"])
    #expect(counts["S3"] == pairs.map(\.estimates.count).reduce(0, +))
    #expect(counts["S4"] == pairs.count)
    #expect(
      counts["S5"] == pairs.map { $0.leaveOneOut.count + ($0.leaveOneOutMissing?.count ?? 0) }.reduce(0, +)
    )
    #expect(
      counts["S7"]
        == release.conclusions.families.map { $0.tests.count + $0.untested.count }.reduce(0, +)
    )
    #expect(counts["S8"] == pairs.map(\.exclusions.count).reduce(0, +))
    for sheet in sheets {
      #expect(sheet.rows.allSatisfy { $0.count == sheet.columns.count }, "\(sheet.number)")
    }
  }

  @Test func numbersAreThoseOfTheReleaseInFull() throws {
    let (sheets, release) = try Self.sheets("bmi-chd")
    let estimates = sheets[2]
    let beta = try #require(estimates.columns.firstIndex { $0.header == "β" })
    let expected = release.pairs.flatMap { $0.estimates.map { $0.result?.estimate.value } }
    let found = estimates.rows.map { row -> Double? in
      if case .number(let value) = row[beta] { value } else { nil }
    }
    #expect(found == expected)
  }
}
