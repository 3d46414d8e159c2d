import StrictYAML
import StudyModel

/// `results` leaves no other key without a reader, and tells every trait apart.
struct ResultsCheck {
  let root: CheckedMapping
  let disease: CheckedMapping?
  /// Of the panel.
  let traits: [CheckedMapping]

  func problems() -> [YAMLProblem] {
    let all = (disease.map { [$0] } ?? []) + traits
    guard let results = root.mapping("results") else { return all.flatMap(unusedName) }
    let directions = Direction.allCases.filter { results.mapping($0.rawValue) != nil }
    if directions.isEmpty, results.entries.isEmpty {
      let summary = "'results' names no table"
      return [
        YAMLProblem(root.position(of: "results"), summary, remedy: "write 'forward', 'reverse' or both")
      ]
    }
    return directions.flatMap(unread) + sharedNames(all)
  }

  /// Tables and mappings of the direction's pairs that would not be read.
  private func unread(_ direction: Direction) -> [YAMLProblem] {
    let (own, diseases) =
      direction == .forward ? ("instruments", "lookup") : ("lookup", "instruments")
    return (disease.map { unread(diseases, of: $0, direction) } ?? [])
      + traits.flatMap { trait in
        unread(own, of: trait, direction)
          + (trait.mapping("harmonised").map { unread(direction.rawValue, of: $0, direction) } ?? [])
      }
  }

  private func unread(_ key: String, of owner: CheckedMapping, _ direction: Direction) -> [YAMLProblem] {
    guard owner.entries[key] != nil else { return [] }
    let name = key == direction.rawValue ? "harmonised.\(key)" : key
    let other = "results.\(direction.rawValue)"
    let summary = "'\(name)' would not be read, for '\(other)' takes its place"
    return [YAMLProblem(owner.position(of: key), summary, remedy: "delete one of the two")]
  }

  private func unusedName(_ trait: CheckedMapping) -> [YAMLProblem] {
    guard trait.entries["name_in_results"] != nil else { return [] }
    let summary = "'name_in_results' would not be read, for the study has no 'results'"
    return [YAMLProblem(trait.position(of: "name_in_results"), summary, remedy: "delete it")]
  }

  /// Two traits that tables of results would call the same.
  private func sharedNames(_ all: [CheckedMapping]) -> [YAMLProblem] {
    var first: [String: CheckedValue] = [:]
    return all.compactMap { trait in
      guard let value = ResultNames.name(trait), let name = value.text else { return nil }
      guard let other = first[name] else {
        first[name] = value
        return nil
      }
      // Equal ids are told elsewhere.
      guard trait.entries["name_in_results"] != nil || other.text != trait.text("id") else { return nil }
      let summary =
        "the name '\(name)' in results is that of the trait in line \(other.position.line) as well"
      return YAMLProblem(value.position, summary, remedy: "give each trait a 'name_in_results' of its own")
    }
  }
}
