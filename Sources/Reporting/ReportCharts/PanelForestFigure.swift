import Charts
import StudyModel

/// One direction of a study: every trait of the panel with its estimate, grouped, tested or not.
package struct PanelForestFigure: Sendable {
  package var id: String
  package var title: String
  /// What was found, in a sentence with its numbers: opens the alternative text.
  package var summary: String
  package var axis: EffectAxis
  /// Over the printed estimates ("OR (95% CI)").
  package var estimateHead: String
  /// Heads of the check columns of the wide drawing ("H", "P", "A"); empty for none.
  package var checkHeads: [String]
  /// In the order of the page; empty groups are left out.
  package var groups: [Group]
  /// For what the figure says by itself.
  package var words: Wordbook
  /// The axis that all parts of a panel share; nil to fit this figure's rows.
  var sharedDomain: ClosedRange<Double>?

  package struct Group: Sendable {
    /// Empty for rows without a heading.
    package var name: String
    package var rows: [Row]
    /// The rows of the whole group where some stand in another figure; nil where all stand here.
    package var total: Int?
    /// Whether the group began in an earlier figure.
    package var isContinued = false

    package init(name: String, rows: [Row]) { (self.name, self.rows) = (name, rows) }
  }

  package struct Row: Sendable {
    package var name: String
    /// A second name in grey, for instance the gene; wide drawing only.
    package var alias: String
    /// The page of the trait, relative; nil for none.
    package var link: String?
    /// The number of variants; nil if unknown.
    package var variants: Int?
    /// The unit of the row where rows differ; nil for that of the axis.
    package var unit: String?
    package var outcome: Outcome

    package init(
      name: String,
      alias: String,
      link: String?,
      variants: Int?,
      unit: String? = nil,
      outcome: Outcome
    ) {
      (self.name, self.alias, self.link) = (name, alias, link)
      (self.variants, self.unit, self.outcome) = (variants, unit, outcome)
    }
  }

  package enum Outcome: Sendable {
    case tested(Tested)
    /// Why there is no estimate, in a few words.
    case untested(reason: String)
  }

  package struct Tested: Sendable {
    package var plotted: PlottedEstimate
    /// As printed: "0.50 (0.28–0.91)", "0.023", "0.80".
    package var estimateText: String
    package var pText: String
    package var adjustedPText: String
    /// The same two for the data.
    package var p: PValue
    package var adjustedP: PValue?
    package var evidence: Evidence
    /// As many as `checkHeads`, or none.
    package var checks: [CheckGlyph]

    package init(
      plotted: PlottedEstimate,
      estimateText: String,
      pText: String,
      adjustedPText: String,
      p: PValue,
      adjustedP: PValue?,
      evidence: Evidence,
      checks: [CheckGlyph] = []
    ) {
      (self.plotted, self.estimateText, self.pText) = (plotted, estimateText, pText)
      (self.adjustedPText, self.evidence, self.checks) = (adjustedPText, evidence, checks)
      (self.p, self.adjustedP) = (p, adjustedP)
    }
  }

  /// The raw values stand in the data.
  package enum Evidence: String, Hashable, Sendable {
    case adjusted = "passes adjustment"
    case nominal = "before adjustment only"
    case neither = "neither"

    func text(_ words: Wordbook) -> String {
      switch self {
      case .adjusted: words(FigureSentence.passes)
      case .nominal: words(FigureSentence.nominalOnly)
      case .neither: words(FigureSentence.neither)
      }
    }
  }

  package init(
    id: String,
    title: String,
    summary: String,
    axis: EffectAxis,
    estimateHead: String,
    checkHeads: [String] = [],
    groups: [Group],
    words: Wordbook
  ) {
    self.words = words
    (self.id, self.title, self.summary, self.axis) = (id, title, summary, axis)
    (self.estimateHead, self.checkHeads) = (estimateHead, checkHeads)
    self.groups = groups.filter { !$0.rows.isEmpty }
  }

  /// The figure, 1120 px, 358 px and, for print, 760 px wide; nil without rows.
  package func figure() -> ReportFigure? {
    guard !groups.isEmpty else { return nil }
    return ReportFigure(
      id: id,
      title: title,
      description: description,
      wide: PanelForestLayout(input: self, medium: .wide).table.drawing(width: 1120),
      narrow: PanelForestLayout(input: self, medium: .narrow).table.drawing(width: ReportFigure.narrowWidth),
      print: PanelForestLayout(input: self, medium: .print).table.drawings(
        width: ReportFigure.printWidth,
        height: ReportFigure.printHeight
      ),
      data: data,
      features: features
    )
  }
}

extension PanelForestFigure {
  private var rows: [Row] { groups.flatMap(\.rows) }

  var tested: [Tested] {
    rows.compactMap { row in
      guard case .tested(let tested) = row.outcome else { return nil }
      return tested
    }
  }

  private var features: Set<FigureFeature> {
    let (tested, domain) = (tested, domain)
    var features: Set<FigureFeature> = []
    if tested.contains(where: { !axis.holds($0.plotted, domain) }) { features.insert(.arrows) }
    if tested.contains(where: { $0.evidence == .adjusted }) { features.insert(.passing) }
    if tested.contains(where: { $0.evidence == .nominal }) { features.insert(.nominal) }
    if tested.contains(where: { !$0.checks.isEmpty }) { features.insert(.checks) }
    return features
  }

  private var description: String {
    let evident = rows.compactMap { row -> String? in
      guard case .tested(let tested) = row.outcome, tested.evidence != .neither else { return nil }
      return words(
        FigureSentence.evident,
        [
          "name": row.name, "estimate": tested.estimateText, "p": tested.pText,
          "evidence": tested.evidence.text(words),
        ]
      )
    }
    let counts = words(
      FigureSentence.forest,
      [
        "traits": NumberStyle.count(rows.count), "tested": NumberStyle.count(tested.count),
        "scale": axis.title,
      ]
    )
    let list =
      evident.isEmpty
      ? words(FigureSentence.noneBelow)
      : words(FigureSentence.below, ["rows": evident.joined(separator: "; ")])
    return [summary, counts, list].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var data: TabSeparated {
    var table = TabSeparated(
      header: [
        "group", "trait", "alias", "variants", "scale", "estimate", "ci_low", "ci_high", "p", "p_adjusted",
        "evidence",
        "reason",
      ] + checkHeads.map { "check_\($0)" }
    )
    for group in groups {
      for row in group.rows { table.add(cells(row, group: group.name)) }
    }
    return table
  }

  private func cells(_ row: Row, group: String) -> [TabSeparated.Cell] {
    let head: [TabSeparated.Cell] = [
      .words(group), .words(row.name), .words(row.alias), .count(row.variants),
      .words(row.unit ?? axis.unit),
    ]
    switch row.outcome {
    case .untested(let reason):
      let missing = Array(repeating: TabSeparated.Cell.number(nil), count: 6)
      return head + missing + [.words(reason)] + checkHeads.map { _ in .words(nil) }
    case .tested(let tested):
      let plotted = tested.plotted
      let checks = checkHeads.indices.map { $0 < tested.checks.count ? tested.checks[$0].rawValue : nil }
      return head + [
        .number(plotted.estimate), .number(plotted.low), .number(plotted.high), .p(tested.p),
        .p(tested.adjustedP), .words(tested.evidence.rawValue), .words(nil),
      ] + checks.map { .words($0) }
    }
  }
}
