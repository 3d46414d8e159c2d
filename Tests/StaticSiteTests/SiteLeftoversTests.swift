import FolderReplacement
import Foundation
import StaticSite
import Testing

@Suite struct SiteLeftoversTests {
  /// A run that was killed.
  private static let dead = "dead"

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
    let before = try names()
    try writer.write(site, to: output)
    #expect(try names() == (before + ["site"]).sorted())
  }

  @Test func leftoversOfKilledRunsAreCleaned() throws {
    try leave("cut off", as: ".site.mrreport-partial-\(Self.dead)")
    try folder.put("cut", at: ".site.mrreport-partial-\(Self.dead)/index.html")
    try leave("old", as: ".site.mrreport-old-\(Self.dead)")
    let living = try ReplacedFolder(output).begin()
    try writer.write(site, to: output)
    try writer.write(site, to: output)
    #expect(try names() == [String(living.path.split(separator: "/").last ?? ""), "site"])
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

  // MARK: Runs that were killed while they wrote

  private var killed: String { ".site.mrreport-partial-\(Self.dead)" }
  private let head = """
    mrreport is writing a site here, or was when it was ended.
    checksum (FNV-1a, 64 bits), bytes, path:

    """

  @Test(arguments: [0, 1, 30, 59, 90]) func aRunKilledBeforeItsFirstFileLeavesNothing(_ length: Int) throws {
    try folder.put(String(head.prefix(length)), at: "\(killed)/.mrreport-site")
    try writer.write(site, to: output)
    #expect(try names() == ["site"])
  }

  @Test func aRunKilledBeforeItsMarkerLeavesNothing() throws {
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/\(killed)",
      withIntermediateDirectories: true
    )
    try writer.write(site, to: output)
    #expect(try names() == ["site"])
  }

  @Test func aRunKilledBetweenFilesLeavesNothing() throws {
    let lines = head + "0123456789abcdef 5 a/x.html\n0123456789abcdef 5 y.html\n0123456"
    try folder.put(lines, at: "\(killed)/.mrreport-site")
    try folder.put("cut", at: "\(killed)/a/x.html")
    try folder.put("half of the finished marker", at: "\(killed)/.mrreport-site.new")
    try writer.write(site, to: output)
    #expect(try names() == ["site"])
  }

  @Test func whatSomebodyPutIntoAnUnfinishedSiteIsKept() throws {
    try folder.put(head + "0123456789abcdef 5 a/x.html\n", at: "\(killed)/.mrreport-site")
    try folder.put("precious", at: "\(killed)/thesis.txt")
    try writer.write(site, to: output)
    #expect(folder.files()["\(killed)/thesis.txt"] == "precious")
  }
}
