import FolderReplacement
import Foundation

/// Puts a site into a folder as a whole: it is written beside the folder and then takes its place, so that a reader
/// sees the old site or the new one, and a failure leaves the old one as it was.
package struct SiteWriter: Sendable {
  /// The file by which a folder is known to be a site of ours, and which lists the files that may be replaced.
  package static let markerName = ".mrreport-site"

  package init() {}

  /// Writes the files that `body` adds, each as it comes, so that no more than one need be in memory.
  ///
  /// Refuses a folder with files that this type did not write or that were changed since, a file or a symbolic link in
  /// the folder's place, and paths that leave the folder. Throws `SiteError`, and what `body` throws; nothing is
  /// changed then.
  package func write(to directory: String, _ body: (SiteSink) throws -> Void) throws {
    let target = try SiteTarget(directory)
    try target.checkMayBeReplaced()
    try target.prepareParent()
    // A site that was put back may have been edited while it lay aside.
    try target.checkMayBeReplaced()
    let partial: PartialFolder
    do {
      partial = try target.folder.begin()
    } catch {
      throw SiteError("\(directory): the site cannot be written; \(SystemReason.text(error))")
    }
    do {
      let sink = try SiteSink(folder: partial.path, shownAs: directory)
      try body(sink)
      try sink.finish()
      // Writing may have taken minutes.
      try target.checkMayBeReplaced()
      try put(partial, inPlaceOf: target)
    } catch {
      partial.discard()
      throw error
    }
  }

  /// Writes a site that is in memory; throws the problems of all its paths together.
  package func write(_ site: Site, to directory: String) throws(SiteError) {
    try SitePaths.check(site)
    do {
      try write(to: directory) { sink in
        for file in site.files { try sink.add(file) }
      }
    } catch let error as SiteError {
      throw error
    } catch {
      throw SiteError("\(directory): \(error)")
    }
  }

  /// Throws what `write` would throw before it has written anything, so that a long analysis need not be run for
  /// nothing.
  package func checkMayWrite(to directory: String) throws(SiteError) {
    let target = try SiteTarget(directory)
    try target.checkMayBeReplaced()
    try target.checkParent()
  }

  private func put(_ partial: PartialFolder, inPlaceOf target: SiteTarget) throws(SiteError) {
    do {
      try partial.putInPlace()
    } catch {
      throw SiteError("\(target.shown): the new site cannot take its place; \(SystemReason.text(error))")
    }
  }
}
