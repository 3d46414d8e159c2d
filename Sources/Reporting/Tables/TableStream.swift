import StaticSite

/// A table that leaves in parts, so that it never lies in memory as a whole.
struct TableStream {
  /// Rows taken so far.
  private(set) var rowCount = 0
  private let path: String
  private var part: TabSeparated
  private var isBegun = false

  /// Bytes of text that are gathered before they leave.
  private static let partSize = 1 << 18

  /// - Parameter path: of the file in the site.
  init(path: String, header: [String]) {
    self.path = path
    part = TabSeparated(header: header)
  }

  mutating func add(_ rows: [[TabSeparated.Cell]], to sink: SiteFileSink) throws {
    for row in rows { part.add(row) }
    rowCount += rows.count
    if part.text.utf8.count >= Self.partSize { try leave(to: sink) }
  }

  /// Hands on what is left; a table without rows is its header.
  mutating func finish(to sink: SiteFileSink) throws {
    if !isBegun || !part.text.isEmpty { try leave(to: sink) }
  }

  private mutating func leave(to sink: SiteFileSink) throws {
    try sink(SiteFile(path: path, bytes: Array(part.text.utf8), continues: isBegun))
    isBegun = true
    part = TabSeparated()
  }
}
