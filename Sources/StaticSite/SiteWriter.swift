import Foundation

/// Puts a site into a folder as a whole: it is written beside the folder and then renamed, so that a reader sees the
/// old site or the new one, and a failure leaves the old one as it was.
package struct SiteWriter: Sendable {
  /// The file by which a folder is known to be a site of ours, and which lists the files that may be replaced.
  package static let markerName = ".mrreport-site"

  private var manager: FileManager { .default }

  package init() {}

  /// Refuses a folder with files that this type did not write or that were changed since, a file or a symbolic link in
  /// the folder's place, and paths that leave the folder; nothing is changed then.
  package func write(_ site: Site, to directory: String) throws(SiteError) {
    try SitePaths.check(site)
    let target = try SiteTarget(directory)
    try target.checkMayBeReplaced()
    try makeParent(of: target)
    SiteLeftovers(target: target).clear()
    // A site that was put back may have been edited while it lay aside.
    try target.checkMayBeReplaced()
    let partial = target.neighbour(.partial)
    do {
      try manager.createDirectory(atPath: partial, withIntermediateDirectories: false)
    } catch {
      throw SiteError("\(directory): the site cannot be written; \(SystemReason.text(error))")
    }
    do {
      try writeFiles(of: site, into: partial, shownAs: directory)
      try exchange(partial, for: target)
    } catch {
      try? manager.removeItem(atPath: partial)
      throw error
    }
  }

  /// Throws what `write` would throw before it has written anything, so that a long analysis need not be run for
  /// nothing.
  package func checkMayWrite(to directory: String) throws(SiteError) {
    try SiteTarget(directory).checkMayBeReplaced()
  }

  private func makeParent(of target: SiteTarget) throws(SiteError) {
    do {
      try manager.createDirectory(atPath: target.parent, withIntermediateDirectories: true)
    } catch {
      throw SiteError(
        "\(target.shown): the folder \(target.parent) cannot be made; \(SystemReason.text(error))"
      )
    }
  }

  /// The marker comes first, so that what a killed run leaves is known to be ours.
  private func writeFiles(of site: Site, into folder: String, shownAs shown: String) throws(SiteError) {
    do {
      let marker = SiteFile(path: Self.markerName, text: SiteMarker(site).text)
      for file in [marker] + site.files {
        let url = URL(fileURLWithPath: "\(folder)/\(file.path)")
        try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: url)
      }
    } catch {
      throw SiteError("\(shown): the site cannot be written; \(SystemReason.text(error))")
    }
  }

  private func exchange(_ partial: String, for target: SiteTarget) throws(SiteError) {
    let old = target.neighbour(.old)
    do {
      let replaces = manager.fileExists(atPath: target.path)
      if replaces { try manager.moveItem(atPath: target.path, toPath: old) }
      do {
        try manager.moveItem(atPath: partial, toPath: target.path)
      } catch {
        if replaces { try manager.moveItem(atPath: old, toPath: target.path) }
        throw error
      }
    } catch {
      throw SiteError("\(target.shown): the new site cannot take its place; \(SystemReason.text(error))")
    }
    // The new site stands; what cannot be deleted now is deleted by the next run.
    try? manager.removeItem(atPath: old)
  }
}
