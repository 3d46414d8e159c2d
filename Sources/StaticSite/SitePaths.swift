/// Whether the paths of a site can be files on every system.
enum SitePaths {
  /// Throws every path that could leave the site's folder, or that another path would overwrite, also where the file
  /// system does not tell capitals from small letters.
  static func check(_ site: Site) throws(SiteError) {
    var problems: [String] = []
    var seen: [String: String] = [:]
    for path in site.files.map(\.path) + [SiteWriter.markerName] {
      if let problem = problem(of: path) { problems.append("\(path.debugDescription): \(problem)") }
      if let other = seen.updateValue(path, forKey: path.lowercased()) {
        problems.append("\(path) and \(other) would be the same file where capitals do not count")
      }
    }
    for path in seen.values.sorted() {
      if let folder = folders(of: path).first(where: { seen[$0.lowercased()] != nil }) {
        problems.append("\(folder) is a file, but \(path) needs it as a folder")
      }
    }
    if !problems.isEmpty { throw SiteError(problems) }
  }

  private static func problem(of path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if path.isEmpty { return "a file of a site needs a path" }
    if path.hasPrefix("/") { return "a path of a site must be relative" }
    if parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) {
      return "a path of a site must not have empty, \".\" or \"..\" parts"
    }
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
