import Charts

extension ForestTable {
  /// The table on sheets of at most a height, all with the same columns and axis.
  func drawings(width: Double, height: Double) -> [Drawing] {
    let columns = ForestColumns(self, width: width)
    func cost(_ row: Row) -> Double { RowPainter.height(row, table: self, columns: columns) }
    let one = rows.first { $0.plotted != nil } ?? rows.first
    let empty = one.map {
      ForestPainter(table: with([.row($0)]), columns: columns).painted().height - cost($0)
    }
    let axisOnTop = rows.count > 20 ? 18.0 : 0
    let pages = Paging.pages(
      groups.map(\.rows),
      size: max(height - (empty ?? 0) - axisOnTop, 100),
      heading: TextStyle.body.lineHeight + headingSpace.above + headingSpace.below,
      cost: cost
    )
    let named = groups
    return pages.map { parts in
      let items = parts.flatMap { part -> [Item] in
        let group = named[part.group]
        let rows = part.rows.map { Item.row($0) }
        guard let name = group.name else { return rows }
        return [.heading(part.isContinued ? continued(name) : name, count: group.count)] + rows
      }
      return ForestPainter(table: with(items), columns: columns).painted()
    }
  }

  /// A group's heading where its rows go on from the sheet before.
  private func continued(_ name: String) -> String {
    words(TitlePhrase.continued, ["name": name])
  }

  private func with(_ items: [Item]) -> ForestTable {
    var table = self
    table.items = items
    return table
  }

  private var groups: [(name: String?, count: String, rows: [Row])] {
    var groups: [(name: String?, count: String, rows: [Row])] = []
    for item in items {
      switch item {
      case .heading(let name, let count): groups.append((name, count, []))
      case .row(let row):
        if groups.isEmpty { groups.append((nil, "", [])) }
        groups[groups.count - 1].rows.append(row)
      }
    }
    return groups
  }
}
