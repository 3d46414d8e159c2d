/// A table of the supplement as a sheet of a workbook.
package struct SupplementarySheet: Sendable {
  /// `S1`.
  package let number: String
  package let title: String
  package let columns: [Column]
  /// As many cells as columns.
  package let rows: [[Cell]]

  package struct Column: Sendable {
    package let header: String
    /// Empty for none.
    package let note: String
    package let format: TableFileColumn.Format
  }

  package enum Cell: Hashable, Sendable {
    case text(String)
    case number(Double)
    /// There is none; the row's reason tells why where the release knows it.
    case missing

    init(_ cell: TabSeparated.Cell) {
      self =
        switch cell {
        case .words(let words): words.map { $0.isEmpty ? .missing : .text($0) } ?? .missing
        case .number(let value), .exact(let value): Self.of(value)
        case .count(let count): count.map { .number(Double($0)) } ?? .missing
        // A sheet's numbers end at 2 × 10⁻³⁰⁸; a smaller p stands as text rather than as 0.
        case .p(let p): p.map { $0.value < 1e-300 ? .text(cell.text) : .number($0.value) } ?? .missing
        }
    }

    private static func of(_ value: Double?) -> Cell {
      value.flatMap { $0.isFinite ? .number($0) : nil } ?? .missing
    }
  }
}
