import CFolderExchange
import Foundation

/// A hidden folder beside a `ReplacedFolder`, in which its new content is made. It is held by a lock: no other run takes
/// it for a leftover while this one lives.
package final class PartialFolder: Sendable {
  private let target: ReplacedFolder
  private let run: String
  private let lock: FolderLock

  package var path: String { target.neighbour(.partial, of: run) }
  private var old: String { target.neighbour(.old, of: run) }

  /// A run that clears up may take the new folder for a leftover before it is held; then another is made.
  private static let attempts = 100

  init(of target: ReplacedFolder) throws {
    for _ in 0..<Self.attempts {
      let run = String(UInt32.random(in: 0 ... .max), radix: 36)
      let path = target.neighbour(.partial, of: run)
      guard mkdir(path, 0o777) == 0 else {
        if errno == EEXIST { continue }
        throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
      }
      guard let lock = FolderLock(path), lock.holds(path) else { continue }
      (self.target, self.run, self.lock) = (target, run, lock)
      return
    }
    throw POSIXError(.EBUSY)
  }

  /// Moves the content to the target's path and deletes what stood there.
  ///
  /// `inOneStep` is an argument so that tests can go the way of systems without an exchange. Throws the system's
  /// error, and leaves both folders where they were: `ENOENT` where somebody deleted the partial folder meanwhile.
  package func putInPlace(inOneStep: Bool = true) throws {
    guard lock.holds(path) else { throw POSIXError(.ENOENT) }
    let manager = FileManager.default
    guard manager.fileExists(atPath: target.path) else {
      return try manager.moveItem(atPath: path, toPath: target.path)
    }
    // Held, so that another run does not put it back or delete it at the same time.
    let oldLock = FolderLock(target.path)
    defer { withExtendedLifetime(oldLock) {} }
    if try inOneStep && exchange() {
      // From here on the partial folder is the old one; its name should say so.
      guard (try? manager.moveItem(atPath: path, toPath: old)) != nil else { return discard() }
    } else {
      try manager.moveItem(atPath: target.path, toPath: old)
      do {
        try manager.moveItem(atPath: path, toPath: target.path)
      } catch {
        try manager.moveItem(atPath: old, toPath: target.path)
        throw error
      }
    }
    // The new content stands; what cannot be deleted now is deleted by the next run.
    ReplacedFolder.remove(old)
  }

  /// Deletes it.
  package func discard() { ReplacedFolder.remove(path) }

  /// False where the system or the file system cannot exchange folders.
  private func exchange() throws -> Bool {
    if folder_exchange(path, target.path) == 0 { return true }
    let code = errno
    if [ENOSYS, EINVAL, ENOTSUP, EOPNOTSUPP].contains(code) { return false }
    throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO)
  }
}
