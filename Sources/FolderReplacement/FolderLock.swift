import Foundation

/// Holds a folder for one process, until it is let go or the process ends, however it ends. The system keeps the lock,
/// so that processes see each other's from inside containers too.
final class FolderLock: Sendable {
  private let descriptor: Int32

  /// Nil where another holds the folder, or it is no folder that can be opened. Where the file system knows no locks
  /// every folder can be held.
  init?(_ folder: String) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }

  /// Whether the folder that is held stands at the path.
  func holds(_ path: String) -> Bool {
    var held = stat()
    var found = stat()
    return fstat(descriptor, &held) == 0 && lstat(path, &found) == 0
      && held.st_dev == found.st_dev && held.st_ino == found.st_ino
  }
}
