import Foundation
import StaticSite
import StudyModel

/// Where a command is about to write, compared with what must not be written into.
struct OutputPlace {
  /// As the person wrote it.
  let shown: String
  /// From the root, without `.`, `..` and symbolic links.
  private let parts: [String]

  init(_ path: String) {
    shown = path
    parts = Self.resolved(URL(fileURLWithPath: path).standardizedFileURL).pathComponents
  }

  /// Throws where the place is one of the releases, lies in one, or has one in it: replacing the one would spoil the
  /// other.
  func checkApart(from releases: [String]) throws(InputError) {
    var problems: [InputProblem] = []
    for release in releases {
      let other = OutputPlace(release)
      guard parts.starts(with: other.parts) || other.parts.starts(with: parts) else { continue }
      let relation =
        parts == other.parts ? "is" : parts.count > other.parts.count ? "lies inside" : "has inside it"
      problems.append(problem("\(relation) the release \(release)"))
    }
    if !problems.isEmpty { throw InputError(problems) }
  }

  /// Throws where the place is another one, lies in it, or has it inside; `name` is what the other is called.
  func checkApart(from path: String, called name: String) throws(InputError) {
    let other = OutputPlace(path)
    guard parts.starts(with: other.parts) || other.parts.starts(with: parts) else { return }
    throw InputError(problem("shares its place with \(name), \(path)"))
  }

  /// Throws where the place lies inside a site or a release that is on disk already.
  func checkOutsideOfReleasesAndSites() throws(InputError) {
    for count in 1..<max(parts.count, 1) {
      let folder = Self.path(Array(parts.prefix(count)))
      if Self.isSite(folder) { throw InputError(problem("lies inside the site \(folder)")) }
      if Self.isRelease(folder) { throw InputError(problem("lies inside the release \(folder)")) }
    }
  }

  /// Throws where a site stands in this place.
  func checkIsNoSite() throws(InputError) {
    if Self.isSite(Self.path(parts)) { throw InputError(problem("is a site that mrreport wrote")) }
  }

  private func problem(_ summary: String) -> InputProblem {
    InputProblem(file: shown, summary: summary, remedy: "choose another folder; nothing was written")
  }

  private static func isSite(_ folder: String) -> Bool { has(SiteWriter.markerName, folder) }

  private static func isRelease(_ folder: String) -> Bool {
    has("release.json", folder) && has("pairs.jsonl", folder)
  }

  private static func has(_ name: String, _ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/\(name)")
  }

  private static func path(_ parts: [String]) -> String {
    "/" + parts.dropFirst().joined(separator: "/")
  }

  /// The last parts may not exist yet; the system resolves those before them.
  private static func resolved(_ url: URL) -> URL {
    if let real = realpath(url.path(percentEncoded: false), nil) {
      defer { free(real) }
      return URL(fileURLWithPath: String(cString: real))
    }
    guard url.pathComponents.count > 1 else { return url }
    return resolved(url.deletingLastPathComponent()).appending(path: url.lastPathComponent)
  }
}
