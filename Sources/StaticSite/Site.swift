/// A file of a site: a path below the site's folder, with `/`, and its content.
package struct SiteFile: Hashable, Sendable {
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The text as UTF-8.
  package init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }
}

/// Everything that a site consists of, in memory.
package struct Site: Hashable, Sendable {
  package var files: [SiteFile]

  package init(files: [SiteFile] = []) { self.files = files }

  /// The bytes of the file at exactly this path.
  package subscript(path: String) -> [UInt8]? { files.first { $0.path == path }?.bytes }
}
