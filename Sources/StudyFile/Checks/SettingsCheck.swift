import StrictYAML
import StudyModel

/// The methods and the families agree with each other and with the panel.
enum SettingsCheck {
  static func problems(_ root: CheckedMapping, traits: [CheckedMapping]) -> [YAMLProblem] {
    let families = root.list("families").compactMap(\.mapping)
    // A panel that could not be read says nothing of its groups.
    let groups = traits.isEmpty ? nil : traits.compactMap { $0.text("group") }
    return methodProblems(root) + IdentifierCheck.collisions("id", in: families)
      + repetitions(root.list("methods"), of: "methods")
      + families.flatMap { family in
        repetitions(family.list("directions"), of: "directions")
          + repetitions(family.list("groups"), of: "groups")
          + groupProblems(family, known: groups) + familyMethodProblems(family, root: root)
      }
  }

  private static func methodProblems(_ root: CheckedMapping) -> [YAMLProblem] {
    let settings = AnalysisSettings(root)
    guard !settings.methods.contains(settings.primaryMethod) else { return [] }
    let key = root.entries["primary_method"] == nil ? "methods" : "primary_method"
    return [
      YAMLProblem(
        root.position(of: key),
        "the primary method '\(settings.primaryMethod.rawValue)' is not among 'methods'",
        remedy: "add it there, or set 'primary_method' to one of them"
      )
    ]
  }

  private static func familyMethodProblems(_ family: CheckedMapping, root: CheckedMapping) -> [YAMLProblem] {
    let methods = AnalysisSettings(root).methods.map(\.rawValue)
    guard let value = family.entries["method"]?.value, let method = value.text, !methods.contains(method)
    else {
      return []
    }
    let summary = "the method '\(method)' of a family is not among 'methods'"
    return [
      YAMLProblem(value.position, summary, remedy: "add it there, or use \(methods.joined(separator: ", "))")
    ]
  }

  private static func groupProblems(_ family: CheckedMapping, known: [String]?) -> [YAMLProblem] {
    guard let known else { return [] }
    return family.list("groups").compactMap { value in
      guard let group = value.text, !known.contains(group) else { return nil }
      let remedy =
        NearestName.of(group, among: known).map { "did you mean '\($0)'?" }
        ?? "set 'group' on the traits that belong to it"
      return YAMLProblem(value.position, "no trait of the panel has the group '\(group)'", remedy: remedy)
    }
  }

  private static func repetitions(_ values: [CheckedValue], of key: String) -> [YAMLProblem] {
    var seen: Set<String> = []
    return values.compactMap { value in
      guard let text = value.text, !seen.insert(text).inserted else { return nil }
      return YAMLProblem(value.position, "'\(text)' stands twice in '\(key)'", remedy: "keep one")
    }
  }
}
