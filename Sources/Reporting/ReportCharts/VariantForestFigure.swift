import Charts

/// One pair, variant by variant: each alone at the left, all but that one at the right, on shared rows.
package struct VariantForestFigure: Sendable {
  package var id: String
  package var title: String
  /// What was found, in a sentence with its numbers: opens the alternative text.
  package var summary: String
  /// Its titles stand over the left plot ("Each variant alone: OR of CHD per SD", "Alone: OR per SD").
  package var axis: EffectAxis
  /// Over the right plot ("All but that variant: OR of CHD per SD").
  package var leftOutTitle: String
  /// The same on the narrow drawing ("Without it").
  package var leftOutShortTitle: String
  /// The name of the last row ("All 79, IVW").
  package var pooledName: String
  /// The estimate of all variants: the diamonds, the dotted lines and the band; nil if there is none.
  package var pooled: PlottedEstimate?
  /// In the order of the page.
  package var rows: [Row]
  /// For what the figure says by itself.
  package var words: Wordbook

  package struct Row: Sendable {
    package var name: String
    /// The share of the pooled estimate, 0 to 1; nil if there is none.
    package var weight: Double?
    package var alone: PlottedEstimate?
    /// The estimate without this variant.
    package var leftOut: PlottedEstimate?
    /// Why the row is marked ("outlier; without it 1.59"); such rows are bold. Empty for most.
    package var note: String
    /// A ring round the mark: an outlier by MR-PRESSO.
    package var isRinged: Bool

    package init(
      name: String,
      weight: Double?,
      alone: PlottedEstimate?,
      leftOut: PlottedEstimate?,
      note: String = "",
      isRinged: Bool = false
    ) {
      (self.name, self.weight, self.alone) = (name, weight, alone)
      (self.leftOut, self.note, self.isRinged) = (leftOut, note, isRinged)
    }
  }

  package init(
    id: String,
    title: String,
    summary: String,
    axis: EffectAxis,
    leftOutTitle: String,
    leftOutShortTitle: String,
    pooledName: String,
    pooled: PlottedEstimate?,
    rows: [Row],
    words: Wordbook
  ) {
    self.words = words
    (self.id, self.title, self.summary, self.axis) = (id, title, summary, axis)
    (self.leftOutTitle, self.leftOutShortTitle) = (leftOutTitle, leftOutShortTitle)
    (self.pooledName, self.pooled, self.rows) = (pooledName, pooled, rows)
  }

  /// The rows that are drawn at most; beyond, a selection is, and the figure's `note` says which.
  package static let rowLimit = 300

  /// The figure, 1120 px, 358 px and, for print, 760 px wide and as high as its rows need; nil without a row
  /// that has an estimate.
  package func figure() -> ReportFigure? {
    guard rows.contains(where: { $0.alone != nil || $0.leftOut != nil }) else { return nil }
    let selection = VariantSelection(rows, words)
    var drawn = self
    drawn.rows = selection.rows
    return ReportFigure(
      id: id,
      title: title,
      description: [description, selection.note].filter { !$0.isEmpty }.joined(separator: " "),
      wide: VariantForestPainter(drawn, VariantForestColumns(drawn, .wide)).painted(),
      narrow: VariantForestPainter(drawn, VariantForestColumns(drawn, .narrow)).painted(),
      print: VariantForestPainter(drawn, VariantForestColumns(drawn, .print)).sheets(),
      data: data,
      note: selection.note,
      features: drawn.features
    )
  }

  private var features: Set<FigureFeature> {
    var features: Set<FigureFeature> = []
    for (rows, domain) in [
      (rows.compactMap(\.alone), aloneDomain), (rows.compactMap(\.leftOut), leftOutDomain),
    ]
    where rows.contains(where: { !axis.holds($0, domain) }) {
      features.insert(.arrows)
    }
    if hasWeights { features.insert(.weights) }
    if hasLeftOut { features.insert(.leftOut) }
    if rows.contains(where: \.isRinged) { features.insert(.rings) }
    if rows.compactMap(\.alone).contains(where: axis.excludesNull) { features.insert(.excludesNull) }
    return features
  }

  /// How far the left axis reaches.
  var aloneDomain: ClosedRange<Double> {
    EffectRange(axis: axis).domain(rows.compactMap(\.alone) + (pooled.map { [$0] } ?? []))
  }

  /// How far the right axis reaches.
  var leftOutDomain: ClosedRange<Double> {
    let range = EffectRange(axis: axis, coverage: 1, includesNull: false)
    return range.domain(rows.compactMap(\.leftOut) + (pooled.map { [$0] } ?? []))
  }

  /// Whether the bars of weight tell variants apart: one variant alone has all of it.
  var hasWeights: Bool { rows.count > 1 && rows.contains { ($0.weight ?? 0) > 0 } }

  /// Whether any row says what happens without its variant.
  var hasLeftOut: Bool { rows.contains { $0.leftOut != nil } }

  private var description: String {
    let opening = words(
      rows.count == 1 ? FigureSentence.variantsOfOne : .variants,
      [
        "count": NumberStyle.count(rows.count),
        "scale": hasLeftOut ? "\(axis.title); \(leftOutTitle)" : axis.title,
      ]
    )
    let excluding = rows.compactMap(\.alone).filter(axis.excludesNull).count
    let count = words(
      excluding == 1 ? FigureSentence.oneExcludes : .exclude,
      ["count": NumberStyle.count(excluding)]
    )
    let noted = rows.filter { !$0.note.isEmpty }
    let notes = noted.prefix(Self.noteLimit).map {
      words(FigureSentence.note, ["name": $0.name, "note": $0.note])
    }
    let rest = noted.count - notes.count
    let more = words(
      FigureSentence.moreNotes,
      ["count": NumberStyle.count(rest), "all": NumberStyle.count(noted.count)]
    )
    return ([summary, opening, count] + notes + (rest > 0 ? [more] : [])).filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// The notes that the alternative text holds at most.
  private static let noteLimit = 40

  private var data: TabSeparated {
    var table = TabSeparated(
      header: [
        "variant", "weight", "scale", "alone", "alone_ci_low", "alone_ci_high", "left_out", "left_out_ci_low",
        "left_out_ci_high", "outlier", "note",
      ]
    )
    let all = Row(name: pooledName, weight: nil, alone: pooled, leftOut: pooled)
    for row in rows + (pooled == nil ? [] : [all]) {
      let plotted = [row.alone, row.leftOut].flatMap { [$0?.estimate, $0?.low, $0?.high] }
      table.add(
        [.words(row.name), .exact(row.weight), .words(axis.unit)] + plotted.map { .number($0) } + [
          .words(row.isRinged ? "yes" : "no"), .words(row.note.isEmpty ? nil : row.note),
        ]
      )
    }
    return table
  }
}
