import ReleaseFormat
import StudyModel

/// A release as reports draw on it: the outline of every pair in memory, and all else of a pair read when its page is
/// made, so that what is held does not grow with the number of variants.
package struct ReportSource: Sendable {
  let release: OpenRelease
  /// In the order of `design.pairs`.
  let outlines: [PairOutline]
  private let offsets: [PairID: Int]

  /// Reads every pair once.
  ///
  /// Throws every problem that was found, each with its file.
  package init(_ release: OpenRelease) throws(InputError) {
    self.release = release
    let primary = release.header.design.settings.primaryMethod
    outlines = try release.survey { PairOutline($0, primaryMethod: primary) }
    offsets = Dictionary(release.entries.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  package var design: StudyDesign { release.header.design }
  var header: ReleaseHeader { release.header }
  var conclusions: Conclusions { release.conclusions }

  /// All that the release holds of the pair.
  ///
  /// Throws where the pair's file has changed since it was read first.
  func pair(_ id: PairID) throws(InputError) -> PairResult? {
    guard let offset = offsets[id] else { return nil }
    return try release.pair(offset)
  }
}
