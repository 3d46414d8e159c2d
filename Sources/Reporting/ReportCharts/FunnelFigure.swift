import Charts

/// The estimate of each variant against its precision: lopsided where weak variants pull one way.
package struct FunnelFigure: Sendable {
  package var id: String
  package var title: String
  /// What was found, in a sentence with its numbers: opens the alternative text.
  package var summary: String
  package var axis: EffectAxis
  /// Along the foot ("Odds ratio from each variant (log scale)").
  package var xTitle: String
  /// At the side ("Precision (1 / SE)").
  package var yTitle: String
  package var points: [Variant]
  package var lines: [Line]
  /// The pooled estimate on the shown scale about which the dotted curves stand; nil for none.
  package var centre: Double?
  /// For what the figure says by itself.
  package var words: Wordbook

  package struct Variant: Sendable {
    package var name: String
    /// On the shown scale (an odds ratio).
    package var estimate: Double
    /// One over the standard error on the scale of analysis (the log odds ratio).
    package var precision: Double
    package var isRinged: Bool
    /// After the name where it is printed; empty for none.
    package var note: String

    package init(name: String, estimate: Double, precision: Double, isRinged: Bool = false, note: String = "")
    {
      (self.name, self.estimate, self.precision) = (name, estimate, precision)
      (self.isRinged, self.note) = (isRinged, note)
    }
  }

  package struct Line: Sendable {
    package var kind: MethodLineKind
    package var label: String
    /// On the shown scale.
    package var estimate: Double

    package init(kind: MethodLineKind, label: String, estimate: Double) {
      (self.kind, self.label, self.estimate) = (kind, label, estimate)
    }
  }

  package init(
    id: String,
    title: String,
    summary: String,
    axis: EffectAxis,
    xTitle: String,
    yTitle: String,
    points: [Variant],
    lines: [Line],
    centre: Double?,
    words: Wordbook
  ) {
    self.words = words
    (self.id, self.title, self.summary, self.axis) = (id, title, summary, axis)
    (self.xTitle, self.yTitle, self.lines, self.centre) = (xTitle, yTitle, lines, centre)
    self.points = points.filter { point in
      point.estimate.isFinite && point.precision.isFinite && point.precision > 0
        && (!axis.isRatio || point.estimate > 0)
    }
  }

  /// The figure, 544 px and 358 px wide; nil without points.
  package func figure() -> ReportFigure? {
    guard !points.isEmpty else { return nil }
    let painters = (wide: FunnelPainter(self, isNarrow: false), narrow: FunnelPainter(self, isNarrow: true))
    var features = PointNames.features(count: points.count, ringed: points.contains(where: \.isRinged))
    if painters.wide.hasCurves, painters.narrow.hasCurves { features.insert(.curves) }
    if painters.wide.hasArrows { features.insert(.arrows) }
    return ReportFigure(
      id: id,
      title: title,
      description: description(hasCurves: features.contains(.curves)),
      wide: painters.wide.paint(),
      narrow: painters.narrow.paint(),
      data: data,
      features: features
    )
  }

  private func description(hasCurves: Bool) -> String {
    let opening = words(
      points.count == 1 ? FigureSentence.funnelOfOne : .funnel,
      ["count": NumberStyle.count(points.count), "x": xTitle, "y": yTitle]
    )
    let names = lines.map(\.label).joined(separator: ", ")
    let ringed = points.filter(\.isRinged).map(\.name)
    let curves = hasCurves ? words(FigureSentence.curves) : ""
    return [
      summary, opening, names.isEmpty ? "" : words(FigureSentence.lines, ["names": names]), curves,
      PointNames.sentence(outliers: ringed, words),
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var data: TabSeparated {
    var table = TabSeparated(header: ["item", "name", "scale", "estimate", "precision", "outlier"])
    for point in points {
      table.add([
        .words("variant"), .words(point.name), .words(axis.unit), .number(point.estimate),
        .number(point.precision),
        .words(point.isRinged ? "yes" : "no"),
      ])
    }
    for line in lines {
      table.add([
        .words("line"), .words(line.label), .words(axis.unit), .number(line.estimate), .number(nil),
        .words(nil),
      ])
    }
    return table
  }
}
