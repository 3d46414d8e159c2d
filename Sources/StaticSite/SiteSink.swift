import FolderReplacement
import Foundation

/// Takes the files of a site one by one and writes each at once; `SiteWriter.write` hands it out.
package final class SiteSink {
  /// Files taken so far.
  package var count: Int { marker.count }

  private let folder: String
  /// The site's folder as the person wrote it, for messages.
  private let shown: String
  private var paths = SitePaths()
  private var marker = SiteMarker()
  private var folders: Set<String> = []
  private let journal: FileHandle

  /// Takes an empty folder.
  init(folder: String, shownAs shown: String) throws(SiteError) {
    self.folder = folder
    self.shown = shown
    let path = "\(folder)/\(SiteWriter.markerName)"
    journal = try Self.saying(shown) {
      try Data(SiteMarker.unfinishedHead.utf8).write(to: URL(fileURLWithPath: path))
      let journal = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try journal.seekToEnd()
      return journal
    }
  }

  /// Writes one file, or puts a part behind what its path holds. The marker names a file before it is there, so that
  /// what a killed run leaves is known to be ours.
  ///
  /// Throws where the path leaves the folder or is taken, and where the disk refuses.
  package func add(_ file: SiteFile) throws(SiteError) {
    guard !file.continues else { return try append(file) }
    let problems = paths.problems(adding: file.path)
    guard problems.isEmpty else { throw SiteError(problems) }
    let line = marker.add(file)
    try Self.saying(shown) {
      try journal.write(contentsOf: Data(line.utf8))
      let url = URL(fileURLWithPath: "\(folder)/\(file.path)")
      let parent = url.deletingLastPathComponent()
      if folders.insert(parent.path).inserted {
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
      }
      try Data(file.bytes).write(to: url)
    }
  }

  private func append(_ part: SiteFile) throws(SiteError) {
    guard marker.lists(part.path) else {
      throw SiteError("\(part.path): a part was given before the beginning of the file")
    }
    _ = marker.add(part)
    try Self.saying(shown) {
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(folder)/\(part.path)"))
      try file.seekToEnd()
      try file.write(contentsOf: Data(part.bytes))
      try file.close()
    }
  }

  /// Puts the marker of a finished site in the place of the unfinished one's.
  func finish() throws(SiteError) {
    try Self.saying(shown) {
      try journal.close()
      let path = "\(folder)/\(SiteWriter.markerName)"
      try Data(marker.text.utf8).write(to: URL(fileURLWithPath: path + SiteMarker.newSuffix))
      guard rename(path + SiteMarker.newSuffix, path) == 0 else {
        throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
      }
    }
  }

  private static func saying<Value>(_ shown: String, _ work: () throws -> Value) throws(SiteError) -> Value {
    do {
      return try work()
    } catch {
      throw SiteError("\(shown): the site cannot be written; \(SystemReason.text(error))")
    }
  }
}
