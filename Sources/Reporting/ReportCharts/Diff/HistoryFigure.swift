import Charts

/// The estimates of chosen pairs over several releases, one beneath the other.
package struct HistoryFigure: Sendable {
  package var id: String
  package var title: String
  /// The alternative text, with its numbers.
  package var description: String
  package var axis: EffectAxis
  /// Over the releases, the printed estimates, p and adjusted p.
  package var heads: (release: String, estimate: String, p: String, adjusted: String)
  /// In the order of the page.
  package var pairs: [Pair]
  /// For what the figure says by itself.
  package var words: Wordbook

  package struct Pair: Sendable {
    package var name: String
    /// From the oldest release to the newest.
    package var points: [Point]

    package init(name: String, points: [Point]) { (self.name, self.points) = (name, points) }
  }

  package struct Point: Sendable {
    package var release: String
    /// Nil where the release has no estimate.
    package var plotted: PlottedEstimate?
    package var estimateText: String
    package var pText: String
    package var adjustedText: String
    package var evidence: PanelForestFigure.Evidence

    package init(
      release: String,
      plotted: PlottedEstimate?,
      estimateText: String,
      pText: String,
      adjustedText: String,
      evidence: PanelForestFigure.Evidence
    ) {
      (self.release, self.plotted, self.estimateText) = (release, plotted, estimateText)
      (self.pText, self.adjustedText, self.evidence) = (pText, adjustedText, evidence)
    }
  }

  package init(
    id: String,
    title: String,
    description: String,
    axis: EffectAxis,
    heads: (release: String, estimate: String, p: String, adjusted: String),
    pairs: [Pair],
    words: Wordbook
  ) {
    self.words = words
    (self.id, self.title, self.description, self.axis) = (id, title, description, axis)
    (self.heads, self.pairs) = (heads, pairs)
  }

  /// Pairs that a page's figure has at most.
  package static let pairLimit = 12

  /// The figure, 1120 px, 358 px and, for print, 760 px wide; nil without pairs.
  package func figure() -> ReportFigure? {
    let plotted = pairs.flatMap(\.points).compactMap(\.plotted)
    guard !plotted.isEmpty else { return nil }
    let domain = EffectRange(axis: axis).domain(plotted)
    return ReportFigure(
      id: id,
      title: title,
      description: description,
      wide: table(domain, isNarrow: false).drawing(width: 1120),
      narrow: table(domain, isNarrow: true).drawing(width: ReportFigure.narrowWidth),
      print: table(domain, isNarrow: false).drawings(
        width: ReportFigure.printWidth,
        height: ReportFigure.printHeight
      ),
      data: data,
      features: plotted.contains { !axis.holds($0, domain) } ? [.arrows] : []
    )
  }

  private func table(_ domain: ClosedRange<Double>, isNarrow: Bool) -> ForestTable {
    func head(_ text: String) -> ForestTable.Column {
      ForestTable.Column(head: [TextSpan(text, .head, .ink2)], limit: isNarrow ? 84 : .infinity)
    }
    let columns = isNarrow ? [heads.estimate, heads.p] : [heads.estimate, heads.p, heads.adjusted]
    var table = ForestTable(
      axis: axis,
      plotTitle: isNarrow ? axis.shortTitle : axis.title,
      domain: domain,
      nameHead: heads.release,
      after: columns.map(head),
      items: pairs.flatMap { pair in
        [.heading(pair.name, count: "")] + pair.points.map { .row(row($0, isNarrow: isNarrow)) }
      },
      words: words
    )
    if isNarrow { (table.nameLimit, table.minimumPlotWidth, table.columnGap) = (96, 96, 8) }
    return table
  }

  private func row(_ point: Point, isNarrow: Bool) -> ForestTable.Row {
    let style = TextStyle(.body, bold: point.evidence != .neither)
    let texts = [TextSpan.keepingInterval(point.estimateText), point.pText, point.adjustedText]
    var row = ForestTable.Row(name: [TextSpan(point.release, .body, .ink2)], plotted: point.plotted)
    row.isBlue = point.evidence != .neither
    row.glyph = .evidence(Self.filling(point.evidence))
    row.after = texts.prefix(isNarrow ? 2 : 3).map { [TextSpan($0, style)] }
    if point.plotted == nil {
      row.after = row.after.map { _ in [TextSpan("", .body)] }
      row.reason = point.estimateText
    }
    return row
  }

  private static func filling(_ evidence: PanelForestFigure.Evidence) -> EvidenceMark.Filling {
    switch evidence {
    case .adjusted: .full
    case .nominal: .half
    case .neither: .open
    }
  }

  private var data: TabSeparated {
    var table = TabSeparated(header: [
      "pair", "release", "scale", "estimate", "ci_low", "ci_high", "evidence",
    ])
    for pair in pairs {
      for point in pair.points {
        table.add([
          .words(pair.name), .words(point.release), .words(axis.unit), .number(point.plotted?.estimate),
          .number(point.plotted?.low), .number(point.plotted?.high), .words(point.evidence.rawValue),
        ])
      }
    }
    return table
  }
}
