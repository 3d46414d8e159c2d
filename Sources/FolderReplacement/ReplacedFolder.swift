import Foundation

/// A folder that gets its new content as a whole: it is made in a hidden folder beside it, which then takes its place.
///
/// Whoever opens the folder finds the old content or the new one, also when the process is killed at any moment:
/// where the system can exchange two folders in one step (Linux, macOS) there is no moment between the two; elsewhere
/// the old folder lies beside for that moment and `clearLeftovers` of the next run puts it back. Runs that write to one
/// folder at a time do not disturb each other: the last to finish stands.
package struct ReplacedFolder: Sendable {
  /// Absolute, without `.`, `..` and a slash at its end.
  package let path: String
  /// The folder that it lies in.
  package let parent: String
  /// Its name in `parent`.
  package let name: String

  /// Takes a path as a person wrote it.
  package init(_ directory: String) {
    let url = URL(fileURLWithPath: directory).standardizedFileURL
    parent = url.deletingLastPathComponent().path(percentEncoded: false).trimmingTrailingSlashes
    path = url.path(percentEncoded: false).trimmingTrailingSlashes
    name = url.lastPathComponent
  }

  /// What a hidden folder beside this one is for.
  package enum Neighbour: String, CaseIterable, Sendable {
    /// Content that is being made.
    case partial
    /// What the new content replaces.
    case old
  }

  /// A hidden folder beside this one; renaming between the two crosses no file system.
  ///
  /// - Parameter run: tells the folders of one run from those of another.
  package func neighbour(_ kind: Neighbour, of run: String) -> String { "\(parent)/\(prefix(kind))\(run)" }

  private func prefix(_ kind: Neighbour) -> String { ".\(name).mrreport-\(kind.rawValue)-" }

  /// Whether a folder stands there whose permissions forbid writing.
  package var isWriteProtected: Bool { access(path, W_OK) != 0 && errno == EACCES }

  /// Begins new content in an empty hidden folder that belongs to this run. Throws the system's error.
  package func begin() throws -> PartialFolder { try PartialFolder(of: self) }

  /// Deletes the hidden folders of runs that were killed; an old folder whose successor is missing is put back.
  /// Touches only what `isOurs` says holds nothing of anybody else's; it gets the folder's path.
  package func clearLeftovers(isOurs: (String, Neighbour) -> Bool) {
    let manager = FileManager.default
    for neighbour in ((try? manager.contentsOfDirectory(atPath: parent)) ?? []).sorted() {
      guard let kind = Neighbour.allCases.first(where: { neighbour.hasPrefix(prefix($0)) }) else { continue }
      let leftover = "\(parent)/\(neighbour)"
      // Held until it is gone: a run that has just made the folder then sees that it is not its own.
      guard let lock = FolderLock(leftover), isOurs(leftover, kind) else { continue }
      withExtendedLifetime(lock) {
        if kind == .old, !manager.fileExists(atPath: path) {
          try? manager.moveItem(atPath: leftover, toPath: path)
        } else {
          Self.remove(leftover)
        }
      }
    }
  }

  /// Deletes a folder, what is hidden in it last: a marker by which it is known must outlive the rest if the process is
  /// killed meanwhile.
  static func remove(_ folder: String) {
    let manager = FileManager.default
    let names = (try? manager.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where !name.hasPrefix(".") { try? manager.removeItem(atPath: "\(folder)/\(name)") }
    try? manager.removeItem(atPath: folder)
  }
}

extension String {
  fileprivate var trimmingTrailingSlashes: String {
    var text = self
    while text.count > 1, text.hasSuffix("/") { text.removeLast() }
    return text
  }
}
