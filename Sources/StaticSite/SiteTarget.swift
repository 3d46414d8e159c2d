import Foundation

/// The folder that a site goes to.
struct SiteTarget {
  /// As the person wrote it.
  let shown: String
  /// Absolute, without `..`.
  let path: String
  let parent: String
  let name: String

  init(_ directory: String) throws(SiteError) {
    guard !directory.isEmpty else { throw SiteError("the output folder's name is empty; name a folder") }
    let url = URL(fileURLWithPath: directory).standardizedFileURL
    shown = directory
    parent = url.deletingLastPathComponent().path(percentEncoded: false).trimmingTrailingSlashes
    path = url.path(percentEncoded: false).trimmingTrailingSlashes
    name = url.lastPathComponent
    guard path != "/" else {
      throw SiteError("\(directory): the root folder cannot hold a site; name a folder in it")
    }
  }

  /// What a folder beside this one is for.
  enum Neighbour: String, CaseIterable {
    /// A site that is being written.
    case partial
    /// The site that the new one replaces.
    case old
  }

  /// A hidden folder beside this one that belongs to this process.
  func neighbour(_ kind: Neighbour) -> String { "\(parent)/\(prefix(kind))\(getpid())" }

  /// The kind and process of a folder beside this one, nil where the name is not one of `neighbour`'s.
  func neighbourNamed(_ other: String) -> (kind: Neighbour, process: Int32)? {
    for kind in Neighbour.allCases where other.hasPrefix(prefix(kind)) {
      let digits = other.dropFirst(prefix(kind).count)
      guard let process = Int32(digits), process > 0, String(process) == digits else { return nil }
      return (kind, process)
    }
    return nil
  }

  private func prefix(_ kind: Neighbour) -> String { ".\(name).mrreport-\(kind.rawValue)-" }

  /// Throws unless there is nothing yet, an empty folder, or a site of ours with nothing added or changed.
  func checkMayBeReplaced() throws(SiteError) {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return }
    switch attributes[.type] as? FileAttributeType {
    case .typeSymbolicLink?: throw SiteError("\(shown): this is a symbolic link; name the folder itself")
    case .typeDirectory?: break
    default: throw SiteError("\(shown): a file of this name is in the way; choose another folder")
    }
    let strangers: [String]
    do {
      strangers = try SiteFolder(path: path).strangers()
    } catch {
      throw SiteError("\(shown): the folder cannot be read; \(SystemReason.text(error))")
    }
    guard strangers.isEmpty else {
      throw SiteError(
        "\(shown): holds files that mrreport did not write or that were changed since: \(Self.list(strangers)); "
          + "move them away or choose another folder"
      )
    }
  }

  /// Up to five names, and how many more there are.
  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(5).map { name in
      name.unicodeScalars.contains { $0.properties.generalCategory == .control }
        ? name.debugDescription : name
    }
    let more = names.count > 5 ? " and \(names.count - 5) more" : ""
    return shown.joined(separator: ", ") + more
  }
}

extension String {
  fileprivate var trimmingTrailingSlashes: String {
    var text = self
    while text.count > 1, text.hasSuffix("/") { text.removeLast() }
    return text
  }
}
