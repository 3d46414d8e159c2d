import Charts
import Reporting
import StudyModel

/// A figure over data of one sort.
struct GallerySample: Sendable {
  /// The beginning of its files' names.
  let stem: String
  /// What it is drawn over, for the reader of the gallery.
  let data: String
  /// Nil where there is nothing to draw.
  let figure: ReportFigure?
  /// Whether the sheets for paper and the numbers are on file too.
  var isWhole = false
}

/// Every kind of figure over usual and awkward data. What the snapshot tests keep of them on file is the gallery that
/// `make gallery` shows.
enum Gallery {
  static let samples = usual + ofAnySize + withLongNames + withStrangeNumbers

  private static var usual: [GallerySample] {
    let figures =
      ReportChartsFigures.figures.map { ($0.id, $0) }
      + [
        ("radial", RadialFigureTests.sample(24).figure()), ("flow", VariantFlowFigureTests.sample.figure()),
      ].compactMap { stem, figure in figure.map { (stem, $0) } }
      + DiffFiguresTests.figures.map { ("diff-\($0.id)", $0) }
    return figures.map { stem, figure in
      let data = stem == LongNames.panel.id ? "names of 200 characters in three scripts" : "usual data"
      return GallerySample(stem: stem, data: data, figure: figure, isWhole: true)
    }
  }

  // MARK: Sizes

  private static let sizes = [0, 1, 2, 300]

  private static var ofAnySize: [GallerySample] {
    let kinds: [(String, (Int) -> ReportFigure?)] = [
      ("panel", { panel(usualEstimates($0)) }),
      ("methods", { methods($0).figure() }),
      ("variants", { Samples.variants($0).figure() }),
      ("scatter", { Samples.scatter($0).figure() }),
      ("funnel", { Samples.funnel($0).figure() }),
      ("radial", { RadialFigureTests.sample($0).figure() }),
      ("volcano", { Samples.volcano($0).figure() }),
      ("grid", { Samples.grid(groups: $0 == 0 ? [] : [("Group", traits($0))]).figure() }),
      ("flow", { VariantFlowFigureTests.sample(losses: $0).figure() }),
      ("diff-movement", { DiffSamples.movement($0).figure() }),
      ("diff-standings", { count in DiffSamples.matrix { _, _ in count }.figure() }),
      ("diff-old-new", { DiffSamples.scatter($0).figure() }),
      ("diff-turnover", { DiffSamples.turnover($0).figure() }),
      ("diff-history", { DiffSamples.history($0).figure() }),
    ]
    return kinds.flatMap { name, figure in
      sizes.map { size in
        GallerySample(
          stem: "\(name)-\(size)",
          data: "\(size) \(size == 1 ? "row" : "rows")",
          figure: figure(size)
        )
      }
    }
  }

  private static func traits(_ count: Int) -> [String] { (0..<count).map { "Trait \($0 + 1)" } }

  private static func usualEstimates(_ count: Int) -> [(Double, Double, Double)] {
    (0..<count).map { index in
      let middle = 0.5 + Samples.noise(index)
      return (middle, middle * 0.7, middle * 1.5)
    }
  }

  private static func methods(_ count: Int) -> MethodForestFigure {
    var figure = Samples.methods()
    let rows = figure.rows
    figure.rows = (0..<count).map { rows[$0 % rows.count] }
    return figure
  }

  /// A forest of tested traits, and one that was not tested where there is any.
  static func panel(_ values: [(Double, Double, Double)], name: String = "Trait") -> ReportFigure? {
    let rows = values.enumerated().map { index, value in
      PanelForestFigure.Row(
        name: "\(name) \(index)",
        alias: "an alias that is also rather long for a gene",
        link: "t.html",
        variants: 1024,
        outcome: .tested(
          .init(
            plotted: PlottedEstimate(estimate: value.0, low: value.1, high: value.2),
            estimateText: "0.00012 (0.00002–1,234.5)",
            pText: "4 × 10⁻¹⁴",
            adjustedPText: "0.80",
            p: PValue(4.08e-14),
            adjustedP: PValue(0.8),
            evidence: index == 0 ? .adjusted : .neither
          )
        )
      )
    }
    let untested = PanelForestFigure.Row(
      name: name,
      alias: "",
      link: nil,
      variants: nil,
      outcome: .untested(reason: "look-up not supplied: the file holds none of the 24 variants of this trait")
    )
    guard !rows.isEmpty else { return Samples.panel(groups: []).figure() }
    return Samples.panel(groups: [.init(name: name, rows: rows + [untested])]).figure()
  }

  // MARK: Names

  /// Of 80 characters.
  static let longName = "Granulocyte-macrophage colony-stimulating factor receptor subunit alpha, soluble"

