import Charts
import Reporting
import StudyModel
import Testing

/// What real tables hold: long names, huge and equal intervals, estimates at the edge, numbers that are none.
@Suite struct ReportChartsAwkward {
  private func panel(_ values: [(Double, Double, Double)], name: String = "Trait") throws -> ReportFigure {
    try #require(Gallery.panel(values, name: name))
  }

  @Test func namesOfEightyCharactersAreWhole() throws {
    let name = Gallery.longName
    #expect(name.count == 80)
    let figure = try panel([(1.2, 0.8, 1.7), (0.7, 0.3, 1.4)], name: name)
    Layout.expectSound(figure)
    for word in name.split(separator: " ") { #expect(figure.narrow.inline().contains(word)) }
    var methods = Samples.methods()
    methods.rows[1].method = name
    Layout.expectSound(try #require(methods.figure()))
    var scatter = Samples.scatter(2)
    scatter.points[0].name = name
    scatter.xTitle = name
    scatter.yTitle = name
    scatter.lines[0].label = "IVW"
    Layout.expectSound(try #require(scatter.figure()))
    var variants = Samples.variants(8)
    variants.rows[0].name = String(repeating: "ACGT", count: 20)
    variants.rows[1].note = name
    variants.pooledName = name
    Layout.expectSound(try #require(variants.figure()))
    var design = Samples.design
    design.panel.heading = name
    design.forward = .init(name: "Forward", text: name + name)
    Layout.expectSound(try #require(design.figure()))
  }

  @Test(arguments: LongNames.all)
  func namesOfTwoHundredCharactersInAnyScriptAreWhole(name: String) throws {
    let figure = try panel([(1.2, 0.8, 1.7), (0.7, 0.3, 1.4)], name: name)
    Layout.expectSound(figure)
    let drawn = figure.narrow.inline().filter { !$0.isWhitespace }
    for character in Set(name) where character != " " { #expect(drawn.contains(character)) }
    var panel = LongNames.panel
    (panel.estimateHead, panel.axis.title, panel.axis.shortTitle) = (name, name, name)
    (panel.axis.lower, panel.axis.higher) = ("lower \(name)", "higher \(name)")
    Layout.expectSound(try #require(panel.figure()))
    var methods = Samples.methods()
    (methods.rows[1].method, methods.axis) = (name, panel.axis)
    Layout.expectSound(try #require(methods.figure()))
    var scatter = Samples.scatter(9)
    for index in scatter.points.indices { scatter.points[index].name = name }
    (scatter.xTitle, scatter.yTitle, scatter.lines[3].label) = (name, name, name)
    Layout.expectSound(try #require(scatter.figure()))
    var funnel = Samples.funnel(9)
    for index in funnel.points.indices { funnel.points[index].name = name }
    (funnel.xTitle, funnel.yTitle, funnel.lines[1].label) = (name, name, name)
    Layout.expectSound(try #require(funnel.figure()))
    var variants = Samples.variants(30)
    (variants.rows[0].name, variants.rows[1].note, variants.pooledName) = (name, name, name)
    (variants.axis, variants.leftOutTitle, variants.leftOutShortTitle) = (panel.axis, name, name)
    Layout.expectSound(try #require(variants.figure()))
    var design = Samples.design
    (design.panel.heading, design.disease.lines) = (name, [name])
    (design.forward, design.reverse) = (.init(name: name, text: name), .init(name: "Reverse", text: name))
    Layout.expectSound(try #require(design.figure()))
  }

  @Test func arabicKeepsItsNeighboursInOrder() throws {
    let text = try #require(LongNames.panel.figure()).wide.inline()
    #expect(text.contains("ch-bidi\">مجموعة</tspan><tspan"))
    #expect(ChartStyle.rules.contains(".ch-bidi{unicode-bidi:plaintext}"))
  }

  @Test(arguments: [
    [(1.0, 1.0, 1.0), (1.0, 1.0, 1.0)], [(1.2, 1e-9, 1e9)], [(1.2, 0, .infinity), (0.9, 0.5, 1.4)],
    [(1e12, 1e11, 1e13), (1.1, 0.9, 1.3), (0.9, 0.8, 1.2)], [(10, 10, 10), (0.1, 0.1, 0.1)],
    [(.nan, .nan, .nan)], [(1e-300, 1e-301, 1e300)], [(-1, -2, 3)],
  ])
  func strangeIntervalsAreDrawnOrLeftOut(values: [(Double, Double, Double)]) throws {
    Layout.expectSound(try panel(values))
  }

  @Test func anIntervalPastTheAxisHasAnArrowAndItsWholeNumbers() throws {
    let few = Array(repeating: (1.1, 0.8, 1.5), count: 12)
    let figure = try panel(few + [(1.3, 0.0001, 9000)])
    let arrows = figure.wide.inline().split(separator: "\n").filter { $0.hasPrefix("<polygon") }
    #expect(arrows.count == 2)
    #expect(figure.data.contains("0.0001\t9000\t"))
  }

  @Test func noArrowWhereEveryIntervalFits() throws {
    let figure = try panel(Array(repeating: (1.1, 0.8, 1.5), count: 12))
    #expect(!figure.wide.inline().contains("<polygon"))
  }

  @Test func pointsAllAlikeStillMakeAPlot() throws {
    var scatter = Samples.scatter(4)
    for index in scatter.points.indices { (scatter.points[index].x, scatter.points[index].y) = (0, 0) }
    Layout.expectSound(try #require(scatter.figure()))
    var funnel = Samples.funnel(4)
    for index in funnel.points.indices {
      (funnel.points[index].estimate, funnel.points[index].precision) = (1, 1)
    }
    Layout.expectSound(try #require(funnel.figure()))
  }

  @Test func variantsAreTurnedToPositiveExposure() throws {
    let figure = try #require(Samples.scatter(9).figure())
    let rows = figure.data.split(separator: "\n").filter { $0.hasPrefix("variant") }
    #expect(rows.count == 9)
    for row in rows { #expect(Double(row.split(separator: "\t")[2]) ?? -1 > 0) }
  }

  @Test func aNameThatLooksLikeAFormulaIsText() throws {
    var methods = Samples.methods()
    methods.rows[0].method = "=1+1\t<b>"
    let figure = try #require(methods.figure())
    #expect(figure.data.contains("\n'=1+1 <b>\t"))
    #expect(!figure.wide.inline().contains("<b>"))
  }
}
