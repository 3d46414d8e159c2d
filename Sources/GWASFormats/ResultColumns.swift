import StudyModel

/// The columns of a result table, found by the names that TwoSampleMR gives them. Row names and identifiers of
/// data sets (`id.exposure`) are left unread.
struct ResultColumns {
  private var indices: [String: Int] = [:]

  /// Looks for every column; notes required ones that are absent.
  init(
    header: TableHeader,
    required: [String],
    optional: [String] = [],
    producedBy function: String,
    _ problems: inout ProblemList
  ) {
    for name in required + optional {
      indices[name] = header.index(anyOf: [ColumnNames.normalised(name)])
    }
    for name in required where indices[name] == nil {
      let near =
        Spelling.nearest(to: name, among: header.names).map { "; “\(TableHeader.shown($0))” is nearest" }
        ?? ""
      problems.add(
        line: 1,
        "there is no column “\(name)”, which TwoSampleMR's \(function) writes",
        remedy: "name it so; \(header.description)\(near)"
      )
    }
  }

  /// Nil where the table has no such column.
  subscript(_ name: String) -> Int? { indices[name] }
}

extension RowReader {
  /// The exposure's or the outcome's name, which must not be missing.
  mutating func traitName(_ column: Int?, _ title: String) -> String {
    if let name = text(column) { return name }
    note("the \(title) has no name", remedy: "name it or delete the row")
    return ""
  }

  /// A finite number as it is printed.
  mutating func printed(_ column: Int?, _ title: String) -> PrintedNumber? {
    decimal(column, title).map(PrintedNumber.init)
  }

  /// Which of the columns hold numbers: all, none, or some, which is noted.
  mutating func completeness(_ columns: ResultColumns, _ names: [String]) -> Completeness {
    let missing = names.filter { text(columns[$0]) == nil }
    if missing.isEmpty { return .all }
    if missing.count == names.count { return .none }
    let given = names.filter { !missing.contains($0) }
    note(
      "\(given.joined(separator: " and ")) \(given.count == 1 ? "stands" : "stand") without "
        + missing.joined(separator: " and "),
      remedy: "give all of \(names.joined(separator: ", ")) or write NA for each"
    )
    return .some
  }

  enum Completeness {
    case all
    case none
    case some
  }

  /// A whole number of at least 1 and at most a billion, which no number of variants reaches.
  mutating func count(_ column: Int?, _ title: String) -> Int? {
    let value = number(column, title, "is not a whole number of at least 1") {
      $0 >= 1 && $0 == $0.rounded()
    }
    guard let value else { return nil }
    if value <= 1e9 { return Int(value) }
    note("\(title) \(shown(column)) is more than there are variants")
    return nil
  }
}

/// A number of a file and how far it may lie from the one that was computed.
struct PrintedNumber {
  let value: Double
  /// Half a unit of the last printed digit.
  let rounding: Double

  init(_ decimal: DecimalNumber) {
    value = decimal.value
    rounding = decimal.halfUnit
  }
}
