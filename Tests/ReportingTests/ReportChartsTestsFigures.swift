import Charts
import Reporting
import Testing

@Suite struct ReportChartsFigures {
  static let figures: [ReportFigure] = [
    Samples.panel().figure(), Samples.methods().figure(), Samples.variants(8).figure(),
    Samples.variants(24, id: "variants-long").figure(), Samples.scatter(24).figure(),
    Samples.funnel(24).figure(), Samples.design.figure(), Samples.grid().figure(),
    Samples.volcano(41).figure(), LongNames.panel.figure(),
  ].compactMap { $0 }

  @Test func everySampleHasAFigure() { #expect(Self.figures.count == 10) }

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

  @Test func tenThousandVariantsStaySmallAndTheirDataWhole() throws {
    let figures = try [
      Samples.variants(10_000).figure(), Samples.scatter(10_000).figure(), Samples.funnel(10_000).figure(),
    ].map { try #require($0) }
    for figure in figures {
      for drawing in [figure.wide, figure.narrow] + figure.print {
        #expect(drawing.inline().utf8.count < 1_000_000)
      }
      for drawing in [figure.wide, figure.narrow] { #expect(drawing.inline().contains(">rs1007919")) }
      #expect(figure.data.split(separator: "\n").filter { $0.contains("rs") }.count == 10_000)
    }
    #expect(figures[0].note.hasPrefix("Drawn are 300 of 10,000 variants: the 1 marked"))
    #expect(figures[1].note.contains("without their bars") && figures[2].note.isEmpty)
    Layout.expectSound(figures[1])
    Layout.expectSound(figures[2])
  }

  @Test func outliersAreRingedAndNamedInEveryDrawing() throws {
    let figures = try [
      Samples.variants(24).figure(), Samples.scatter(24).figure(), Samples.funnel(24).figure(),
    ].map { try #require($0) }
    for (figure, rings) in zip(figures, [2, 1, 1]) {
      for drawing in [figure.wide, figure.narrow] {
        let text = drawing.inline()
        #expect(text.components(separatedBy: "class=\"ch-f-none ch-s-ink\"").count == rings + 1)
        #expect(text.contains(">rs1007919"))
      }
      #expect(figure.features.contains(.rings))
    }
    var funnel = Samples.funnel(24)
    funnel.points[1].estimate = 1e30
    let far = try #require(funnel.figure()).wide.inline()
    #expect(far.contains("class=\"ch-f-none ch-s-ink\"") && far.contains(">rs1007919"))
    var variants = Samples.variants(24)
    let place = try #require(variants.rows.firstIndex { $0.isRinged })
    variants.rows[place].alone = .init(estimate: 1e30, low: 1e29, high: 1e31)
    #expect(try #require(variants.figure()).wide.inline().contains("class=\"ch-f-none ch-s-ink\""))
  }

  @Test func featuresSayWhatIsDrawn() throws {
    let one = try #require(Samples.variants(1).figure())
    #expect(!one.wide.inline().contains(">Weight<") && !one.features.contains(.weights))
    let some = try #require(Samples.variants(8).figure())
    #expect(some.wide.inline().contains(">Weight<") && some.features.contains(.weights))
    for count in [2, 8, 24, 300] {
      var funnel = Samples.funnel(count)
      for spread in [1.0, 0.02, 30] {
        for index in funnel.points.indices { funnel.points[index].precision *= spread }
        let figure = try #require(funnel.figure())
        let curves = figure.wide.inline().components(separatedBy: "<polyline").count - 1
        #expect(curves == (figure.features.contains(.curves) ? 2 : 0))
        #expect(figure.description.contains("Dotted curves") == figure.features.contains(.curves))
      }
    }
    let panel = try #require(Samples.panel().figure())
    let hasArrow = panel.wide.inline().components(separatedBy: "ch-f-ink-3\" points").count > 1
    #expect(panel.features.contains(.arrows) == hasArrow && panel.features.contains(.nominal))
  }

  @Test func theDescriptionCountsTheNotesItLeavesOut() throws {
    var figure = Samples.variants(60)
    for index in figure.rows.indices { figure.rows[index].note = "note \(index)" }
    let text = try #require(figure.figure()).description
    #expect(text.contains("note 39.") && !text.contains("note 40"))
    #expect(text.contains("20 more of 60 marked variants are in the data."))
  }

  @Test func everyMethodHasARowAndALine() throws {
    let names = [
      "IVW, random effects", "Simple median", "Penalised weighted median", "Simple mode", "Weighted mode",
      "MR-PRESSO, 12 outliers out",
    ]
    var methods = Samples.methods()
    methods.rows += names.map {
      .init(method: $0, isPrimary: false, outcome: .notEstimated(reason: "needs the variants, not supplied"))
    }
    let figure = try #require(methods.figure())
    Layout.expectSound(figure)
    for name in names { #expect(figure.wide.inline().contains(name)) }
    var (scatter, funnel) = (Samples.scatter(24), Samples.funnel(24))
    scatter.lines += names.map { .init(kind: .mode, label: $0, slope: 0.2) }
    funnel.lines += names.map { .init(kind: .mode, label: $0, estimate: 1.4) }
    for figure in [scatter.figure(), funnel.figure()] {
      let figure = try #require(figure)
      Layout.expectSound(figure)
      #expect(figure.wide.inline().contains("ch-s-purple\" stroke-width=\"1.8\" stroke-dasharray=\"2 3\""))
    }
  }

  /// At 180 mm of paper: the narrow drawing in a column of 84 mm where there is none for print.
  @Test func printedTextIsSevenPointsOrMore() {
    for figure in Self.figures {
      let drawings = figure.print.isEmpty ? [figure.narrow] : figure.print
      let width = (figure.print.first?.width ?? 0) > ReportFigure.columnWidth ? 180.0 : 84
      for drawing in drawings {
        #expect(11.5 * (width / 25.4 * 72) / drawing.width >= 7, "\(drawing.id)")
        #expect(drawing.width / width * 250 >= drawing.height || figure.print.isEmpty, "\(drawing.id)")
      }
    }
  }

  @Test func filesForJournalsAreOfTheirWidth() throws {
    let grid = try #require(Samples.grid().figure())
    #expect(grid.journalFiles.count == 1)
    let height = grid.print[0].height * 174 / 760
    #expect(grid.journalFiles[0].contains("width=\"174mm\" height=\"\(SVGNumber.text(height))mm\""))
    let scatter = try #require(Samples.scatter(24).figure())
    #expect(scatter.journalFiles[0].contains("width=\"85mm\"") && scatter.print.isEmpty)
    for (points, width) in [(174.0, 760.0), (85, 388), (85, 358)] {
      #expect(11.5 * points / 25.4 * 72 / width >= 7)
    }
  }

  @Test func theNarrowDrawingIsForAPhone() {
    for figure in Self.figures { #expect(figure.narrow.width == 358) }
    #expect(Self.figures.map(\.wide.width) == [1120, 544, 1120, 1120, 544, 544, 1120, 1120, 544, 1120])
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
    for document in [figure.wide, figure.narrow] + figure.print {
      let sheet = Box(minX: 0, minY: 0, maxX: document.width, maxY: document.height)
      let boxes = document.marks.flatMap(\.textBoxes)
      #expect(!boxes.isEmpty, sourceLocation: source)
      for box in boxes where !sheet.contains(box) {
        Issue.record("\(document.id): \(box) reaches past \(sheet)", sourceLocation: source)
      }
      let sorted = boxes.sorted { $0.minY < $1.minY }
      for (index, box) in sorted.enumerated() {
        for other in sorted[(index + 1)...].prefix(while: { $0.minY < box.maxY }) where other.overlaps(box) {
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
