import Charts
import Reporting
import Testing

/// The figures of a comparison of releases, over usual and awkward data.
@Suite struct DiffFiguresTests {
  static let figures: [ReportFigure] = [
    DiffSamples.movement(12).figure(),
    DiffSamples.movement(3, id: "movement-long", name: DiffSamples.longName, isAttributed: false).figure(),
    DiffSamples.matrix().figure(), DiffSamples.scatter(82).figure(), DiffSamples.turnover(12).figure(),
    DiffSamples.turnover(6, id: "turnover-dense", scale: 30).figure(), DiffSamples.history(5).figure(),
  ].compactMap { $0 }

  @Test func everySampleHasAFigure() { #expect(Self.figures.count == 7) }

  @Test func nothingToShowIsNoFigure() {
    #expect(DiffSamples.movement(0).figure() == nil)
    #expect(DiffSamples.matrix { _, _ in 0 }.figure() == nil)
    #expect(DiffSamples.scatter(0).figure() == nil)
    #expect(DiffSamples.scatter(3) { _ in (.nan, .infinity) }.figure() == nil)
    #expect(DiffSamples.turnover(0).figure() == nil)
    #expect(DiffSamples.history(0).figure() == nil)
    #expect(DiffSamples.history(3, releases: 0).figure() == nil)
  }

  @Test(arguments: [1, 2, 24, 300])
  func anyNumberOfRowsFits(count: Int) throws {
    let figures = [
      DiffSamples.movement(count).figure(), DiffSamples.scatter(count).figure(),
      DiffSamples.turnover(count).figure(), DiffSamples.history(count).figure(),
      DiffSamples.matrix { _, _ in count }.figure(),
    ]
    for figure in figures { Layout.expectSound(try #require(figure)) }
    #expect(try #require(figures[0]).data.split(separator: "\n").count == count + 1)
    #expect(try #require(figures[2]).data.split(separator: "\n").count == count + 1)
  }

  @Test(arguments: [DiffSamples.longName] + LongNames.all)
  func longNamesAreWhole(name: String) throws {
    let figures = [
      DiffSamples.movement(2, name: name).figure(), DiffSamples.turnover(2, name: name).figure(),
      DiffSamples.history(2, name: name).figure(),
    ]
    for figure in figures {
      let figure = try #require(figure)
      Layout.expectSound(figure)
      let drawn = figure.narrow.inline().filter { !$0.isWhitespace }
      for character in Set(name) where character != " " { #expect(drawn.contains(character)) }
    }
    Layout.expectSound(try #require(DiffSamples.matrix(name: name).figure()))
    Layout.expectSound(try #require(DiffSamples.scatter(4, name: name).figure()))
  }

  private static let strange: [(PlottedEstimate?, PlottedEstimate?)] = [
    (.init(estimate: 1, low: 1, high: 1), .init(estimate: 1, low: 1, high: 1)),
    (.init(estimate: 1.2, low: 1e-9, high: 1e9), .init(estimate: 1e12, low: 1e11, high: 1e13)),
    (.init(estimate: .nan, low: .nan, high: .nan), .init(estimate: 1.2, low: 0, high: .infinity)),
    (nil, nil), (nil, .init(estimate: -1, low: -2, high: 3)),
  ]

  @Test(arguments: strange.indices)
  func strangeEstimatesAreDrawnOrLeftOut(index: Int) throws {
    Layout.expectSound(try #require(DiffSamples.movement(4) { _ in Self.strange[index] }.figure()))
  }

  @Test func equalAndHugeScoresStillMakeAPlot() throws {
    for value in [(0.0, 0.0), (1e6, -1e6), (2, 2)] {
      Layout.expectSound(try #require(DiffSamples.scatter(20) { _ in value }.figure()))
    }
    let far = try #require(DiffSamples.scatter(40) { $0 == 0 ? (1, 300) : (0.1, 0.2) }.figure())
    #expect(far.features.contains(.arrows) && far.wide.inline().contains("<polygon"))
    #expect(far.data.contains("IL-0\t1\t300\tyes"))
  }

  /// The parts of a movement are drawn from 0 to the total whichever way they pull.
  @Test func causesAddUpToTheTotal() throws {
    var figure = DiffSamples.movement(1)
    (figure.rows[0].shift, figure.rows[0].dataShift, figure.rows[0].softwareShift) = (1.5, 2, -0.5)
    let opposed = try #require(figure.figure()).wide.inline()
    (figure.rows[0].dataShift, figure.rows[0].softwareShift) = (1, 0.5)
    let agreeing = try #require(figure.figure()).wide.inline()
    func heights(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { $0.hasPrefix("<rect") }.prefix(2).compactMap {
        $0.split(separator: "height=\"").last?.prefix { $0 != "\"" }
      }
    }
    #expect(heights(opposed) == ["6", "6"] && heights(agreeing) == ["12", "12"])
    #expect(try #require(figure.figure()).data.contains("\t1.5\t0.5\t1\t"))
  }

  @Test func withoutCausesTheBarIsOneAndTheLegendShort() throws {
    let figure = try #require(DiffSamples.movement(8, isAttributed: false).figure())
    #expect(!figure.wide.inline().contains("software and settings"))
    #expect(!figure.wide.inline().contains("ch-f-orange"))
  }

  @Test func aCellNamesSomeAndTheDataNameAll() throws {
    let figure = try #require(DiffSamples.matrix { $0 == 2 && $1 == 0 ? 40 : 0 }.figure())
    #expect(figure.wide.inline().contains("34 more") && !figure.wide.inline().contains("IL-39"))
    #expect(figure.data.contains("IL-39") && figure.features.contains(.chosenNames))
    #expect(figure.wide.inline().contains(">40<"))
  }

  @Test func manyVariantsAreBars() throws {
    let squares = try #require(DiffSamples.turnover(1).figure())
    let bars = try #require(DiffSamples.turnover(4, scale: 100).figure())
    #expect(!squares.features.contains(.weights) && bars.features.contains(.weights))
    #expect(bars.wide.inline().components(separatedBy: "<rect").count < 25)
  }

  @Test func thousandsOfTestsStaySmall() throws {
    let figure = try #require(DiffSamples.scatter(10_000).figure())
    #expect(figure.wide.inline().utf8.count < 150_000)
    #expect(figure.wide.inline().components(separatedBy: "<a href").count <= 10)
    #expect(figure.data.split(separator: "\n").count == 10_001)
  }
}
