/// The Markdown reference of a key table: one section for every kind of mapping, one row for every key.
package struct KeyReference {
  private let root: KeyTable

  package init(_ root: KeyTable) { self.root = root }

  /// Tables of one name become one section that holds the keys of all of them.
  package var markdown: String {
    var sections: [KeyTable] = []
    Self.collect(root, into: &sections)
    return sections.map(Self.section).joined(separator: "\n")
  }

  private static func collect(_ table: KeyTable, into sections: inout [KeyTable]) {
    if let index = sections.firstIndex(where: { $0.name == table.name }) {
      let known = Set(sections[index].keys.map(\.name))
      sections[index].keys += table.keys.filter { !known.contains($0.name) }
    } else {
      sections.append(table)
    }
    for key in table.keys {
      if let inner = key.type.table { collect(inner, into: &sections) }
    }
  }

  private static func section(_ table: KeyTable) -> String {
    let head = "### \(table.name)\n\n\(table.doc).\n\n| key | value | | meaning |\n|---|---|---|---|\n"
    return head + table.keys.map(row).joined()
  }

  private static func row(_ key: Key) -> String {
    let presence =
      switch key.presence {
      case .required: "required"
      case .optional: "optional"
      case .defaults(let value): "default: \(cell(value))"
      }
    let example = key.example.map { " (`\(cell($0))`)" } ?? ""
    return "| `\(key.name)` | \(cell(key.type.reference)) | \(presence) | \(cell(key.doc))\(example) |\n"
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}

extension KeyType {
  /// "an integer", for messages.
  var words: String {
    switch self {
    case .text(let rule): "a \(rule.name)"
    case .integer: "an integer"
    case .number: "a number"
    case .boolean: "true or false"
    case .choice(let names): "one of \(names.joined(separator: ", "))"
    case .list: "a list"
    case .mapping, .mappingOrScalar: "a mapping"
    }
  }

  /// The table of the mapping, or of the mappings in the list.
  var table: KeyTable? {
    switch self {
    case .mapping(let table), .mappingOrScalar(let table, _): table
    case .list(let element): element.table
    case .text, .integer, .number, .boolean, .choice: nil
    }
  }

  /// What the key reference says of the type.
  fileprivate var reference: String {
    switch self {
    case .text(let rule): rule.name
    case .integer(let range): "integer \(ScalarReader.words(range))"
    case .number(let range): "number \(range.words)"
    case .boolean: "true or false"
    case .choice(let names): names.map { "`\($0)`" }.joined(separator: ", ")
    case .list(.mapping(let table)): "list of mappings: *\(table.name)*"
    case .list(let element): "list of: \(element.reference)"
    case .mapping(let table): "mapping: *\(table.name)*"
    case .mappingOrScalar(let table, let key): "\(key), or mapping: *\(table.name)*"
    }
  }
}
