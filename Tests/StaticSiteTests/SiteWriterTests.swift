import Foundation
import StaticSite
import Testing

@Suite struct SiteWriterTests {
  private let folder: TemporaryFolder
  private let writer = SiteWriter()
  private let site = Site(files: [
    SiteFile(path: "index.html", text: "new"), SiteFile(path: "a/b.css", text: "b"),
  ])
  private var output: String { "\(folder.path)/site" }

  init() throws { folder = try TemporaryFolder() }

  @Test func aSiteIsWrittenWholeAndNothingIsLeftBeside() throws {
    try writer.write(site, to: output)
    var files = folder.files()
    #expect(files.removeValue(forKey: "site/\(SiteWriter.markerName)") != nil)
    #expect(files == ["site/index.html": "new", "site/a/b.css": "b"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["site"])
  }

  @Test func aFileThatComesInPartsIsTheSameAsOneThatComesWhole() throws {
    let parts = [
      SiteFile(path: "t.tsv", text: "a\n"), SiteFile(path: "x.html", text: "x"),
      SiteFile(path: "t.tsv", bytes: Array("b\n".utf8), continues: true),
      SiteFile(path: "t.tsv", bytes: Array("c\n".utf8), continues: true),
    ]
    try writer.write(to: output) { sink in
      for part in parts { try sink.add(part) }
      #expect(sink.count == 2)
    }
    let inParts = folder.files()
    #expect(inParts["site/t.tsv"] == "a\nb\nc\n")
    let whole = Site(parts: parts)
    #expect(whole.files.map(\.path) == ["t.tsv", "x.html"])
    // The list of checksums is that of whole files too, so that the site may be replaced.
    try writer.write(whole, to: output)
    #expect(folder.files() == inParts)
  }

