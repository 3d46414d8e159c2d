import Foundation

/// What the file system says of a file, by which a change of its content shows.
struct FileIdentity: Codable, Hashable, Sendable {
  var device: UInt64
  var node: UInt64
  var size: Int
  /// Of the content, and of anything about the file, nanoseconds since 1970.
  var modified: Int
  var changed: Int

  /// Nil where there is no such file.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    node = UInt64(status.st_ino)
    size = Int(status.st_size)
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
  }

  /// File systems keep time in steps: a change right after the last one may leave no trace. Once so much time has passed
  /// every later change shows.
  func isSettled(at now: Date) -> Bool {
    let latest = Double(max(modified, changed)) / 1e9
    return now.timeIntervalSince1970 - latest > Self.settlingTime
  }

  private static let settlingTime = 2.0

  private static func nanoseconds(_ time: timespec) -> Int {
    Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }
}
