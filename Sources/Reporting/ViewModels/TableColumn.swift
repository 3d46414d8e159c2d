/// A column of a table with one row a variant. One that is empty in every row is left out.
struct TableColumn {
  let cells: [String]
  /// Whether it is also left out where every row says the same, which then stands once beside the table.
  var statesConstant = false

  /// Nothing in any row.
  var isBlank: Bool { cells.allSatisfy { Self.blanks.contains($0) } }

  /// What every row of several says.
  var constant: String? {
    guard statesConstant, cells.count > 1, !isBlank, let first = cells.first else { return nil }
    return cells.allSatisfy { $0 == first } ? first : nil
  }

  var isShown: Bool { !isBlank && constant == nil }

  /// The cell of one row, absent where the column is left out.
  func cell(_ row: Int) -> TemplateValue { isShown ? .object(["text": .text(cells[row])]) : .absent }

  private static let blanks = ["", "–", "–, –", "?/?, –"]
}
