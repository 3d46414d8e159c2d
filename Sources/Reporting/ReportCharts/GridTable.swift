import Charts

/// A grid of triangles: labelled rows in sections, columns in groups, broken into bands where they are too
/// many.
struct GridTable {
  var groups: [Group]
  var sections: [Section]
  /// Slanted column labels longer than this go on to another line, in px.
  var columnLimit = 130.0
  /// Row labels wider than this go on to another line, in px.
  var labelLimit = 170.0
  /// Row labels stand at the left edge, not beside their cells.
  var labelsAtStart = false

  struct Label {
    var text: String
    var isBold: Bool
    var link: String?

    var span: TextSpan { TextSpan(text, TextStyle(.tick, bold: isBold)) }
  }

  struct Group {
    /// Under the group's columns, beneath a bracket; empty for none.
    var name: String
    var columns: [Label]
  }

  struct Section {
    var heading: String
    var rows: [Row]
  }

  enum Row {
    case heading(String)
    /// One glyph a column, over all groups.
    case cells(Label, [Glyph])
  }

  enum Glyph: Hashable {
    /// Not estimable.
    case dash
    /// Estimated as exactly nothing.
    case none
    /// - Parameter ratio: |β| / SE.
    case triangle(isUp: Bool, ratio: Double, isFilled: Bool)
  }
}
