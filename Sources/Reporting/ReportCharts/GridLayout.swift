import Charts

/// Where the columns of a grid stand.
struct GridLayout {
  let width: Double
  /// From the left edge to the first column.
  let labelWidth: Double
  let bands: [Band]

  struct Band {
    var groups: [PlacedGroup]
  }

  struct PlacedGroup {
    var name: String
    var start: Double
    var end: Double
    var columns: [PlacedColumn]
  }

  struct PlacedColumn {
    var label: GridTable.Label
    /// The label, slanted, line by line.
    var lines: [[TextSpan]]
    /// Among all columns of the table.
    var index: Int
    var middle: Double
    var width: Double
  }

  static let least = 20.0
  static let most = 34.0
  static let groupGap = 12.0
  /// Between the lines of a slanted label, along the row.
  static let lineStep = 18.0

  init(_ table: GridTable, width: Double) {
    self.width = width
    let labels = table.sections.flatMap { section in
      [TextMetrics.width(section.heading, TextStyle(.body, bold: true))] + section.rows.map(Self.width)
    }
    labelWidth = min((labels.max() ?? 0) + 1, table.labelLimit) + 12
    let left = labelWidth
    let spans = table.groups.flatMap(\.columns).map(\.span)
    let longest = spans.map { min(TextMetrics.width([$0]), table.columnLimit) }.max() ?? 0
    let room = max(width - left - longest / 2 - 8, 60)
    let widths = table.groups.map { Self.widths($0, limit: table.columnLimit) }
    let share = (room - Self.groupGap) / Double(MethodGridFigure.bandSize) - 1e-6
    let pages = Paging.pages(widths.map { Array($0.enumerated()) }, size: room, heading: Self.groupGap) {
      max($0.element, share)
    }
    let firsts = table.groups.indices.map { table.groups[..<$0].reduce(0) { $0 + $1.columns.count } }
    bands = pages.map { parts in
      let count = parts.reduce(0) { $0 + $1.rows.count }
      let used = parts.reduce(0) { $0 + $1.rows.reduce(0) { $0 + $1.element } }
      let spare = max(room - used - Self.groupGap * Double(parts.count), 0) / Double(max(count, 1))
      var x = left
      return Band(
        groups: parts.map { part in
          let group = table.groups[part.group]
          var placed = Self.place(group, part.rows, from: x, spare: spare, limit: table.columnLimit)
          x = placed.end + Self.groupGap
          for index in placed.columns.indices { placed.columns[index].index += firsts[part.group] }
          return placed
        }
      )
    }
  }

  /// Some columns of a group side by side, each as wide as it must be and up to `spare` px wider; their indices
  /// count within the group.
  private static func place(
    _ group: GridTable.Group,
    _ columns: ArraySlice<(offset: Int, element: Double)>,
    from start: Double,
    spare: Double,
    limit: Double
  ) -> PlacedGroup {
    var x = start
    let placed = columns.map { entry -> PlacedColumn in
      let label = group.columns[entry.offset]
      let width = max(entry.element, min(entry.element + spare, most))
      x += width
      return PlacedColumn(
        label: label,
        lines: TextMetrics.lines([label.span], limit: limit),
        index: entry.offset,
        middle: x - width / 2,
        width: width
      )
    }
    return PlacedGroup(name: group.name, start: start, end: x, columns: placed)
  }

  private static func width(_ row: GridTable.Row) -> Double {
    switch row {
    case .heading(let name): TextMetrics.width(name, TextStyle(.tick, bold: true))
    case .cells(let label, _): TextMetrics.width([label.span])
    }
  }

  /// The least width of each column: for its label's lines, and so that the longest word of the group's name
  /// has room under the group.
  private static func widths(_ group: GridTable.Group, limit: Double) -> [Double] {
    let words = group.name.split(separator: " ").map { TextMetrics.width(String($0), .tick) }
    let share = min(words.max() ?? 0, 100) / Double(max(group.columns.count, 1))
    return group.columns.map { label in
      let lines = TextMetrics.lines([label.span], limit: limit).count
      return max(least, share, lines > 1 ? Double(lines) * lineStep + 6 : 0)
    }
  }
}
