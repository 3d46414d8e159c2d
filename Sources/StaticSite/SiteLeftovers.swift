import Foundation

/// What runs that were killed have left beside a site's folder.
struct SiteLeftovers {
  let target: SiteTarget

  /// Deletes sites that were not finished and old ones that were not deleted; an old one whose successor is missing is
  /// put back. Touches nothing without our marker, with files that we did not write, or of a process that lives.
  func clear() {
    let manager = FileManager.default
    for name in (try? manager.contentsOfDirectory(atPath: target.parent)) ?? [] {
      guard let (kind, process) = target.neighbourNamed(name), !isAlive(process) else { continue }
      let path = "\(target.parent)/\(name)"
      guard isOurs(path, kind) else { continue }
      if kind == .old, !manager.fileExists(atPath: target.path) {
        try? manager.moveItem(atPath: path, toPath: target.path)
      } else {
        try? manager.removeItem(atPath: path)
      }
    }
  }

  /// The last file of an unfinished site may be cut off; a finished one must be as it was written.
  private func isOurs(_ path: String, _ kind: SiteTarget.Neighbour) -> Bool {
    let folder = SiteFolder(path: path)
    guard folder.marker != nil else { return false }
    return (try? folder.strangers(allowingChanges: kind == .partial).isEmpty) ?? false
  }

  /// Our own number is that of a dead process that had it before.
  private func isAlive(_ process: Int32) -> Bool {
    process != getpid() && (kill(process, 0) == 0 || errno == EPERM)
  }
}
