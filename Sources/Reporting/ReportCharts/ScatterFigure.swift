import Charts

/// The effects of the variants on the outcome against those on the exposure, with the slope of each method.
/// Every variant is turned so that its effect on the exposure is positive.
package struct ScatterFigure: Sendable {
  package var id: String
  package var title: String
  /// What was found, in a sentence with its numbers: opens the alternative text.
  package var summary: String
  /// With unit ("Effect on BMI (SD per allele)").
  package var xTitle: String
  package var yTitle: String
  /// The units of both axes and of the slopes, for the data.
  package var units: (x: String, y: String, slope: String)
  package var points: [Variant]
  package var lines: [Line]
  /// Beside the open circle at the Egger intercept ("Egger intercept −0.0017, p = 0.67"); empty for none.
  package var interceptLabel: String
  /// For what the figure says by itself.
  package var words: Wordbook

  package struct Variant: Sendable {
    package var name: String
    /// Effects per allele with their standard errors, in the units of the axes; either sign.
    package var x: Double
    package var xError: Double
    package var y: Double
    package var yError: Double
    /// A ring round the point: an outlier by MR-PRESSO.
    package var isRinged: Bool
    /// After the name where it is printed ("outlier"); empty for none.
    package var note: String

    package init(
      name: String,
      x: Double,
      xError: Double,
      y: Double,
      yError: Double,
      isRinged: Bool = false,
      note: String = ""
    ) {
      (self.name, self.x, self.xError, self.y) = (name, x, xError, y)
      (self.yError, self.isRinged, self.note) = (yError, isRinged, note)
    }
  }

  package struct Line: Sendable {
    package var kind: MethodLineKind
    package var label: String
    /// On the scale of the axes (log odds, not odds ratios).
    package var slope: Double
    /// 0 except for MR-Egger.
    package var intercept: Double

    package init(kind: MethodLineKind, label: String, slope: Double, intercept: Double = 0) {
      (self.kind, self.label, self.slope, self.intercept) = (kind, label, slope, intercept)
    }
  }

  package init(
    id: String,
    title: String,
    summary: String,
    xTitle: String,
    yTitle: String,
    units: (x: String, y: String, slope: String),
    points: [Variant],
    lines: [Line],
    interceptLabel: String = "",
    words: Wordbook
  ) {
    self.words = words
    (self.id, self.title, self.summary) = (id, title, summary)
    (self.xTitle, self.yTitle, self.interceptLabel) = (xTitle, yTitle, interceptLabel)
    self.units = units
    self.points = points.filter { $0.x.isFinite && $0.y.isFinite }.map(Self.turned)
    self.lines = lines.filter { $0.slope.isFinite && $0.intercept.isFinite }
  }

  /// The points that are drawn one by one at most, here and in the funnel; beyond, they are small dots
  /// without bars, the ringed ones apart.
  package static let pointLimit = 1000

  /// The figure, 544 px and 358 px wide; nil without points.
  package func figure() -> ReportFigure? {
    guard !points.isEmpty else { return nil }
    return ReportFigure(
      id: id,
      title: title,
      description: description,
      wide: ScatterPainter(self, isNarrow: false).paint(),
      narrow: ScatterPainter(self, isNarrow: true).paint(),
      data: data,
      note: points.count > Self.pointLimit
        ? words(FigureSentence.manyPoints, ["limit": NumberStyle.count(Self.pointLimit)]) : "",
      features: PointNames.features(count: points.count, ringed: points.contains(where: \.isRinged))
    )
  }

  private static func turned(_ point: Variant) -> Variant {
    guard point.x < 0 else { return point }
    var turned = point
    (turned.x, turned.y) = (-point.x, -point.y)
    return turned
  }

  private var description: String {
    let opening = words(
      points.count == 1 ? FigureSentence.scatterOfOne : .scatter,
      ["count": NumberStyle.count(points.count), "x": xTitle, "y": yTitle]
    )
    let names = lines.map(\.label).joined(separator: ", ")
    let ringed = points.filter(\.isRinged).map(\.name)
    return [
      summary, opening, names.isEmpty ? "" : words(FigureSentence.lines, ["names": names]),
      interceptLabel.isEmpty ? "" : interceptLabel + ".",
      PointNames.sentence(outliers: ringed, words),
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var pointUnits: String { words(FigureSentence.pointUnits, ["x": units.x, "y": units.y]) }

  private var lineUnits: String { words(FigureSentence.lineUnits, ["slope": units.slope, "y": units.y]) }

  private var data: TabSeparated {
    var table = TabSeparated(header: [
      "item", "name", "x", "x_se", "y", "y_se", "slope", "intercept", "outlier", "scale",
    ])
    for point in points {
      let numbers = [point.x, point.xError, point.y, point.yError, nil, nil].map {
        TabSeparated.Cell.exact($0)
      }
      table.add(
        [.words("variant"), .words(point.name)] + numbers + [
          .words(point.isRinged ? "yes" : "no"), .words(pointUnits),
        ]
      )
    }
    for line in lines {
      let numbers = [nil, nil, nil, nil, line.slope, line.intercept].map { TabSeparated.Cell.exact($0) }
      table.add(
        [.words("line"), .words(line.label)] + numbers + [
          .words(nil), .words(lineUnits),
        ]
      )
    }
    return table
  }
}
