import StudyModel

/// A release as it was read, with the bytes it was read from.
package struct LoadedRelease: Sendable {
  package var release: Release
  /// Every file of the release, sorted by path (relative, with `/`); notes for people that lie beside them
  /// (README, .DS_Store) are not among them.
  package var files: [(path: String, bytes: [UInt8])]

  package init(release: Release, files: [(path: String, bytes: [UInt8])]) {
    self.release = release
    self.files = files
  }
}

/// A release on disk: `release.json`, `pairs.jsonl`, `pairs/<id>.json` and `conclusions.json`.
package enum ReleaseDirectory {
  /// Bytes of the largest file of a release that is read: pairs of ten thousand variants take a tenth of it.
  package static let largestFile = 256 << 20

  /// The bytes of every file, sorted by path.
  ///
  /// Throws where a result is not a finite number, which only a fault of the analysis can bring about.
  package static func encode(
    _ release: Release
  ) throws(InputError) -> [(path: String, bytes: [UInt8])] {
    try ReleaseEncoder.files(of: release)
  }

  /// Writes beside the target, which the new folder then takes the place of, so that nobody finds half a release.
  ///
  /// Replaces a release of the same study. Throws, and leaves everything as it was, where something else
  /// stands in the place or the disk refuses.
  package static func write(_ release: Release, to directory: String) throws(InputError) {
    try ReleaseWriter(directory: directory).write(try encode(release))
  }

  /// Reads a release and checks that its files are whole and belong together.
  ///
  /// Throws every problem that was found, each with its file.
  package static func read(_ directory: String) throws(InputError) -> LoadedRelease {
    try ReleaseReader(directory: directory).read()
  }

  /// Opens a release whose pairs are to be looked at one by one: what is held in memory does not grow with their
  /// variants. Each pair is checked as it is read.
  ///
  /// Throws every problem that was found, each with its file.
  package static func open(_ directory: String) throws(InputError) -> OpenRelease {
    try ReleaseReader(directory: directory).open()
  }
}
