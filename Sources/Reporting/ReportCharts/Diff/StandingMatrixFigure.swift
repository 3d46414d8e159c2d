import Charts

/// Before and after: how many tests went from which standing to which, and who they are.
package struct StandingMatrixFigure: Sendable {
  package var id: String
  package var title: String
  /// The alternative text, with its numbers.
  package var description: String
  /// Beside the rows, and over the columns.
  package var oldTitle: String
  package var newTitle: String
  /// Of the rows and of the columns, in one order.
  package var standings: [String]
  /// A row for each standing before, in it a cell for each one after.
  package var cells: [[Cell]]
  /// For what the figure says by itself.
  package var words: Wordbook

  package struct Cell: Sendable {
    package var names: [String]
    package var kind: Kind
    /// Whether the names are for the data alone: those of the many that stay where they were.
    package var isQuiet: Bool

    package init(names: [String], kind: Kind, isQuiet: Bool = false) {
      (self.names, self.kind, self.isQuiet) = (names, kind, isQuiet)
    }
  }

  package enum Kind: String, Hashable, Sendable {
    case stronger, weaker, same
    /// To or from no test at all.
    case other
  }

  package init(
    id: String,
    title: String,
    description: String,
    oldTitle: String,
    newTitle: String,
    standings: [String],
    cells: [[Cell]],
    words: Wordbook
  ) {
    self.words = words
    (self.id, self.title, self.description) = (id, title, description)
    (self.oldTitle, self.newTitle) = (oldTitle, newTitle)
    (self.standings, self.cells) = (standings, cells)
  }

  /// Names that stand in a cell at most; the others are counted there, and the data name all.
  package static let nameLimit = 6

  /// The figure, 544 px and 358 px wide; nil where nothing is tested.
  package func figure() -> ReportFigure? {
    guard cells.joined().contains(where: { !$0.names.isEmpty }) else { return nil }
    let isFull = cells.joined().allSatisfy { $0.isQuiet || $0.names.count <= Self.nameLimit + 1 }
    return ReportFigure(
      id: id,
      title: title,
      description: description,
      wide: StandingMatrixPainter(figure: self, isNarrow: false).paint(),
      narrow: StandingMatrixPainter(figure: self, isNarrow: true).paint(),
      data: data,
      features: isFull ? [] : [.chosenNames]
    )
  }

  private var data: TabSeparated {
    var table = TabSeparated(header: ["before", "after", "change", "tests", "names"])
    for (old, row) in zip(standings, cells) {
      for (new, cell) in zip(standings, row) {
        table.add([
          .words(old), .words(new), .words(cell.kind.rawValue), .count(cell.names.count),
          .words(cell.names.isEmpty ? nil : cell.names.joined(separator: "; ")),
        ])
      }
    }
    return table
  }
}