  private static var withLongNames: [GallerySample] {
    var methods = Samples.methods()
    methods.rows[1].method = longName
    var scatter = Samples.scatter(9)
    for index in scatter.points.indices { scatter.points[index].name = longName }
    (scatter.xTitle, scatter.yTitle) = (longName, longName)
    var funnel = Samples.funnel(9)
    for index in funnel.points.indices { funnel.points[index].name = longName }
    var variants = Samples.variants(9)
    (variants.rows[0].name, variants.rows[1].note, variants.pooledName) = (longName, longName, longName)
    var design = Samples.design
    design.panel.heading = longName
    design.forward = .init(name: "Forward", text: longName + longName)
    let figures = [
      ("panel", panel([(1.2, 0.8, 1.7), (0.7, 0.3, 1.4)], name: longName)), ("methods", methods.figure()),
      ("scatter", scatter.figure()), ("funnel", funnel.figure()), ("variants", variants.figure()),
      ("radial", RadialFigureTests.sample(9) { _ in longName }.figure()), ("design", design.figure()),
      ("volcano", Samples.volcano(9, name: longName).figure()),
      ("grid", Samples.grid(groups: [(longName, [longName, "IL-6", longName])]).figure()),
      ("diff-movement", DiffSamples.movement(3, name: longName).figure()),
      ("diff-standings", DiffSamples.matrix(name: longName).figure()),
      ("diff-old-new", DiffSamples.scatter(9, name: longName).figure()),
      ("diff-turnover", DiffSamples.turnover(3, name: longName).figure()),
      ("diff-history", DiffSamples.history(3, name: longName).figure()),
    ]
    return figures.map { GallerySample(stem: "\($0)-long-names", data: "names of 80 characters", figure: $1) }
  }

  // MARK: Numbers

  private static var withStrangeNumbers: [GallerySample] {
    var (scatter, funnel, radial) = (Samples.scatter(6), Samples.funnel(6), RadialFigureTests.sample(6))
    for index in 0..<6 {
      (scatter.points[index].x, scatter.points[index].y) = (0.02, 0.01)
      (funnel.points[index].estimate, funnel.points[index].precision) = (1, 1)
      radial.points[index] = .init(name: radial.points[index].name, precision: 2, z: 1)
    }
    var far = Samples.funnel(24)
    far.points[1].estimate = 1e30
    let huge = (1.2, 1e-9, 1e9)
    let (same, wide) = (
      PlottedEstimate(estimate: 1, low: 1, high: 1), PlottedEstimate(estimate: 1.2, low: 1e-9, high: 1e9)
    )
    let figures = [
      ("panel-equal", "all values equal", panel(Array(repeating: (1, 1, 1), count: 5))),
      ("panel-huge", "a huge interval among small ones", panel(usualEstimates(8) + [huge])),
      ("panel-all-huge", "huge intervals", panel([huge, huge])),
      (
        "panel-clip", "estimates at the end of the axis",
        panel([(10, 10, 10), (0.1, 0.1, 0.1), (1e12, 1e11, 1e13)])
      ),
      ("scatter-equal", "all values equal", scatter.figure()),
      ("funnel-equal", "all values equal", funnel.figure()),
      ("funnel-clip", "an estimate far beyond the axis", far.figure()),
      ("radial-equal", "all values equal", radial.figure()),
      ("grid-equal", "all values equal", grid(0)), ("grid-huge", "huge values", grid(1e300)),
      ("volcano-clip", "a p of 1e-300 among large ones", volcano { $0 == 0 ? 300 : 0.4 }),
      ("volcano-equal", "all values equal", volcano { _ in 0.4 }),
      ("diff-movement-equal", "all values equal", DiffSamples.movement(4) { _ in (same, same) }.figure()),
      ("diff-movement-huge", "huge intervals", DiffSamples.movement(4) { _ in (wide, wide) }.figure()),
      ("diff-old-new-equal", "all values equal", DiffSamples.scatter(20) { _ in (2, 2) }.figure()),
      (
        "diff-old-new-clip", "a score far beyond the axis",
        DiffSamples.scatter(40) { $0 == 0 ? (1, 300) : (0.1, 0.2) }.figure()
      ),
    ]
    return figures.map { GallerySample(stem: $0, data: $1, figure: $2) }
  }

  private static func grid(_ value: Double) -> ReportFigure? {
    Samples.grid(groups: [("Group", traits(12))], value: { _, _, _ in value }).figure()
  }

  private static func volcano(_ height: (Int) -> Double) -> ReportFigure? {
    let points = (0..<9).map { index in
      VolcanoFigure.Trait(
        name: "trait \(index)",
        link: "t.html",
        estimate: 1.2,
        negativeLog10P: height(index),
        estimateText: "1.20",
        pText: "0.40",
        p: PValue(negativeLog10: height(index)),
        evidence: height(index) > 1.3 ? .nominal : .neither
      )
    }
    return Samples.volcano(points).figure()
  }
}
