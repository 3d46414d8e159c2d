/// Whether the paths of a site can be files on every system; takes them one by one.
struct SitePaths {
  /// In small letters, with the path as it was given.
  private var files: [String: String] = [:]
  /// In small letters, with a path that needs it.
  private var folders: [String: String] = [:]

  init() { _ = problems(adding: SiteWriter.markerName) }

  /// Throws every path that could leave the site's folder, or that another path would overwrite, also where the file
  /// system does not tell capitals from small letters.
  static func check(_ site: Site) throws(SiteError) {
    var paths = SitePaths()
    let problems = site.files.flatMap { paths.problems(adding: $0.path) }
    if !problems.isEmpty { throw SiteError(problems) }
  }

  /// What is wrong with one more path beside those that were added before.
  mutating func problems(adding path: String) -> [String] {
    if let problem = Self.problem(of: path) { return ["\(path.debugDescription): \(problem)"] }
    let lowercased = path.lowercased()
    // One string where both are the same: there are a hundred thousand files.
    let key = lowercased == path ? path : lowercased
    if let other = files[key] {
      return ["\(path) and \(other) would be the same file where capitals do not count"]
    }
    if let other = folders[key] { return ["\(path) is a file, but \(other) needs it as a folder"] }
    for folder in Self.folders(of: path) {
      if let file = files[folder.lowercased()] {
        return ["\(file) is a file, but \(path) needs it as a folder"]
      }
      folders[folder.lowercased()] = path
    }
    files[key] = path
    return []
  }

  private static func problem(of path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if path.isEmpty { return "a file of a site needs a path" }
    if path.hasPrefix("/") { return "a path of a site must be relative" }
    if parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) {
      return "a path of a site must not have empty, \".\" or \"..\" parts"
    }
    if path == SiteWriter.markerName + SiteMarker.newSuffix { return "the name is taken" }
    if path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0 == "\\" || $0 == ":" })
    {
      return "a path of a site must not have control characters, \"\\\" or \":\""
    }
    if parts.contains(where: { $0.utf8.count > 255 }) { return "a name is longer than 255 bytes" }
    return nil
  }

  private static func folders(of path: String) -> [String] {
    var parts = path.split(separator: "/").map(String.init)
    var folders: [String] = []
    while parts.count > 1 {
      parts.removeLast()
      folders.append(parts.joined(separator: "/"))
    }
    return folders
  }
}