  @Test func aPartWithoutABeginningIsRefused() throws {
    let part = SiteFile(path: "t.tsv", bytes: [97], continues: true)
    #expect(throws: SiteError("t.tsv: a part was given before the beginning of the file")) {
      try writer.write(to: output) { try $0.add(part) }
    }
    #expect(folder.files().isEmpty)
  }

  @Test func anOldSiteIsReplacedAsAWhole() throws {
    try writer.write(Site(files: [SiteFile(path: "gone.html", text: "old")]), to: output)
    try writer.write(site, to: output + "/")
    #expect(folder.files()["site/index.html"] == "new")
    #expect(folder.files()["site/gone.html"] == nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["site"])
  }

  @Test func anEmptyFolderAndMissingParentsAreFine() throws {
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    try writer.write(site, to: output)
    try writer.write(site, to: "\(folder.path)/x/y/site")
    #expect(folder.files()["site/index.html"] == "new")
    #expect(folder.files()["x/y/site/index.html"] == "new")
  }

  @Test func somebodysFilesAreNotTouched() throws {
    try folder.put("precious", at: "site/thesis.txt")
    let error = #expect(throws: SiteError.self) { try writer.write(site, to: output) }
    #expect(error?.description.contains("holds files that mrreport did not write") == true)
    #expect(folder.files() == ["site/thesis.txt": "precious"])
    #expect(throws: SiteError.self) { try writer.checkMayWrite(to: output) }
  }

  @Test func aFileOrALinkInPlaceOfTheFolderIsRefused() throws {
    try folder.put("x", at: "site")
    #expect(throws: SiteError("\(output): a file of this name is in the way; choose another folder")) {
      try writer.write(site, to: output)
    }
    try folder.put("x", at: "real/\(SiteWriter.markerName)")
    let link = "\(folder.path)/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "\(folder.path)/real")
    #expect(throws: SiteError("\(link): this is a symbolic link; name the folder itself")) {
      try writer.write(site, to: link)
    }
    #expect(folder.files()["real/\(SiteWriter.markerName)"] == "x")
    #expect(throws: SiteError.self) { try writer.write(site, to: "") }
    #expect(throws: SiteError.self) { try writer.write(site, to: "/") }
  }

  @Test func aParentThatCannotBeWrittenIsASentence() throws {
    try folder.put("x", at: "file")
    let error = #expect(throws: SiteError.self) { try writer.write(site, to: "\(folder.path)/file/site") }
    #expect(error?.description.contains("cannot be made") == true)
    #expect(error?.description.contains("NSCocoaErrorDomain") == false)
    #expect(folder.files() == ["file": "x"])
  }

  @Test func aFailureWhileWritingLeavesTheOldSite() throws {
    try writer.write(site, to: output)
    let before = folder.files()
    let tooDeep = (0..<20).map { _ in String(repeating: "d", count: 250) }.joined(separator: "/")
    #expect(throws: SiteError.self) {
      try writer.write(Site(files: [SiteFile(path: "\(tooDeep)/x", text: "")]), to: output)
    }
    #expect(folder.files() == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["site"])
  }

  @Test func theReasonIsTheSystems() {
    #expect(throws: SiteError("/dev/null/x: the folder /dev/null cannot be made; file exists")) {
      try writer.write(site, to: "/dev/null/x")
    }
  }

  @Test(arguments: [
    "../x", "/etc/x", "a/../../x", "a//b", "", ".", "a/.", "a\u{0}b", "a\\b", "c:x", "a\nb",
    SiteWriter.markerName,
  ])
  func pathsThatLeaveTheFolderAreRefused(_ path: String) {
    #expect(throws: SiteError.self) {
      try writer.write(Site(files: [SiteFile(path: path, text: "")]), to: output)
    }
    #expect(folder.files().isEmpty)
  }

  @Test(arguments: [["a", "a"], ["CRP.html", "crp.html"], ["x", "x/y"], ["X", "x/y"]])
  func pathsThatCollideAreRefused(_ paths: [String]) {
    let site = Site(files: paths.map { SiteFile(path: $0, text: "") })
    #expect(throws: SiteError.self) { try writer.write(site, to: output) }
    #expect(folder.files().isEmpty)
  }

  // MARK: File by file

  private struct Interruption: Error {}

  @Test func filesAreOnDiskAsSoonAsTheyAreAdded() throws {
    try writer.write(to: output) { sink in
      for count in 1...3 {
        try sink.add(SiteFile(path: "p/\(count).html", text: "\(count)"))
        let partial = folder.files().filter { $0.key.hasPrefix(".site.mrreport-partial-") }
        #expect(partial.first { $0.key.hasSuffix("/p/\(count).html") }?.value == "\(count)")
        #expect(sink.count == count)
        #expect(!FileManager.default.fileExists(atPath: output))
      }
    }
    #expect(folder.files().keys.sorted() == ["site/.mrreport-site"] + (1...3).map { "site/p/\($0).html" })
  }

  @Test func theMarkerIsTheOneOfASiteWrittenAtOnce() throws {
    try writer.write(site, to: output)
    let marker = folder.files()["site/.mrreport-site"]
    try writer.write(to: output) { sink in
      for file in site.files.reversed() { try sink.add(file) }
    }
    #expect(marker != nil && folder.files()["site/.mrreport-site"] == marker)
  }

  @Test func anErrorOnTheWayLeavesTheOldSite() throws {
    try writer.write(site, to: output)
    let before = folder.files()
    #expect(throws: Interruption.self) {
      try writer.write(to: output) { sink in
        try sink.add(SiteFile(path: "index.html", text: "newer"))
        throw Interruption()
      }
    }
    #expect(folder.files() == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["site"])
  }

  @Test(arguments: [["a", "A"], ["x/y", "x"], ["x", "X/y"], ["../a"], [SiteWriter.markerName + ".new"]])
  func aPathThatCannotBeIsRefusedOnTheWay(_ paths: [String]) throws {
    let error = #expect(throws: SiteError.self) {
      try writer.write(to: output) { sink in
        for path in paths { try sink.add(SiteFile(path: path, text: "")) }
      }
    }
    #expect(error?.problems.count == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func aSiteThatIsEditedMeanwhileIsNotReplaced() throws {
    try writer.write(site, to: output)
    let error = #expect(throws: SiteError.self) {
      try writer.write(to: output) { sink in
        try sink.add(SiteFile(path: "index.html", text: "newer"))
        try folder.put("precious", at: "site/thesis.txt")
      }
    }
    #expect(error?.description.contains("since: thesis.txt;") == true)
    #expect(folder.files()["site/thesis.txt"] == "precious" && folder.files()["site/index.html"] == "new")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["site"])
  }
}
