import Foundation
import ReleaseFormat
import StudyModel
import Testing

/// What a release may take the place of: a release of the same study and nothing else.
@Suite struct ReleaseWriterTests {
  private let folder: TemporaryFolder
  private let release: Release
  private var directory: String { folder.path + "/release" }

  init() throws {
    folder = try TemporaryFolder()
    release = try #require(PopulatedRelease.release)
    try ReleaseDirectory.write(release, to: directory)
  }

  private func put(_ text: String, at name: String) throws {
    let url = URL(fileURLWithPath: "\(folder.path)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: url)
  }

  private func paths() -> [String] {
    FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }.sorted() ?? []
  }

  private func expectRefused(_ text: String, writing new: Release? = nil) throws {
    let before = paths()
    let error = #expect(throws: InputError.self) {
      try ReleaseDirectory.write(new ?? release, to: directory)
    }
    #expect(error?.description.contains(text) == true, "\(String(describing: error))")
    #expect(paths() == before)
  }

  @Test func aReleaseOfAnotherStudyStays() throws {
    var other = release
    other.header.design.id = try #require(StudyID(rawValue: "another"))
    let id = release.header.design.id
    try expectRefused("holds the release of study \(id); choose another folder", writing: other)
    #expect(try ReleaseDirectory.read(directory).release == release)
  }

  @Test func filesOfOthersStayAndAreNamed() throws {
    for name in ["README.md", "notes/a.txt", "pairs/thesis.json"] { try put("x", at: "release/\(name)") }
    try expectRefused("no part of a release: README.md, notes/a.txt, pairs/thesis.json; move them away")
    for name in ["1", "2", "3"] { try put("x", at: "release/\(name)") }
    try expectRefused("1, 2, 3, README.md, notes/a.txt and 1 more; move them away")
  }

  @Test(arguments: ["{}", "not JSON", #"{"schema_version": 1, "design": {"id": "a/b"}}"#])
  func aFileNamedReleaseJsonIsNoRelease(_ text: String) throws {
    try put(text, at: "release/release.json")
    try expectRefused("other files in it and no release")
  }

  @Test func whatFileManagersLeaveIsNoObstacle() throws {
    try put("x", at: "release/.DS_Store")
    try put("x", at: "release/pairs/Thumbs.db")
    try ReleaseDirectory.write(release, to: directory)
    #expect(try ReleaseDirectory.read(directory).release == release)
    #expect(!paths().contains { $0.hasSuffix(".DS_Store") || $0.hasSuffix(".db") })
  }

  @Test func aLinkIsRefused() throws {
    let link = folder.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: directory)
    let error = #expect(throws: InputError.self) { try ReleaseDirectory.write(release, to: link) }
    #expect(error?.description.contains("is a symbolic link; name the folder itself") == true)
    #expect(throws: InputError.self) { try ReleaseDirectory.write(release, to: link + "/") }
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == directory)
  }

  @Test func onlyItsOwnLeftoversAreDeleted() throws {
    let name = ".release.mrreport-partial-killed"
    try put("half", at: "\(name)/release.json")
    try ReleaseDirectory.write(release, to: directory)
    #expect(try folder.names() == ["release"])
    try put("precious", at: "\(name)/thesis.txt")
    try ReleaseDirectory.write(release, to: directory)
    #expect(try folder.names() == [name, "release"])
    #expect(try String(contentsOfFile: "\(folder.path)/\(name)/thesis.txt", encoding: .utf8) == "precious")
  }

  @Test func theReasonIsTheSystems() {
    let error = #expect(throws: InputError.self) { try ReleaseDirectory.write(release, to: "/dev/null/x") }
    #expect(error?.description.contains("cannot be written: file exists; ") == true)
  }
}
