/// A first file for a person to fill in, made from the examples of a key table: required keys are set,
/// optional ones stand behind a `#` that is to be deleted.
package struct CommentedTemplate {
  private let root: KeyTable

  package init(_ root: KeyTable) { self.root = root }

  package var text: String { lines(root, marksOptional: true).joined(separator: "\n") + "\n" }

  /// - Parameter marksOptional: false within a mapping that is commented out as a whole.
  private func lines(_ table: KeyTable, marksOptional: Bool) -> [String] {
    table.keys.flatMap { key -> [String] in
      let isSet = key.presence == .required || key.isInTemplate
      let lines = lines(key, marksOptional: marksOptional && isSet)
      return marksOptional && !isSet ? lines.map { "#" + $0 } : lines
    }
  }

  private func lines(_ key: Key, marksOptional: Bool) -> [String] {
    let comment = "# " + key.doc + suffix(key)
    let line = key.name + ":" + value(of: key)
    let head = line.count + comment.count > 96 ? [comment, line] : [line + "  " + comment]
    return head + inner(key, marksOptional: marksOptional)
  }

  /// What stands behind the colon: nothing where the value is a mapping on the lines beneath.
  private func value(of key: Key) -> String {
    if case .mappingOrScalar(let table, let name) = key.type {
      return " " + (key.example ?? table.key(name)?.example ?? "")
    }
    return key.type.table == nil ? " " + (key.example ?? "") : ""
  }

  private func inner(_ key: Key, marksOptional: Bool) -> [String] {
    switch key.type {
    case .mapping(let table): lines(table, marksOptional: marksOptional).map(Self.indented)
    case .list(.mapping(let table)): Self.item(lines(table, marksOptional: marksOptional))
    default: []
    }
  }

  private func suffix(_ key: Key) -> String {
    if case .defaults(let value) = key.presence { " (default: \(value))" } else { "" }
  }

  /// A list's element: its first line behind the dash. The first key of such a table is a required one.
  private static func item(_ lines: [String]) -> [String] {
    lines.enumerated().map { index, line in index == 0 ? "  - " + line : indented(indented(line)) }
  }

  /// The `#` of a commented line moves with it, so that deleting it leaves the indentation right.
  private static func indented(_ line: String) -> String { "  " + line }
}
