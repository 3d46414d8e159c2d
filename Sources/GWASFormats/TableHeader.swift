import StudyModel

/// The first line of a table.
struct TableHeader {
  let names: [String]
  let delimiter: Delimiter
  /// Columns behind the last name that have none, as spreadsheets add; they must hold nothing.
  let blankColumns: Int
  private let indexByNormalisedName: [String: Int]

  init(names: [String], delimiter: Delimiter) {
    blankColumns = names.reversed().prefix(while: \.isEmpty).count
    let names = Array(names.dropLast(blankColumns))
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
  var description: String {
    let shown = names.prefix(Self.describedNames).map(Self.shown)
    let rest = names.count > shown.count ? " and \(names.count - shown.count) more" : ""
    return "the \(delimiter.adjective) header has: \(shown.joined(separator: ", "))\(rest)"
  }

  private static let describedNames = 60

  /// A name as a message quotes it.
  static func shown(_ name: String) -> String { name.count > 40 ? name.prefix(40) + "…" : name }

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
  func nearest(to name: String) -> String? { Spelling.nearest(to: name, among: names) }
}
