/// Breaks a grouped list into parts of at most so many rows. A group stays whole where it can: it moves to
/// the next part if it fits there and would leave this one at least half full; a longer one goes on, marked
/// as continued.
enum Paging {
  struct Part<Row> {
    /// The index of the group.
    var group: Int
    var rows: ArraySlice<Row>
    var isContinued: Bool
  }

  /// - Parameter cost: the room a row takes, in the unit of `size`; `heading` likewise for each group's
  /// heading.
  /// - Returns: pages of parts in order; none is empty, and a single row that is larger than a page stands
  /// alone.
  static func pages<Row>(
    _ groups: [[Row]],
    size: Double,
    heading: Double = 0,
    cost: (Row) -> Double = { _ in 1 }
  ) -> [[Part<Row>]] {
    var pages: [[Part<Row>]] = [[]]
    var used = 0.0
    func turn() {
      guard !(pages.last?.isEmpty ?? true) else { return }
      pages.append([])
      used = 0
    }
    for (index, rows) in groups.enumerated() where !rows.isEmpty {
      let whole = heading + rows.reduce(0) { $0 + cost($1) }
      if used + whole > size, whole <= size, used >= size / 2 { turn() }
      var start = rows.startIndex
      if used + heading + cost(rows[start]) > size { turn() }
      used += heading
      for place in rows.indices {
        if used + cost(rows[place]) > size, place > start {
          pages[pages.count - 1].append(Part(group: index, rows: rows[start..<place], isContinued: start > 0))
          turn()
          start = place
          used = heading
        }
        used += cost(rows[place])
      }
      pages[pages.count - 1].append(Part(group: index, rows: rows[start...], isContinued: start > 0))
    }
    return pages.filter { !$0.isEmpty }
  }
}
