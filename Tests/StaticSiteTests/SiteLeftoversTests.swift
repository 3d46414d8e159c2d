import Foundation
import StaticSite
import Testing

@Suite struct SiteLeftoversTests {
  /// Above every process number that Linux and macOS give out.
  private static let dead = 2_147_483_646

  private let folder: TemporaryFolder
  private let writer = SiteWriter()
  private let site = Site(files: [SiteFile(path: "index.html", text: "new")])
  private let bad = Site(files: [SiteFile(path: String(repeating: "d/", count: 2100) + "x", text: "")])
  private var output: String { "\(folder.path)/site" }

  init() throws { folder = try TemporaryFolder() }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func leave(_ text: String, as name: String) throws {
    try writer.write(
      Site(files: [SiteFile(path: "index.html", text: text)]),
      to: "\(folder.path)/\(name)"
    )
  }

  @Test func foldersOfOthersAreNotTouched() throws {
    try folder.put("x", at: "site.old-2024/x")
    try folder.put("x", at: "site.partial-20241/x")
    try folder.put("x", at: ".site.mrreport-old-\(Self.dead)/x")
    try folder.put("x", at: ".site.mrreport-partial-\(Self.dead)/x")
    try folder.put("x", at: ".site.mrreport-partial-\(getpid())/x")
    let before = folder.files()
    let error = #expect(throws: SiteError.self) { try writer.write(site, to: output) }
    #expect(error?.description.hasSuffix("site: the site cannot be written; file exists") == true)
    #expect(folder.files() == before)
    try FileManager.default.removeItem(atPath: "\(folder.path)/.site.mrreport-partial-\(getpid())")
    try writer.write(site, to: output)
    #expect(
      try names() == [
        ".site.mrreport-old-\(Self.dead)", ".site.mrreport-partial-\(Self.dead)", "site", "site.old-2024",
        "site.partial-20241",
      ]
    )
  }

  @Test func leftoversOfKilledRunsAreCleaned() throws {
    try leave("cut off", as: ".site.mrreport-partial-\(Self.dead)")
    try folder.put("cut", at: ".site.mrreport-partial-\(Self.dead)/index.html")
    try leave("old", as: ".site.mrreport-old-\(Self.dead)")
    try leave("our own number", as: ".site.mrreport-partial-\(getpid())")
    try leave("of a process that lives", as: ".site.mrreport-partial-1")
    try writer.write(site, to: output)
    try writer.write(site, to: output)
    #expect(try names() == [".site.mrreport-partial-1", "site"])
  }

  @Test func anOldSiteThatSomebodyAddedToIsKept() throws {
    let name = ".site.mrreport-old-\(Self.dead)"
    try leave("old", as: name)
    try folder.put("precious", at: "\(name)/thesis.txt")
    try writer.write(site, to: output)
    #expect(folder.files()["\(name)/thesis.txt"] == "precious")
  }

  @Test func anOldSiteThatAKilledRunSetAsideIsNotLost() throws {
    try leave("old", as: ".site.mrreport-old-\(Self.dead)")
    #expect(throws: SiteError.self) { try writer.write(bad, to: output) }
    #expect(folder.files()["site/index.html"] == "old")
    #expect(try names() == ["site"])
  }
}
