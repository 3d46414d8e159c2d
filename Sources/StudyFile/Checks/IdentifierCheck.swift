import StrictYAML

/// No two traits share an identifier, not even in another case: some file systems would make their pages one.
enum IdentifierCheck {
  /// - Parameter traits: the disease and the panel.
  static func problems(_ traits: [CheckedMapping]) -> [YAMLProblem] { collisions("id", in: traits) }

  /// - Parameter key: holds the identifier within each mapping.
  static func collisions(_ key: String, in mappings: [CheckedMapping]) -> [YAMLProblem] {
    var first: [String: CheckedValue] = [:]
    let ids = mappings.compactMap { $0.entries[key]?.value }.sorted { $0.position < $1.position }
    return ids.compactMap { value in
      guard let id = value.text else { return nil }
      guard let other = first[id.lowercased()] else {
        first[id.lowercased()] = value
        return nil
      }
      let taken = other.text == id ? "the same" : "'\(other.text ?? "")'"
      return YAMLProblem(
        value.position,
        "identifier '\(id)' collides with \(taken) in line \(other.position.line)",
        remedy: "choose identifiers that differ in more than upper and lower case"
      )
    }
  }
}
