import StrictYAML
import StudyModel

/// The keys of one trait agree with each other.
enum TraitCheck {
  static func problems(_ trait: CheckedMapping) -> [YAMLProblem] {
    let pairSources = trait.mapping("harmonised").map { harmonised in
      Direction.allCases.compactMap { harmonised.mapping($0.rawValue) }.flatMap { file in
        ["exposure_source", "outcome_source"].compactMap(file.mapping)
      }
    }
    return typeProblems(trait) + ([trait] + (pairSources ?? [])).flatMap(sizeProblems) + columnProblems(trait)
  }

  private static func typeProblems(_ trait: CheckedMapping) -> [YAMLProblem] {
    switch trait.text("type").flatMap(TraitType.init) {
    case .continuous?:
      ["cases", "controls", "prevalence"].filter { trait.entries[$0] != nil }.map {
        YAMLProblem(
          trait.position(of: $0),
          "'\($0)' on a continuous trait",
          remedy: "delete it, or set 'type: binary'"
        )
      }
    case .binary?:
      ["units", "unit_size"].filter { trait.entries[$0] != nil }.map {
        YAMLProblem(
          trait.position(of: $0),
          "'\($0)' on a binary trait, whose effects are log odds",
          remedy: "delete it, or set 'type: continuous'"
        )
      }
    case nil: []
    }
  }

  private static func sizeProblems(_ mapping: CheckedMapping) -> [YAMLProblem] {
    guard let total = mapping.integer("sample_size") else { return [] }
    let position = mapping.position(of: "sample_size")
    let parts = ["cases", "controls"].compactMap(mapping.integer)
    let sum = parts.reduce(0, +)
    if parts.count == 2, sum != total {
      let summary = "'sample_size' is \(total), but cases and controls are \(sum) together"
      return [YAMLProblem(position, summary, remedy: "correct one of them, or delete 'sample_size'")]
    }
    if parts.count == 1, sum > total {
      let summary = "'sample_size' is \(total), fewer than the \(sum) that are part of it"
      return [YAMLProblem(position, summary, remedy: "correct one of them")]
    }
    return []
  }

  /// One column cannot hold two things.
  private static func columnProblems(_ trait: CheckedMapping) -> [YAMLProblem] {
    let harmonised = trait.mapping("harmonised")
    let files =
      ["instruments", "lookup", "gwas"].map(trait.mapping)
      + Direction.allCases.map { harmonised?.mapping($0.rawValue) }
    let mappings = ([trait] + files).compactMap { $0?.mapping("columns") }
    return mappings.flatMap { columns in
      var roles: [String: String] = [:]
      return ColumnRole.allCases.compactMap { role -> YAMLProblem? in
        guard let value = columns.entries[role.rawValue]?.value, let name = value.text else { return nil }
        guard let other = roles[name] else {
          roles[name] = role.rawValue
          return nil
        }
        let summary = "column '\(name)' is named for both '\(other)' and '\(role.rawValue)'"
        return YAMLProblem(value.position, summary, remedy: "name each column once")
      }
    }
  }
}
