import Foundation
import StaticSite
import Testing

/// What may be lost when a site is replaced: nothing that the site did not write.
@Suite struct SiteFolderTests {
  private let folder: TemporaryFolder
  private let writer = SiteWriter()
  private let site = Site(files: [
    SiteFile(path: "index.html", text: "new"), SiteFile(path: "a/b.css", text: "b"),
  ])
  private var output: String { "\(folder.path)/site" }

  init() throws {
    folder = try TemporaryFolder()
    try writer.write(site, to: output)
  }

  private func expectRefused(naming list: String) throws {
    let before = folder.files()
    let text =
      "\(output): holds files that mrreport did not write or that were changed since: \(list); "
      + "move them away or choose another folder"
    #expect(throws: SiteError(text)) { try writer.checkMayWrite(to: output) }
    #expect(throws: SiteError(text)) { try writer.write(site, to: output) }
    #expect(folder.files() == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["site"])
  }

  @Test func addedFilesAreNamed() throws {
    try folder.put("precious", at: "site/a/deep/thesis.txt")
    try folder.put("precious", at: "site/CNAME")
    try expectRefused(naming: "CNAME, a/deep/thesis.txt")
  }

  @Test func changedFilesAreNamed() throws {
    try folder.put("c", at: "site/a/b.css")
    try expectRefused(naming: "a/b.css")
  }

  @Test func linksAreNamed() throws {
    try FileManager.default.removeItem(atPath: "\(output)/index.html")
    try folder.put("new", at: "elsewhere")
    try FileManager.default.createSymbolicLink(
      atPath: "\(output)/index.html",
      withDestinationPath: "\(folder.path)/elsewhere"
    )
    let error = #expect(throws: SiteError.self) { try writer.write(site, to: output) }
    #expect(error?.description.contains("since: index.html;") == true)
  }

  @Test func fiveAreNamedAndTheOthersCounted() throws {
    for name in ["1", "2", "3", "4\n", "5", "6", "7"] { try folder.put("", at: "site/\(name)") }
    try expectRefused(naming: "1, 2, 3, \"4\\n\", 5 and 2 more")
  }

  @Test(arguments: [
    "", "This folder was written by mrreport and is replaced as a whole when it runs again.\n",
  ])
  func aMarkerThatIsNotOursListsNothing(_ text: String) throws {
    try folder.put(text, at: "site/.mrreport-site")
    try expectRefused(naming: ".mrreport-site, a/b.css, index.html")
  }

  @Test func whatFileManagersLeaveAndMissingFilesAreTolerated() throws {
    try folder.put("x", at: "site/.DS_Store")
    try folder.put("x", at: "site/a/Thumbs.db")
    try FileManager.default.removeItem(atPath: "\(output)/index.html")
    try writer.write(site, to: output)
    #expect(folder.files().keys.sorted() == ["site/.mrreport-site", "site/a/b.css", "site/index.html"])
  }

  @Test func theMarkerDoesNotDependOnTheOrderOfFiles() throws {
    let text = try #require(folder.files()["site/.mrreport-site"])
    try writer.write(Site(files: site.files.reversed()), to: output)
    #expect(folder.files()["site/.mrreport-site"] == text)
    // The checksums of "b" and "" are those that the authors of FNV-1a publish.
    let lines = text.split(separator: "\n").dropFirst(2)
    #expect(lines.first == "af63df4c8601f1a5 1 a/b.css" && lines.count == 2)
    try writer.write(Site(files: [SiteFile(path: "a b", text: "")]), to: output)
    #expect(folder.files()["site/.mrreport-site"]?.hasSuffix("\ncbf29ce484222325 0 a b\n") == true)
    try writer.write(site, to: output)
  }
}
