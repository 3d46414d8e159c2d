/// A file of a site, or the next part of one: a path below the site's folder, with `/`, and its content.
package struct SiteFile: Hashable, Sendable {
  package var path: String
  package var bytes: [UInt8]
  /// Whether the bytes go behind those that the path has already: a long file comes in parts.
  package var continues: Bool

  package init(path: String, bytes: [UInt8], continues: Bool = false) {
    self.path = path
    self.bytes = bytes
    self.continues = continues
  }

  /// The text as UTF-8.
  package init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }
}

/// Everything that a site consists of, in memory.
package struct Site: Hashable, Sendable {
  package var files: [SiteFile]

  package init(files: [SiteFile] = []) { self.files = files }

  /// Puts parts behind what their paths hold.
  package init(parts: [SiteFile]) {
    files = []
    var places: [String: Int] = [:]
    for part in parts {
      if part.continues, let place = places[part.path] {
        files[place].bytes += part.bytes
      } else {
        places[part.path] = files.count
        files.append(part)
      }
    }
  }

  /// The bytes of the file at exactly this path.
  package subscript(path: String) -> [UInt8]? { files.first { $0.path == path }?.bytes }
}
