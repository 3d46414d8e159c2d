import Foundation

/// A folder on disk that is, or may be, a site of ours.
struct SiteFolder {
  let path: String

  /// Nil where the folder has no marker that this program wrote.
  var marker: SiteMarker? {
    bytes(of: SiteWriter.markerName).flatMap { SiteMarker($0) }
  }

  /// Whether it holds nothing but the beginning of an unfinished site's marker, or nothing at all.
  var isBarelyBegun: Bool {
    guard let files = try? files(below: ""), files.allSatisfy({ $0 == SiteWriter.markerName }) else {
      return false
    }
    return files.isEmpty
      || bytes(of: SiteWriter.markerName).map { SiteMarker.unfinishedHead.utf8.starts(with: $0) } ?? false
  }

  /// The files that would be lost if the folder were deleted: those that its marker does not list and, unless
  /// `allowingChanges`, those that are no longer as it lists them. Sorted. Throws where a folder cannot be read.
  func strangers(allowingChanges: Bool = false) throws -> [String] {
    let marker = marker
    return try files(below: "").filter { file in
      if file == SiteWriter.markerName { return marker == nil }
      if file == SiteWriter.markerName + SiteMarker.newSuffix { return marker?.isFinished ?? true }
      guard let marker, marker.lists(file), isRegular(file) else { return true }
      if allowingChanges { return false }
      return !(bytes(of: file).map { marker.holds(file, $0) } ?? false)
    }.sorted()
  }

  /// `strangers` of a folder that nobody put another in the place of meanwhile.
  func steadyStrangers() throws -> [String] {
    while true {
      let before = marker
      let strangers = try strangers()
      if strangers.isEmpty || marker == before { return strangers }
    }
  }

  /// Everything that is not a folder, links included; not what file managers leave.
  private func files(below folder: String) throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")
    return try names.flatMap { name in
      let file = folder + name
      if type(of: file) == .typeDirectory { return try files(below: file + "/") }
      return [".DS_Store", "Thumbs.db"].contains(name) ? [] : [file]
    }
  }

  private func type(of file: String) -> FileAttributeType? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: "\(path)/\(file)")
    return attributes?[.type] as? FileAttributeType
  }

  private func isRegular(_ file: String) -> Bool { type(of: file) == .typeRegular }

  private func bytes(of file: String) -> [UInt8]? {
    guard isRegular(file) else { return nil }
    return (try? Data(contentsOf: URL(fileURLWithPath: "\(path)/\(file)"))).map { [UInt8]($0) }
  }
}
