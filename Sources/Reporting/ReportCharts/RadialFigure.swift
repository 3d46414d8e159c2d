import Charts

/// A radial plot: how far each variant's estimate is from zero in its own standard errors, against its precision. The
/// slope from the origin to a point is that variant's estimate, and the vertical distance to the line of the pooled
/// estimate is what the variant adds to Cochran's Q, squared (Bowden et al. 2018, doi:10.1093/ije/dyy101).
package struct RadialFigure: Sendable {
  package var id: String
  package var title: String
  /// What was found, in a sentence with its numbers: opens the alternative text.
  package var summary: String
  /// Along the foot ("Precision (1 / SE)").
  package var xTitle: String
  /// At the side ("Estimate in standard errors").
  package var yTitle: String
  /// In the order of the data.
  package var points: [Variant]
  /// The pooled line through the origin; nil where there is none.
  package var line: Line?
  /// For what the figure says by itself.
  package var words: Wordbook

  package struct Variant: Sendable {
    package var name: String
    /// One over the first-order standard error of the ratio.
    package var precision: Double
    /// The ratio in those standard errors.
    package var z: Double
    package var isRinged: Bool

    package init(name: String, precision: Double, z: Double, isRinged: Bool = false) {
      (self.name, self.precision, self.z, self.isRinged) = (name, precision, z, isRinged)
    }
  }

  package struct Line: Sendable {
    /// At its end ("IVW").
    package var label: String
    /// The pooled estimate, on the scale of the ratios.
    package var slope: Double

    package init(label: String, slope: Double) { (self.label, self.slope) = (label, slope) }
  }

  package init(
    id: String,
    title: String,
    summary: String,
    xTitle: String,
    yTitle: String,
    points: [Variant],
    line: Line?,
    words: Wordbook
  ) {
    self.words = words
    (self.id, self.title, self.summary) = (id, title, summary)
    (self.xTitle, self.yTitle) = (xTitle, yTitle)
    self.points = points.filter { $0.precision.isFinite && $0.precision > 0 && $0.z.isFinite }
    self.line = line.flatMap { $0.slope.isFinite ? $0 : nil }
  }

  /// The 95% quantile of χ² with one degree of freedom is its square: a variant beyond adds more to Q than chance
  /// would in one of twenty.
  static let reach = 1.96

  /// The figure, 544 px and 358 px wide; nil with fewer than two points, which lie on their own line.
  package func figure() -> ReportFigure? {
    guard points.count > 1 else { return nil }
    var features = PointNames.features(count: points.count, ringed: points.contains(where: \.isRinged))
    if line != nil { features.insert(.curves) }
    return ReportFigure(
      id: id,
      title: title,
      description: description,
      wide: RadialPainter(self, isNarrow: false).paint(),
      narrow: RadialPainter(self, isNarrow: true).paint(),
      data: data,
      features: features
    )
  }

  /// What a variant adds to Cochran's Q about the line; nil without one.
  package func contribution(_ point: Variant) -> Double? {
    line.map { line in
      let distance = point.z - line.slope * point.precision
      return distance * distance
    }
  }

  private var description: String {
    let opening = words(
      FigureSentence.radial,
      ["count": NumberStyle.count(points.count), "x": xTitle, "y": yTitle]
    )
    let far = points.filter { contribution($0).map { $0 > Self.reach * Self.reach } ?? false }
    let sentence =
      line.map {
        words(
          FigureSentence.outsideBand,
          [
            "line": $0.label, "count": NumberStyle.count(far.count), "all": NumberStyle.count(points.count),
          ]
        )
      } ?? ""
    let ringed = PointNames.sentence(outliers: points.filter(\.isRinged).map(\.name), words)
    return [summary, opening, sentence, ringed].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var data: TabSeparated {
    var table = TabSeparated(header: ["item", "name", "precision", "z", "q_contribution", "slope", "outlier"])
    for point in points {
      table.add([
        .words("variant"), .words(point.name), .number(point.precision), .number(point.z),
        .number(contribution(point)), .number(nil), .words(point.isRinged ? "yes" : "no"),
      ])
    }
    if let line {
      table.add([
        .words("line"), .words(line.label), .number(nil), .number(nil), .number(nil), .number(line.slope),
        .words(nil),
      ])
    }
    return table
  }
}
