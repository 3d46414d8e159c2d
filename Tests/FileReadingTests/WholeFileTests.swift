import FileReading
import Foundation
import Testing

@Suite struct WholeFileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "mrreport-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }

  private func refusal(_ path: String, limit: Int = 8) -> String? {
    do throws(WholeFile.Refusal) {
      _ = try WholeFile(path: path, limit: limit).bytes()
      return nil
    } catch {
      return error.summary
    }
  }

  @Test func aFileUpToTheLimitIsRead() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("12345678".utf8).write(to: folder.appending(path: "file"))
    #expect(try WholeFile(path: path("file"), limit: 8).bytes() == Array("12345678".utf8))
    try Data().write(to: folder.appending(path: "empty"))
    #expect(try WholeFile(path: path("empty"), limit: 8).bytes() == [])
  }

  /// Sparse: nothing of it is on disk, and none of it may come into memory.
  @Test func aLargerOneIsRefusedUnread() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data().write(to: folder.appending(path: "file"))
    let handle = try FileHandle(forWritingTo: folder.appending(path: "file"))
    try handle.truncate(atOffset: 1 << 40)
    try handle.close()
    #expect(refusal(path("file"), limit: 16 << 20) == "is larger than 16 MiB, the most that is read")
  }

  @Test func whatIsNoFileIsNamed() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(refusal(path("none")) == "there is no such file")
    #expect(refusal(path("none/none")) == "there is no such file")
    #expect(refusal(folder.path(percentEncoded: false)) == "is a folder")
    #expect(refusal("/dev/null") == "is a device, not a file")
    #expect(mkfifo(path("pipe"), 0o600) == 0)
    #expect(refusal(path("pipe")) == "is a pipe, not a file")
  }
}
