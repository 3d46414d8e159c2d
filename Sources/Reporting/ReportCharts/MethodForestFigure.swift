import Charts
import StudyModel

/// One pair by every method: the primary as a square, its interval as a band behind the others.
package struct MethodForestFigure: Sendable {
  package var id: String
  package var title: String
  /// What was found, in a sentence with its numbers: opens the alternative text.
  package var summary: String
  package var axis: EffectAxis
  /// Over the printed estimates ("OR (95% CI)").
  package var estimateHead: String
  package var rows: [Row]
  /// For what the figure says by itself.
  package var words: Wordbook

  package struct Row: Sendable {
    /// The name of the method, with what was done ("MR-PRESSO, 2 outliers out").
    package var method: String
    package var isPrimary: Bool
    package var outcome: Outcome

    package init(method: String, isPrimary: Bool, outcome: Outcome) {
      (self.method, self.isPrimary, self.outcome) = (method, isPrimary, outcome)
    }
  }

  package enum Outcome: Sendable {
    /// - Parameter isNominal: whether p is below the significance level, unrounded: fills the mark.
    case estimated(PlottedEstimate, estimateText: String, pText: String, p: PValue, isNominal: Bool)
    /// Why there is no estimate ("needs 4 variants").
    case notEstimated(reason: String)
  }

  package init(
    id: String,
    title: String,
    summary: String,
    axis: EffectAxis,
    estimateHead: String,
    rows: [Row],
    words: Wordbook
  ) {
    self.words = words
    (self.id, self.title, self.summary, self.axis) = (id, title, summary, axis)
    (self.estimateHead, self.rows) = (estimateHead, rows)
  }

  /// The figure, 544 px, 358 px and, for a column of print, 388 px wide; nil without rows.
  package func figure() -> ReportFigure? {
    guard !rows.isEmpty else { return nil }
    return ReportFigure(
      id: id,
      title: title,
      description: description,
      wide: table(.wide).drawing(width: 544),
      narrow: table(.narrow).drawing(width: ReportFigure.narrowWidth),
      print: [table(.print).drawing(width: ReportFigure.columnWidth)],
      data: data,
      features: plotted.contains { !axis.holds($0, domain) } ? [.arrows] : []
    )
  }
}

extension MethodForestFigure {
  private func table(_ medium: PanelForestLayout.Medium) -> ForestTable {
    var table = ForestTable(
      axis: axis,
      plotTitle: axis.shortTitle,
      domain: domain,
      nameHead: words(FigurePhrase.method),
      after: [.init(head: [TextSpan(estimateHead, .head, .ink2)], limit: Self.limits[medium] ?? .infinity)],
      items: rows.map { .row(tableRow($0, medium)) },
      words: words,
      band: primaryInterval
    )
    table.minimumRowHeight = 26
    (table.nameLimit, table.minimumPlotWidth, table.columnGap) =
      switch medium {
      case .wide: (200, 110, 12)
      case .narrow: (112, 100, 10)
      case .print: (104, 86, 9)
      }
    if medium != .narrow {
      table.after.append(.init(head: [TextSpan("p", TextStyle(.head, bold: true, italic: true), .ink2)]))
    }
    return table
  }

  /// Estimates wider than this stand above their intervals.
  private static let limits: [PanelForestLayout.Medium: Double] = [.narrow: 140, .print: 90]

  private var domain: ClosedRange<Double> {
    EffectRange(axis: axis, coverage: 1).domain(plotted.map(reined))
  }

  private var plotted: [PlottedEstimate] {
    rows.compactMap { row in
      guard case .estimated(let plotted, _, _, _, _) = row.outcome else { return nil }
      return plotted
    }
  }

  /// One very wide interval (MR-Egger of three variants) must not flatten the others: the axis follows an interval
  /// to twice the width of the primary one beyond its ends.
  private func reined(_ plotted: PlottedEstimate) -> PlottedEstimate {
    guard let primary = primaryInterval, primary.upperBound > primary.lowerBound else { return plotted }
    var reined = plotted
    if axis.isRatio, primary.lowerBound > 0 {
      let reach = primary.upperBound / primary.lowerBound
      reined.low = max(plotted.low, primary.lowerBound / (reach * reach))
      reined.high = min(plotted.high, primary.upperBound * reach * reach)
    } else if !axis.isRatio {
      let reach = primary.upperBound - primary.lowerBound
      reined.low = max(plotted.low, primary.lowerBound - 2 * reach)
      reined.high = min(plotted.high, primary.upperBound + 2 * reach)
    }
    return reined
  }

  private var primaryInterval: ClosedRange<Double>? {
    for row in rows where row.isPrimary {
      if case .estimated(let plotted, _, _, _, _) = row.outcome, plotted.low <= plotted.high {
        return plotted.low...plotted.high
      }
    }
    return nil
  }

  private func tableRow(_ row: Row, _ medium: PanelForestLayout.Medium) -> ForestTable.Row {
    let style = TextStyle(.body, bold: row.isPrimary)
    switch row.outcome {
    case .notEstimated(let reason):
      return ForestTable.Row(name: [TextSpan(row.method, style, .ink3)], reason: reason)
    case .estimated(let plotted, let estimate, let p, _, let isNominal):
      return ForestTable.Row(
        name: [TextSpan(row.method, style)],
        plotted: plotted,
        glyph: row.isPrimary ? .square(isFilled: isNominal) : .evidence(isNominal ? .full : .open),
        isBlue: isNominal,
        after: [[TextSpan(medium == .wide ? estimate : TextSpan.keepingInterval(estimate), style)]]
          + (medium == .narrow ? [] : [[TextSpan(p, style)]])
      )
    }
  }

  private var description: String {
    let lines = rows.map { row in
      switch row.outcome {
      case .estimated(_, let estimate, let p, _, _):
        words(FigureSentence.methodEstimate, ["method": row.method, "estimate": estimate, "p": p])
      case .notEstimated(let reason): "\(row.method): \(reason)"
      }
    }
    let opening = words(
      FigureSentence.methods,
      ["count": NumberStyle.count(rows.count), "scale": axis.title]
    )
    return [summary, opening, lines.joined(separator: "; ") + "."].filter { !$0.isEmpty }.joined(
      separator: " "
    )
  }

  private var data: TabSeparated {
    var table = TabSeparated(header: [
      "method", "primary", "scale", "estimate", "ci_low", "ci_high", "p", "reason",
    ])
    for row in rows {
      let head: [TabSeparated.Cell] = [
        .words(row.method), .words(row.isPrimary ? "yes" : "no"), .words(axis.unit),
      ]
      switch row.outcome {
      case .estimated(let plotted, _, _, let p, _):
        let numbers = [plotted.estimate, plotted.low, plotted.high].map { TabSeparated.Cell.number($0) }
        table.add(head + numbers + [.p(p), .words(nil)])
      case .notEstimated(let reason):
        table.add(head + [.number(nil), .number(nil), .number(nil), .p(nil), .words(reason)])
      }
    }
    return table
  }
}
