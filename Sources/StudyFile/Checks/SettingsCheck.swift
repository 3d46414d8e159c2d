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
    let primary = settings.primaryMethod
    if let problem = conditionalProblem(primary, at: root.position(of: "primary_method")) { return [problem] }
    guard primary.isComputed else {
      return foreignProblems(primary, Direction.allCases, root, at: root.position(of: "primary_method"))
    }
    let isRead = analysed(Direction.allCases, root).isEmpty
    guard !isRead, !settings.methods.contains(primary) else { return [] }
    let key = root.entries["primary_method"] == nil ? "methods" : "primary_method"
    return [
      YAMLProblem(
        root.position(of: key),
        "the primary method '\(primary.rawValue)' is not among 'methods'",
        remedy: "add it there, or set 'primary_method' to one of them"
      )
    ]
  }

  private static func familyMethodProblems(_ family: CheckedMapping, root: CheckedMapping) -> [YAMLProblem] {
    let methods = AnalysisSettings(root).methods
    guard let value = family.entries["method"]?.value, let method = value.text.flatMap(MethodID.init) else {
      return []
    }
    if let problem = conditionalProblem(method, at: value.position) { return [problem] }
    let directions = family.list("directions").compactMap { $0.text.flatMap(Direction.init) }
    guard method.isComputed else {
      return foreignProblems(method, directions, root, at: value.position)
    }
    let isRead = !directions.isEmpty && analysed(directions, root).isEmpty
    guard !isRead, !methods.contains(method) else { return [] }
    let summary = "the method '\(method.rawValue)' of a family is not among 'methods'"
    let choices = methods.map(\.rawValue).joined(separator: ", ")
    return [YAMLProblem(value.position, summary, remedy: "add it there, or use \(choices)")]
  }

  /// MR-PRESSO removes outliers from some pairs and gives no estimate of the others: which pairs are tested, and so how
  /// many, would depend on the data.
  private static func conditionalProblem(_ method: MethodID, at position: YAMLPosition) -> YAMLProblem? {
    guard method == .mrPresso else { return nil }
    return YAMLProblem(
      position,
      "'\(method.rawValue)' gives an estimate only of pairs whose global test rejects, and so no family of tests",
      remedy: "leave it among 'methods' and test by another, such as \(MethodID.ivwRandomEffects.rawValue)"
    )
  }

  /// A method that only other tools compute stands in tables of results alone.
  private static func foreignProblems(
    _ method: MethodID,
    _ directions: [Direction],
    _ root: CheckedMapping,
    at position: YAMLPosition
  ) -> [YAMLProblem] {
    guard let first = analysed(directions, root).first else { return [] }
    let place =
      root.mapping("results") == nil
      ? "which the study does not have" : "and the direction \(first.rawValue) is analysed here"
    let remedy = MethodID.computed.map(\.rawValue).joined(separator: ", ")
    return [
      YAMLProblem(
        position,
        "'\(method.rawValue)' is not computed here and can only be read from 'results', \(place)",
        remedy: "use one of \(remedy)"
      )
    ]
  }

  /// Those of the directions whose pairs are analysed here rather than read from `results`.
  private static func analysed(_ directions: [Direction], _ root: CheckedMapping) -> [Direction] {
    let results = root.mapping("results")
    return directions.filter { direction in
      results?.mapping(direction.rawValue) == nil
        && (results == nil || VariantTables.areNamed(direction, in: root))
    }
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

/// The tables from which pairs are analysed.
private enum VariantTables {
  /// Whether any trait names one that a pair of the direction would be read from.
  static func areNamed(_ direction: Direction, in root: CheckedMapping) -> Bool {
    let (own, diseases) = direction == .forward ? ("instruments", "lookup") : ("lookup", "instruments")
    let traits = root.mapping("panel")?.list("traits").compactMap(\.mapping) ?? []
    return root.mapping("disease")?.entries[diseases] != nil || GenomeWideFile.isNamed(in: root)
      || traits.contains {
        $0.entries[own] != nil || $0.mapping("harmonised")?.entries[direction.rawValue] != nil
      }
  }
}
