import FolderReplacement
import Foundation
import Testing

@Suite struct PartialFolderTests {
  private let place: URL
  private let folder: ReplacedFolder

  init() throws {
    place = FileManager.default.temporaryDirectory.appending(path: "mrreport-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    folder = ReplacedFolder(place.path + "/site")
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

  private func replace(with text: String, inOneStep: Bool = true) throws {
    let partial = try folder.begin()
    try put(text, in: partial.path)
    try partial.putInPlace(inOneStep: inOneStep)
  }

  @Test(arguments: [true, false]) func theNewContentTakesThePlaceOfTheOld(inOneStep: Bool) throws {
    defer { try? FileManager.default.removeItem(at: place) }
    try put("old", in: folder.path)
    try replace(with: "new", inOneStep: inOneStep)
    #expect(text(folder.path) == "new")
    #expect(try names() == ["site"])
    try FileManager.default.removeItem(atPath: folder.path)
    try replace(with: "newer", inOneStep: inOneStep)
    #expect(text(folder.path) == "newer")
    #expect(try names() == ["site"])
  }

  @Test(arguments: [true, false]) func aFolderThatSomebodyDeletedTakesNoPlace(inOneStep: Bool) throws {
    defer { try? FileManager.default.removeItem(at: place) }
    try put("old", in: folder.path)
    let partial = try folder.begin()
    try FileManager.default.removeItem(atPath: partial.path)
    #expect(throws: POSIXError(.ENOENT)) { try partial.putInPlace(inOneStep: inOneStep) }
    // Another folder at its path is not what this run made.
    try put("half", in: partial.path)
    #expect(throws: POSIXError(.ENOENT)) { try partial.putInPlace(inOneStep: inOneStep) }
    #expect(text(folder.path) == "old")
  }

  @Test func whatIsDiscardedIsGone() throws {
    defer { try? FileManager.default.removeItem(at: place) }
    let partial = try folder.begin()
    try put("half", in: partial.path)
    partial.discard()
    #expect(try names() == [])
  }

  @Test func ofTwoRunsTheLastToFinishStands() throws {
    defer { try? FileManager.default.removeItem(at: place) }
    try put("old", in: folder.path)
    let (first, second) = (try folder.begin(), try folder.begin())
    try put("first", in: first.path)
    try put("second", in: second.path)
    folder.clearLeftovers { _, _ in true }
    try second.putInPlace()
    #expect(text(folder.path) == "second")
    try first.putInPlace()
    #expect(text(folder.path) == "first")
    #expect(try names() == ["site"])
  }

  /// A reader that opens the folder again and again must never find it missing or empty.
  @Test func readersAlwaysFindAWholeFolder() throws {
    defer { try? FileManager.default.removeItem(at: place) }
    try put("0", in: folder.path)
    let reader = Process()
    reader.executableURL = URL(fileURLWithPath: "/bin/sh")
    let script =
      "n=0; while [ -e run ]; do cat site/file > seen 2>> missing; n=$((n+1)); done; echo $n > count"
    reader.arguments = ["-c", script]
    reader.currentDirectoryURL = place
    try Data().write(to: place.appending(path: "run"))
    try reader.run()
    for round in 1...200 { try replace(with: "\(round)") }
    try FileManager.default.removeItem(at: place.appending(path: "run"))
    reader.waitUntilExit()
    let missing = try? String(contentsOf: place.appending(path: "missing"), encoding: .utf8)
    #expect(missing == "")
    #expect(text(folder.path) == "200")
  }
}
