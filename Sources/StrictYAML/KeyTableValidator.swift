import Yams

/// Walks a tree of nodes beside the key table and notes every problem on the way.
struct KeyTableValidator {
  private(set) var problems: [YAMLProblem] = []

  mutating func check(_ mapping: Node.Mapping, against table: KeyTable) -> CheckedMapping {
    let position = mapping.mark.map(YAMLPosition.init) ?? .start
    var checked = CheckedMapping(position: position)
    var seen: [String: YAMLPosition] = [:]
    for (keyNode, valueNode) in merged(mapping) {
      guard let name = keyNode.scalar?.string else {
        note(keyNode, "\(keyNode.words) cannot be a key", "write a name, a colon and a value")
        continue
      }
      guard !DuplicateKeyMask.isMasked(name) else { continue }
      if let first = seen[name] {
        problems.append(.duplicateKey(name, at: keyNode.position, first: first))
        continue
      }
      seen[name] = keyNode.position
      guard let key = table.key(name) else {
        noteUnknown(keyNode, name: name, table: table)
        continue
      }
      if let value = check(valueNode, key: key, at: keyNode.position) {
        checked.entries[name] = CheckedEntry(key: keyNode.position, value: value)
      }
    }
    for key in table.keys where key.presence == .required && seen[key.name] == nil {
      let remedy = key.example.map { "add it, such as '\(key.name): \($0)'" } ?? "add it"
      let summary = "required key '\(key.name)' is missing"
      problems.append(YAMLProblem(position, summary, remedy: remedy))
    }
    return checked
  }

  mutating func note(_ node: Node, _ summary: String, _ remedy: String?) {
    problems.append(YAMLProblem(node.position, summary, remedy: remedy))
  }

  /// The mapping's own pairs, then those of `<<: *anchor` that it does not set itself.
  private mutating func merged(_ mapping: Node.Mapping) -> [(Node, Node)] {
    var pairs: [(Node, Node)] = []
    var inherited: [(Node, Node)] = []
    for (key, value) in mapping {
      guard key.scalar?.string == "<<", key.scalar?.style == .plain else {
        pairs.append((key, value))
        continue
      }
      if case .mapping(let base) = value {
        inherited += merged(base)
      } else {
        note(value, "'<<' takes \(value.words)", "name one mapping, such as '<<: *name'")
      }
    }
    let own = Set(pairs.compactMap { $0.0.scalar?.string })
    return pairs + inherited.filter { !own.contains($0.0.scalar?.string ?? "") }
  }

  private mutating func noteUnknown(_ node: Node, name: String, table: KeyTable) {
    let names = table.keys.map(\.name)
    let remedy =
      NearestName.of(name, among: names).map { "did you mean '\($0)'?" }
      ?? "the keys here are \(names.joined(separator: ", "))"
    note(node, "unknown key '\(name.prefix(60))\(name.count > 60 ? "…" : "")'", remedy)
  }

  /// The value in the type that the key asks for; nil where that is a problem, which is then noted.
  private mutating func check(_ node: Node, key: Key, at position: YAMLPosition) -> CheckedValue? {
    if let scalar = node.scalar, scalar.isNull {
      let remedy = key.presence == .required ? "write one" : "write one or delete the line"
      problems.append(YAMLProblem(position, "'\(key.name)' has no value", remedy: remedy))
      return nil
    }
    return check(node, type: key.type, name: key.name)
  }

  private mutating func check(_ node: Node, type: KeyType, name: String) -> CheckedValue? {
    switch type {
    case .mapping(let table): checkMapping(node, table: table, name: name)
    case .mappingOrScalar(let table, let key): checkMappingOrScalar(node, table: table, key: key, name: name)
    case .list(let element): checkList(node, element: element, name: name)
    case .text, .integer, .number, .boolean, .choice: checkScalar(node, type: type, name: name)
    }
  }

  private mutating func checkMapping(_ node: Node, table: KeyTable, name: String) -> CheckedValue? {
    guard case .mapping(let mapping) = node else {
      let some = table.keys.prefix(4).map(\.name).joined(separator: ", ")
      note(
        node,
        "'\(name)' is \(node.words), not a mapping",
        "write its keys (\(some), …) on lines beneath it"
      )
      return nil
    }
    return CheckedValue(position: node.position, content: .mapping(check(mapping, against: table)))
  }

  private mutating func checkMappingOrScalar(
    _ node: Node,
    table: KeyTable,
    key: String,
    name: String
  ) -> CheckedValue? {
    guard case .scalar = node, let shorthand = table.key(key) else {
      return checkMapping(node, table: table, name: name)
    }
    guard let value = checkScalar(node, type: shorthand.type, name: name) else { return nil }
    let entry = CheckedEntry(key: node.position, value: value)
    let mapping = CheckedMapping(position: node.position, entries: [key: entry])
    return CheckedValue(position: node.position, content: .mapping(mapping))
  }

  private mutating func checkList(_ node: Node, element: KeyType, name: String) -> CheckedValue? {
    guard case .sequence(let sequence) = node else {
      note(
        node,
        "'\(name)' is \(node.words), not a list",
        "write each element on a line of its own behind '- '"
      )
      return nil
    }
    guard !sequence.isEmpty else {
      note(node, "'\(name)' is an empty list", "give it an element or delete the key")
      return nil
    }
    let values = sequence.compactMap { child -> CheckedValue? in
      if let scalar = child.scalar, scalar.isNull {
        note(child, "an element of '\(name)' has no value", "write one or delete the line")
        return nil
      }
      return check(child, type: element, name: name)
    }
    // Half a list would look like a choice that nobody made.
    guard values.count == sequence.count else { return nil }
    return CheckedValue(position: node.position, content: .list(values))
  }

  private mutating func checkScalar(_ node: Node, type: KeyType, name: String) -> CheckedValue? {
    guard case .scalar(let scalar) = node else {
      note(node, "'\(name)' is \(node.words), not \(type.words)", "write one value behind the colon")
      return nil
    }
    switch ScalarReader(name: name).read(scalar, as: type) {
    case .success(let content):
      return CheckedValue(position: node.position, content: content)
    case .failure(let failure):
      note(node, failure.summary, failure.remedy)
      return nil
    }
  }
}

extension Node.Scalar {
  /// Nothing, `~` or `null`, without quotes.
  var isNull: Bool {
    style == .plain && tag.description != Tag.Name.str.rawValue
      && ["", "~", "null", "Null", "NULL"].contains(string)
  }
}
