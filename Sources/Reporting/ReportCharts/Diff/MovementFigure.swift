import Charts

/// Each estimate in the older and the newer release, joined, and how far it moved by which cause.
package struct MovementFigure: Sendable {
  package var id: String
  package var title: String
  /// The alternative text, with its numbers.
  package var description: String
  package var axis: EffectAxis
  package var words: Words
  /// In the order of the page.
  package var rows: [Row]
  /// Rows for the data alone.
  package var others: [Row]

  /// What stands over the columns and beside the glyphs.
  package struct Words: Sendable {
    package var name: String
    package var old: String
    package var new: String
    /// Over the printed estimates of either release.
    package var oldEstimate: String
    package var newEstimate: String
    package var change: String
    package var movement: String
    package var data: String
    package var software: String
    package var total: String

    package init(
      name: String,
      old: String,
      new: String,
      oldEstimate: String,
      newEstimate: String,
      change: String,
      movement: String,
      data: String,
      software: String,
      total: String
    ) {
      (self.name, self.old, self.new, self.change) = (name, old, new, change)
      (self.oldEstimate, self.newEstimate, self.movement) = (oldEstimate, newEstimate, movement)
      (self.data, self.software, self.total) = (data, software, total)
    }
  }

  package struct Row: Sendable {
    package var name: String
    /// The page of the trait, relative; nil for none.
    package var link: String?
    /// Nil where the release has no estimate.
    package var old: PlottedEstimate?
    package var new: PlottedEstimate?
    /// As printed; a dash where there is none.
    package var oldText: String
    package var newText: String
    /// What changed, in a few words.
    package var change: String
    /// Whether it crossed a line: drawn bold.
    package var isListed: Bool
    /// (new − old) / old standard error; nil where either is missing.
    package var shift: Double?
    package var shiftText: String
    /// The two add up to `shift`; nil where causes were not told apart.
    package var dataShift: Double?
    package var softwareShift: Double?

    package init(
      name: String,
      link: String?,
      old: PlottedEstimate?,
      new: PlottedEstimate?,
      oldText: String,
      newText: String,
      change: String,
      isListed: Bool,
      shift: Double?,
      shiftText: String,
      dataShift: Double? = nil,
      softwareShift: Double? = nil
    ) {
      (self.name, self.link, self.old, self.new) = (name, link, old, new)
      (self.oldText, self.newText, self.change, self.isListed) = (oldText, newText, change, isListed)
      (self.shift, self.shiftText) = (shift, shiftText)
      (self.dataShift, self.softwareShift) = (dataShift, softwareShift)
    }
  }

  package init(
    id: String,
    title: String,
    description: String,
    axis: EffectAxis,
    words: Words,
    rows: [Row],
    others: [Row] = []
  ) {
    (self.id, self.title, self.description) = (id, title, description)
    (self.axis, self.words, self.rows, self.others) = (axis, words, rows, others)
  }

  /// Rows that a page's figure has at most; a page folds the others away.
  package static let rowLimit = 24

  /// The figure, 1120 px, 358 px and, for print, 760 px wide; nil without rows.
  package func figure() -> ReportFigure? {
    guard !rows.isEmpty else { return nil }
    let domain = domain
    let isCut = (rows.flatMap { [$0.old, $0.new] }).contains { $0.map { !axis.holds($0, domain) } ?? false }
    let bars = MovementBars(rows)
    return ReportFigure(
      id: id,
      title: title,
      description: description,
      wide: MovementPainter(self, width: 1120).paint(rows),
      narrow: NarrowMovementPainter(self).paint(),
      print: MovementPainter(self, width: ReportFigure.printWidth).sheets(height: ReportFigure.printHeight),
      data: data,
      features: isCut || bars.areCut ? [.arrows] : []
    )
  }

  /// The axis over every interval of either release.
  var domain: ClosedRange<Double> {
    EffectRange(axis: axis).domain(rows.flatMap { [$0.old, $0.new].compactMap { $0 } })
  }

  /// Whether causes were told apart for any row.
  var isAttributed: Bool { rows.contains { $0.dataShift != nil && $0.softwareShift != nil } }

  private var data: TabSeparated {
    var table = TabSeparated(header: [
      "pair", "scale", "estimate_before", "ci_low_before", "ci_high_before", "estimate_after", "ci_low_after",
      "ci_high_after", "shift_in_old_standard_errors", "software_and_settings", "data", "change", "drawn",
    ])
    for (row, isDrawn) in rows.map({ ($0, true) }) + others.map({ ($0, false) }) {
      let numbers = [row.old, row.new].flatMap { plotted -> [TabSeparated.Cell] in
        [.number(plotted?.estimate), .number(plotted?.low), .number(plotted?.high)]
      }
      table.add(
        [.words(row.name), .words(axis.unit)] + numbers + [
          .number(row.shift), .number(row.softwareShift), .number(row.dataShift), .words(row.change),
          .words(isDrawn ? "yes" : "no"),
        ]
      )
    }
    return table
  }
}
