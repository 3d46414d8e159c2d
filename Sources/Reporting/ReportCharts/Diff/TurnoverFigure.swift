import Charts

/// Instruments that were lost, kept, aligned otherwise and gained, a square each.
package struct TurnoverFigure: Sendable {
  package var id: String
  package var title: String
  /// The alternative text, with its numbers.
  package var description: String
  package var words: Words
  /// In the order of the page.
  package var rows: [Row]
  /// Rows for the data alone.
  package var others: [Row]

  package struct Words: Sendable {
    package var name: String
    package var lost: String
    package var kept: String
    package var realigned: String
    package var gained: String
    /// Over the squares right of the line.
    package var here: String
    /// Over the counts ("2024 → 2026").
    package var counts: String

    package init(
      name: String,
      lost: String,
      kept: String,
      realigned: String,
      gained: String,
      here: String,
      counts: String
    ) {
      (self.name, self.lost, self.kept, self.realigned) = (name, lost, kept, realigned)
      (self.gained, self.here, self.counts) = (gained, here, counts)
    }
  }

  package struct Row: Sendable {
    package var name: String
    /// The page of the trait, relative; nil for none.
    package var link: String?
    package var lost: Int
    /// As they were.
    package var kept: Int
    /// Kept, with other alleles, another strand, another name or another proxy.
    package var realigned: Int
    package var gained: Int

    package init(name: String, link: String?, lost: Int, kept: Int, realigned: Int, gained: Int) {
      (self.name, self.link) = (name, link)
      (self.lost, self.kept) = (max(lost, 0), max(kept, 0))
      (self.realigned, self.gained) = (max(realigned, 0), max(gained, 0))
    }

    var before: Int { lost + kept + realigned }
    var after: Int { kept + realigned + gained }
  }

  package init(
    id: String,
    title: String,
    description: String,
    words: Words,
    rows: [Row],
    others: [Row] = []
  ) {
    (self.id, self.title, self.description) = (id, title, description)
    (self.words, self.rows, self.others) = (words, rows, others)
  }

  /// Rows that a page's figure has at most.
  package static let rowLimit = 12

  /// Variants beyond which a row's squares would not fit, so that all rows are bars.
  package static let squareLimit = 24

  /// Whether a row has too many variants for squares.
  var isDense: Bool { rows.contains { $0.lost + $0.after > Self.squareLimit } }

  /// The figure, 544 px and 358 px wide; nil without rows.
  package func figure() -> ReportFigure? {
    guard !rows.isEmpty else { return nil }
    return ReportFigure(
      id: id,
      title: title,
      description: description,
      wide: TurnoverPainter(figure: self, isNarrow: false).paint(),
      narrow: TurnoverPainter(figure: self, isNarrow: true).paint(),
      data: data,
      features: isDense ? [.weights] : []
    )
  }

  private var data: TabSeparated {
    var table = TabSeparated(header: [
      "trait", "before", "after", "lost", "kept", "realigned", "gained", "drawn",
    ])
    for (row, isDrawn) in rows.map({ ($0, true) }) + others.map({ ($0, false) }) {
      table.add([
        .words(row.name), .count(row.before), .count(row.after), .count(row.lost), .count(row.kept),
        .count(row.realigned), .count(row.gained), .words(isDrawn ? "yes" : "no"),
      ])
    }
    return table
  }
}
