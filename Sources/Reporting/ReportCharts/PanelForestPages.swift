import Charts

extension PanelForestFigure {
  /// The figure in parts of at most `size` rows: groups stay whole where they can, otherwise go on under
  /// "(continued)", and all parts share one axis. A panel that fits is the one part, unchanged. Part n > 1
  /// has "-n" after its id, and titles say "part n of m". Time is linear in the rows but for one sort.
  package func pages(size: Int) -> [PanelForestFigure] {
    let parts = Paging.pages(groups.map(\.rows), size: Double(max(size, 1)))
    guard parts.count > 1 else { return [self] }
    let shared = domain
    return parts.enumerated().map { index, part in
      var page = self
      page.sharedDomain = shared
      page.groups = part.map { piece in
        var group = groups[piece.group]
        (group.total, group.isContinued) = (group.total ?? group.rows.count, piece.isContinued)
        group.rows = Array(piece.rows)
        return group
      }
      if index > 0 { page.id += "-\(index + 1)" }
      page.title = words(
        TitlePhrase.part,
        ["title": title, "number": NumberStyle.count(index + 1), "count": NumberStyle.count(parts.count)]
      )
      return page
    }
  }

  /// How far the axis reaches.
  var domain: ClosedRange<Double> {
    sharedDomain ?? EffectRange(axis: axis).domain(tested.map(\.plotted))
  }
}
