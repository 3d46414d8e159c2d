import Foundation

/// A file that is read into memory at once, and therefore only where it is a file and not too large for it.
package struct WholeFile: Sendable {
  package var path: String
  /// Bytes that are read at most.
  package var limit: Int

  package init(path: String, limit: Int) {
    self.path = path
    self.limit = limit
  }

  /// What keeps the file from being read, as `InputProblem` words it.
  package struct Refusal: Error, Hashable, Sendable {
    package var summary: String
    package var remedy: String
  }

  /// Throws before a byte is read where the file is none, or larger than the limit.
  package func bytes() throws(Refusal) -> [UInt8] {
    try checkIsFile()
    // One byte more than may be there: the file may grow while it is read.
    guard let handle = FileHandle(forReadingAtPath: path),
      let content = try? handle.read(upToCount: limit + 1) ?? Data()
    else { throw Self.unreadable }
    guard content.count <= limit else { throw tooLarge }
    return [UInt8](content)
  }

  /// Throws where the path leads to no file, or to one that is larger than the limit.
  package func checkIsFile() throws(Refusal) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw [ENOENT, ENOTDIR].contains(errno) ? Self.absent : Self.unreadable
    }
    if let kind = Self.kind(status.st_mode) {
      throw Refusal(summary: "is \(kind)", remedy: kind == "a folder" ? "name a file in it" : "name a file")
    }
    guard status.st_size <= limit else { throw tooLarge }
  }

  private static let absent = Refusal(summary: "there is no such file", remedy: "correct the path")
  private static let unreadable = Refusal(
    summary: "cannot be read",
    remedy: "check the permissions of the file"
  )

  private var tooLarge: Refusal {
    Refusal(
      summary: "is larger than \(limit >> 20) MiB, the most that is read",
      remedy: "check that it is the file that was meant"
    )
  }

  /// What stands in the path where it is no regular file.
  private static func kind(_ mode: mode_t) -> String? {
    switch mode & S_IFMT {
    case S_IFREG: nil
    case S_IFDIR: "a folder"
    case S_IFIFO: "a pipe, not a file"
    case S_IFSOCK: "a socket, not a file"
    default: "a device, not a file"
    }
  }
}
