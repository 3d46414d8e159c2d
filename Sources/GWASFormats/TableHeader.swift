import StudyModel

/// The first line of a table.
struct TableHeader {
  let names: [String]
  let delimiter: Delimiter
  private let indexByNormalisedName: [String: Int]

  init(names: [String], delimiter: Delimiter) {
    self.names = names
    self.delimiter = delimiter
    indexByNormalisedName = Dictionary(
      names.enumerated().map { (ColumnNames.normalised($0.element), $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Names that stand above more than one column.
  var repeatedNames: [String] {
    var seen: Set<String> = []
    var repeated: [String] = []
    for name in names where !seen.insert(name).inserted && !repeated.contains(name) { repeated.append(name) }
    return repeated
  }

  /// "the tab-separated header has: a, b, c".
  var description: String { "the \(delimiter.adjective) header has: \(names.joined(separator: ", "))" }

  /// The column of that very name.
  func index(exactly name: String) -> Int? { names.firstIndex(of: name) }

  /// The first of the names, given as `ColumnNames.normalised` spells them, that a column bears.
  func index(anyOf normalisedNames: [String]) -> Int? {
    for name in normalisedNames {
      if let index = indexByNormalisedName[name] { return index }
    }
    return nil
  }

  /// The name that takes the fewest edits to become `name`, letter case aside.
  func nearest(to name: String) -> String? {
    names.min { Self.distance($0, name) < Self.distance($1, name) }
  }

  /// Levenshtein's distance.
  private static func distance(_ one: String, _ two: String) -> Int {
    let (one, two) = (Array(one.lowercased()), Array(two.lowercased()))
    var row = Array(0...two.count)
    for (i, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in two.enumerated() {
        let substitution = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substitution, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[two.count]
  }
}
