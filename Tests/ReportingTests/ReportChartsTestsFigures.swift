import Charts
import Reporting
import Testing

@Suite struct ReportChartsFigures {
  static let figures: [ReportFigure] = [
    Samples.panel().figure(), Samples.methods().figure(), Samples.variants(8).figure(),
    Samples.variants(24, id: "variants-long").figure(), Samples.scatter(24).figure(),
    Samples.funnel(24).figure(),
    Samples.design.figure(),
  ].compactMap { $0 }

  @Test func everySampleHasAFigure() { #expect(Self.figures.count == 7) }

  @Test(arguments: figures.indices)
  func figuresAreAsOnFile(index: Int) throws {
    let figure = Self.figures[index]
    try FigureSnapshot.expect(figure.wide.inline(), is: "\(figure.id)-wide.svg")
    try FigureSnapshot.expect(figure.narrow.inline(), is: "\(figure.id)-narrow.svg")
    try FigureSnapshot.expect(figure.data, is: "\(figure.id).tsv")
  }

  @Test(arguments: figures.indices)
  func textsNeitherOverlapNorAreCut(index: Int) { Layout.expectSound(Self.figures[index]) }

  @Test func nothingToShowIsNoFigure() {
    #expect(Samples.panel(groups: []).figure() == nil)
    #expect(Samples.panel(groups: [.init(name: "Empty", rows: [])]).figure() == nil)
    #expect(Samples.variants(0).figure() == nil)
    #expect(Samples.scatter(0).figure() == nil)
    #expect(Samples.funnel(0).figure() == nil)
    var methods = Samples.methods()
    methods.rows = []
    #expect(methods.figure() == nil)
  }

  @Test(arguments: [1, 2, 3, 21, 300])
  func anyNumberOfVariantsFits(count: Int) throws {
    let figures = [
      Samples.variants(count).figure(), Samples.scatter(count).figure(), Samples.funnel(count).figure(),
    ]
    for figure in figures { Layout.expectSound(try #require(figure)) }
    let variants = try #require(Samples.variants(count).figure())
    #expect(variants.data.split(separator: "\n").count == count + 2)
  }

  @Test func theNarrowDrawingIsForAPhone() {
    for figure in Self.figures { #expect(figure.narrow.width == 358) }
    #expect(Self.figures.map(\.wide.width) == [1120, 544, 1120, 1120, 544, 544, 1120])
  }

  @Test func unevaluatedRowsKeepTheirReason() throws {
    let figure = try #require(Samples.panel().figure())
    #expect(figure.wide.inline().contains("look-up not supplied"))
    #expect(figure.narrow.inline().contains("look-up"))
    #expect(figure.data.contains("VEGF"))
    #expect(figure.wide.inline().contains("<a href=\"traits/MIG.html\""))
    #expect(figure.description.contains("MIG 0.50 (0.28–0.91), p = 0.023"))
  }
}

enum Layout {
  /// No text reaches past the sheet or into another, and no number that is not finite is drawn.
  static func expectSound(_ figure: ReportFigure, at source: SourceLocation = #_sourceLocation) {
    for document in [figure.wide, figure.narrow] {
      let sheet = Box(minX: 0, minY: 0, maxX: document.width, maxY: document.height)
      let boxes = document.marks.flatMap(\.textBoxes)
      #expect(!boxes.isEmpty, sourceLocation: source)
      for box in boxes where !sheet.contains(box) {
        Issue.record("\(document.id): \(box) reaches past \(sheet)", sourceLocation: source)
      }
      for (index, box) in boxes.enumerated() {
        for other in boxes[(index + 1)...] where other.overlaps(box) {
          Issue.record("\(document.id): \(box) and \(other) overlap", sourceLocation: source)
        }
      }
      let text = document.inline().lowercased()
      #expect(
        !text.contains("\"nan") && !text.contains("\"inf") && !text.contains("\"-inf"),
        sourceLocation: source
      )
    }
  }
}

@Test(arguments: [1, 2, 4, 6])
func sixVariantsOrFewerAreAllNamed(count: Int) throws {
  let figure = try #require(Samples.scatter(count).figure())
  for point in Samples.effects(count) { #expect(figure.wide.inline().contains(">\(point.name)<")) }
}
