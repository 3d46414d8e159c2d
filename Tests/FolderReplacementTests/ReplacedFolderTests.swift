import FolderReplacement
import Foundation
import Testing

@Suite struct ReplacedFolderTests {
  private let place: URL
  private let folder: ReplacedFolder

  init() throws {
    place = FileManager.default.temporaryDirectory.appending(path: "mrreport-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    folder = ReplacedFolder(place.path + "/x/../site/")
  }

  private func put(_ text: String, in path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/file"))
  }

  private func text(_ path: String) -> String? {
    try? String(contentsOfFile: path + "/file", encoding: .utf8)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
  }

  @Test func thePathIsPlain() {
    #expect(folder.path == place.path + "/site")
    #expect(folder.parent == place.path && folder.name == "site")
    #expect(folder.neighbour(.partial, of: "x1") == place.path + "/.site.mrreport-partial-x1")
  }

  @Test func aWriteProtectedFolderIsKnown() throws {
    defer { try? FileManager.default.removeItem(at: place) }
    #expect(!folder.isWriteProtected)
    try put("old", in: folder.path)
    #expect(!folder.isWriteProtected)
    guard geteuid() != 0 else { return }
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
    #expect(folder.isWriteProtected)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
  }

  @Test func anOldFolderWithoutASuccessorIsPutBack() throws {
    defer { try? FileManager.default.removeItem(at: place) }
    try put("old", in: folder.neighbour(.old, of: "1"))
    try put("half", in: folder.neighbour(.partial, of: "1"))
    folder.clearLeftovers { _, _ in false }
    #expect(try names().count == 2)
    folder.clearLeftovers { _, _ in true }
    #expect(text(folder.path) == "old")
    #expect(try names() == ["site"])
  }

  /// Whatever its process is called, as in a container that numbers processes from 1.
  @Test func theFolderOfARunThatLivesIsNoLeftover() throws {
    defer { try? FileManager.default.removeItem(at: place) }
    var partial: PartialFolder? = try folder.begin()
    let path = try #require(partial?.path)
    folder.clearLeftovers { _, _ in true }
    #expect(FileManager.default.fileExists(atPath: path))
    partial = nil
    folder.clearLeftovers { _, _ in true }
    #expect(try names() == [])
  }
}
