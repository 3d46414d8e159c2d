import StudyModel

/// Finds the columns of a table by the author's mapping and by their usual names.
struct ColumnFinder {
  let header: TableHeader
  let mapping: ColumnMapping
  /// The trait that names speak of where a table tells of two (`beta.exposure`).
  var side: String?

  /// The column that holds the role; an absent mapped column, or an absent required one, is noted.
  func find(_ role: ColumnRole, isRequired: Bool = false, _ problems: inout ProblemList) -> Int? {
    if let name = mapping.columns[role] { return findMapped(role, name, &problems) }
    let names = usualNames(role)
    if let index = header.index(anyOf: names) { return index }
    if isRequired { noteMissing(role, names, &problems) }
    return nil
  }

  /// The column of one trait's number, which must bear the trait's name: no mapping can tell two apart.
  func findOfSide(
    _ role: ColumnRole,
    names: [String],
    isRequired: Bool = false,
    _ problems: inout ProblemList
  ) -> Int? {
    if let index = header.index(anyOf: suffixed(names)) { return index }
    if isRequired, let side, let name = names.first {
      problems.add(
        line: 1,
        "no column holds the \(side) \(ColumnNames.title(role))",
        remedy: "name it \(name).\(side) or \(name)_\(side) in the table; \(header.description)"
      )
    }
    return nil
  }

  /// The trait's own columns before those of the pair. A variant belongs to both traits, so for it the plain
  /// names come first, and `id.exposure`, which in TwoSampleMR's tables is the id of a data set, never does.
  private func usualNames(_ role: ColumnRole) -> [String] {
    let usual = ColumnNames.usual[role] ?? []
    guard role == .variant else { return suffixed(usual) + usual }
    return usual + suffixed(usual) + [ColumnNames.plainIdentifier]
  }

  private func suffixed(_ names: [String]) -> [String] {
    side.map { side in names.map { "\($0)_\(side)" } } ?? []
  }

  private func findMapped(_ role: ColumnRole, _ name: String, _ problems: inout ProblemList) -> Int? {
    if let index = header.index(exactly: name) { return index }
    let nearest = header.nearest(to: name).map { "; “\(TableHeader.shown($0))” is nearest" } ?? ""
    problems.add(
      line: 1,
      "columns: \(role.rawValue) names the column “\(name)”, which the header does not have",
      remedy: "\(header.description)\(nearest)"
    )
    return nil
  }

  private func noteMissing(_ role: ColumnRole, _ names: [String], _ problems: inout ProblemList) {
    problems.add(
      line: 1,
      "no column holds the \(ColumnNames.title(role)) (looked for \(names.joined(separator: ", ")))",
      remedy: "name it under columns: \(role.rawValue); \(header.description)"
    )
  }
}
