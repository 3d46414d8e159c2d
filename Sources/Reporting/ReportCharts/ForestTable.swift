import Charts

/// A table with a forest plot in one of its columns: what the panel's and the methods' figures share.
struct ForestTable {
  var axis: EffectAxis
  var plotTitle: String
  var domain: ClosedRange<Double>
  var nameHead: String
  /// Columns before the plot, after the name.
  var before: [Column] = []
  /// Columns after the plot; `Row.after` has as many cells.
  var after: [Column]
  /// Heads of the glyph columns at the right; `Row.checks` has as many or none.
  var checkHeads: [String] = []
  var items: [Item]
  /// For the heading of a group that goes on from the sheet before.
  var words: Wordbook
  /// An interval shown as a band behind the rows.
  var band: ClosedRange<Double>?
  var minimumRowHeight = 22.0
  /// Names wider than this go on to another line.
  var nameLimit = 330.0
  var minimumPlotWidth = 160.0
  var columnGap = 24.0
  /// Above and below the heading of a group.
  var headingSpace = (above: 8.0, below: 2.0)

  struct Column {
    var head: [TextSpan]
    /// Texts wider than this go on to another line.
    var limit = Double.infinity
  }

  enum Item {
    case heading(String, count: String)
    case row(Row)
  }

  enum Glyph {
    case evidence(EvidenceMark.Filling)
    case square(isFilled: Bool)
  }

  struct Row {
    var name: [TextSpan]
    var link: String?
    var before: [[TextSpan]] = []
    /// Nil for a row that was not estimated.
    var plotted: PlottedEstimate?
    var glyph = Glyph.evidence(.open)
    var isBlue = false
    var after: [[TextSpan]] = []
    var checks: [CheckGlyph] = []
    /// Why there is no estimate.
    var reason = ""
  }

  var rows: [Row] {
    items.compactMap { item in
      guard case .row(let row) = item else { return nil }
      return row
    }
  }

  func drawing(width: Double) -> Drawing {
    ForestPainter(table: self, columns: ForestColumns(self, width: width)).painted()
  }
}
