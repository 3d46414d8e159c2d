import Charts

/// Every test's z in the newer release against that in the older one.
package struct MovementScatterFigure: Sendable {
  package var id: String
  package var title: String
  /// The alternative text, with its numbers.
  package var description: String
  package var xTitle: String
  package var yTitle: String
  /// At the end of the line on which nothing changed.
  package var lineLabel: String
  /// The |z| of the significance level, for the dotted lines; nil for none.
  package var threshold: Double?
  /// For the caption where the points are too many to be drawn one by one.
  package var crowdNote: String
  /// Those that are to be named come first, in the order of their worth.
  package var points: [Test]

  package struct Test: Sendable {
    package var name: String
    /// The page of the trait, relative; nil for none.
    package var link: String?
    /// β over its standard error.
    package var old: Double
    package var new: Double
    /// Filled and named: its change is listed.
    package var isListed: Bool

    package init(name: String, link: String?, old: Double, new: Double, isListed: Bool) {
      (self.name, self.link, self.old) = (name, link, old)
      (self.new, self.isListed) = (new, isListed)
    }
  }

  /// Points that are not finite are left out.
  package init(
    id: String,
    title: String,
    description: String,
    xTitle: String,
    yTitle: String,
    lineLabel: String,
    threshold: Double?,
    crowdNote: String = "",
    points: [Test]
  ) {
    (self.id, self.title, self.description) = (id, title, description)
    (self.xTitle, self.yTitle, self.lineLabel) = (xTitle, yTitle, lineLabel)
    (self.threshold, self.crowdNote) = (threshold, crowdNote)
    self.points = points.filter { $0.old.isFinite && $0.new.isFinite }
  }

  /// The points that are drawn one by one at most; beyond, all but the named ones are small dots, without links.
  package static let pointLimit = 500

  /// The names that are set at most.
  package static let nameLimit = 16

  /// The figure, 544 px and 358 px wide; nil without points.
  package func figure() -> ReportFigure? {
    guard !points.isEmpty else { return nil }
    let wide = MovementScatterPainter(self, isNarrow: false)
    let (wideDrawing, narrow) = (wide.paint(), MovementScatterPainter(self, isNarrow: true).paint())
    var features: Set<FigureFeature> = wide.hasArrows ? [.arrows] : []
    let listed = points.count(where: \.isListed)
    if listed > 0 { features.insert(.passing) }
    if min(wideDrawing.named, narrow.named) < listed { features.insert(.chosenNames) }
    return ReportFigure(
      id: id,
      title: title,
      description: description,
      wide: wideDrawing.drawing,
      narrow: narrow.drawing,
      data: data,
      note: points.count > Self.pointLimit ? crowdNote : "",
      features: features
    )
  }

  private var data: TabSeparated {
    var table = TabSeparated(header: ["test", "z_before", "z_after", "listed"])
    for point in points {
      table.add([
        .words(point.name), .number(point.old), .number(point.new), .words(point.isListed ? "yes" : "no"),
      ])
    }
    return table
  }
}
