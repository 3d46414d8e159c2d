/// How the fields of every row stand beneath the header; the first row tells.
struct RowShape {
  /// Columns with a name.
  private let names: Int
  /// Columns behind them without one.
  private let blankColumns: Int
  /// Whether every row begins with a name of its own, for which the header has no field, as R's `write.table` has it.
  private let hasRowNames: Bool

  /// What keeps a row from being read.
  struct Misfit {
    /// As `InputProblem.summary`.
    var summary: String
    /// As `InputProblem.remedy`.
    var remedy: String
  }

  /// A surplus field at the end that holds nothing is no sign of row names: taking it for one would move every number
  /// into its neighbour's column.
  init(header: TableHeader, firstRow: RecordSplitter) {
    names = header.names.count
    blankColumns = header.blankColumns
    hasRowNames =
      firstRow.fields.count == names + blankColumns + 1 && firstRow.endsBlank(blankColumns)
      && !firstRow.endsBlank(blankColumns + 1)
  }

  /// Leaves in the row one field for each name of the header; says what is wrong where that cannot be.
  func fit(_ row: inout RecordSplitter) -> Misfit? {
    let first = hasRowNames ? 1 : 0
    let surplus = row.fields.count - first - names
    guard (0...blankColumns).contains(surplus) else { return wrongCount(row.fields.count) }
    guard row.endsBlank(surplus) else {
      return Misfit(
        summary: "the row holds something behind the last column that has a name",
        remedy: "name the column in the header or delete it"
      )
    }
    row.drop(first: first, last: surplus)
    return nil
  }

  private func wrongCount(_ fields: Int) -> Misfit {
    let summary = "the row has \(fields) field\(fields == 1 ? "" : "s")"
    if hasRowNames {
      return Misfit(
        summary:
          "\(summary) where the first has \(names + 1), a row name and one for each of the header's \(names)",
        remedy: "give every row its name and one field for each column"
      )
    }
    return Misfit(
      summary: "\(summary) where the header has \(names)",
      remedy: fields == names + 1
        ? "if R's write.table made it, write it with row.names = FALSE; else take the surplus field away"
        : "give every row one field for each column, NA where nothing is known"
    )
  }
}
