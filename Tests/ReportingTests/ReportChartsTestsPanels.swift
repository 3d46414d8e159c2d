import Charts
import Reporting
import StudyModel
import Testing

/// The figures of a whole panel: grid, volcano, and forests of more rows than a figure holds.
@Suite struct ReportChartsPanels {
  private static func groups(_ count: Int, each size: Int) -> [(String, [String])] {
    (0..<count).map { group in ("Group \(group)", (0..<size).map { "T\(group)-\($0)" }) }
  }

  private static let awkwardGrids: [MethodGridFigure] = [
    Samples.grid(groups: [("", ["IL-6"])], methods: ["IVW"], blocks: [""]),
    Samples.grid(groups: [("Interleukins", ["IL-6"]), ("Other", ["MIF"])]),
    Samples.grid(groups: groups(6, each: 50), blocks: ["Forward"]),
    Samples.grid(groups: groups(1, each: 300)),
    Samples.grid(groups: groups(3, each: 5), value: { _, _, _ in 0 }),
    Samples.grid(groups: groups(3, each: 5), value: { _, _, _ in 1e300 }),
    Samples.grid(groups: groups(3, each: 5), value: { trait, _, _ in trait == 1 ? .nan : 0.3 }),
    Samples.grid(
      groups: [("Every", ["A", "B"])],
      methods: [
        "IVW, random effects", "IVW, fixed effect", "MR-Egger", "Weighted median", "Simple median",
        "Penalised weighted median", "Simple mode", "Weighted mode", "MR-PRESSO, outliers out",
      ]
    ),
    Samples.grid(
      groups: LongNames.all.map { ($0, [$0, "IL-6", $0]) },
      methods: ["IVW", String(repeating: "median ", count: 11)]
    ),
  ]

  @Test(arguments: awkwardGrids.indices)
  func gridsOfAnySizeAreSound(index: Int) throws {
    Layout.expectSound(try #require(Self.awkwardGrids[index].figure()))
  }

  @Test func aGridWithoutAnyEstimateIsNoFigure() {
    #expect(Samples.grid(groups: []).figure() == nil)
    #expect(Samples.grid(groups: [("A", ["b"])], methods: []).figure() == nil)
    let none = Samples.grid(groups: [("A", ["b"])], value: { _, _, _ in .nan })
    #expect(none.figure() == nil)
    let infinite = Samples.grid(
      groups: [("A", ["b", "c"])],
      value: { trait, _, _ in trait == 1 ? .nan : -.infinity }
    )
    #expect(infinite.figure() == nil)
  }

  @Test func theNarrowGridIsTurnedAndTheDataHoldEveryCell() throws {
    let figure = try #require(Samples.grid().figure())
    #expect(figure.data.split(separator: "\n").count == 1 + 41 * 5 * 2)
    #expect(
      figure.data.contains(
        "Forward\tInterleukins\tIL-1β\tMR-Egger\tNA\tNA\tNA\tNA\tNA\tNA\tNA\tNA\tneeds 3 variants"
      )
    )
    #expect(figure.wide.inline().contains("rotate(-60"))
    let narrow = figure.narrow.inline()
    #expect(narrow.components(separatedBy: ">IL-8<").count == 3)
    #expect(narrow.components(separatedBy: ">MR-Egger<").count == 2)
    #expect(figure.description.contains("Forward, IVW: "))
  }

  @Test func moreColumnsThanABandHoldsStandBeneath() throws {
    let few = try #require(Samples.grid(groups: Self.groups(1, each: 44)).figure())
    let more = try #require(Samples.grid(groups: Self.groups(1, each: 45)).figure())
    #expect(more.wide.height > few.wide.height * 1.7)
    #expect(few.wide.inline().components(separatedBy: ">Forward<").count == 2)
    #expect(more.wide.inline().components(separatedBy: ">Forward<").count == 3)
  }

  // MARK: Volcano

  private static let strangeVolcanoes: [VolcanoFigure] = {
    func point(_ name: String, _ estimate: Double, _ height: Double) -> VolcanoFigure.Trait {
      VolcanoFigure.Trait(
        name: name,
        link: "t.html",
        estimate: estimate,
        negativeLog10P: height,
        estimateText: "1.00",
        pText: "4 × 10⁻¹⁴",
        p: PValue(negativeLog10: height),
        evidence: height > 1.3 ? .nominal : .neither
      )
    }
    return [
      Samples.volcano(1), Samples.volcano(2), Samples.volcano(300), Samples.volcano(2000),
      Samples.volcano((0..<20).map { point("same \($0)", 1, 0) }),
      Samples.volcano((0..<20).map { _ in point("same", 2, 5) }),
      Samples.volcano((0..<9).map { point("tiny \($0)", 1.2, $0 == 0 ? 300 : 0.4) }),
      Samples.volcano((0..<9).map { point("all tiny \($0)", 1.2, 300 + Double($0)) }),
      Samples.volcano([point("p = 0", 1.2, .infinity), point("far", 1e12, 0.2), point("none", .nan, 1)]),
      Samples.volcano(LongNames.all.map { point($0, 0.8, 2) } + [point("near", 1.2, 0.2)]),
    ]
  }()

  @Test(arguments: strangeVolcanoes.indices)
  func volcanoesOfAnyKindAreSound(index: Int) throws {
    Layout.expectSound(try #require(Self.strangeVolcanoes[index].figure()))
  }

  @Test func aVolcanoWithoutPointsIsNoFigure() { #expect(Samples.volcano(0).figure() == nil) }

  @Test func thePointsWithEvidenceAreNamedAndLinked() throws {
    var volcano = Samples.volcano(41)
    volcano.points = volcano.points.enumerated().map { index, point in
      var point = point
      if index > 1 { (point.negativeLog10P, point.evidence) = (min(point.negativeLog10P, 1.2), .neither) }
      return point
    }
    let figure = try #require(volcano.figure())
    #expect(figure.wide.inline().contains(">IL-1<") && figure.narrow.inline().contains(">IL-1<"))
    #expect(figure.wide.inline().components(separatedBy: "<a href").count == 42)
    #expect(figure.wide.inline().contains("0.05 / 41 tests"))
    #expect(figure.note.isEmpty)
  }

  @Test func aTinyPValueIsAnArrowWithItsNumber() throws {
    let figure = try #require(Self.strangeVolcanoes[6].figure())
    #expect(figure.wide.inline().contains("<polygon"))
    #expect(figure.wide.inline().contains("p = 4 × 10⁻¹⁴"))
    #expect(figure.data.contains("tiny 0\tOR per SD\t1.2\t1e-300\t300\t"))
  }

  @Test func thousandsOfTraitsStaySmall() throws {
    let figure = try #require(Samples.volcano(2000).figure())
    #expect(figure.wide.inline().utf8.count < 300_000)
    #expect(figure.data.split(separator: "\n").count == 2001)
  }

  // MARK: Forest

  @Test func aLargePanelIsPagedOnOneAxis() throws {
    var panel = Samples.panel()
    let rows = panel.groups[0].rows
    panel.groups = [70, 60, 300].enumerated().map { index, count in
      .init(name: "Group \(index)", rows: (0..<count).map { rows[$0 % rows.count] })
    }
    let pages = panel.pages(size: 120)
    #expect(pages.map { $0.groups.map(\.rows.count) } == [[70], [60, 60], [120], [120]])
    #expect(pages.flatMap { $0.groups.map(\.isContinued) } == [false, false, false, true, true])
    #expect(pages[0].title.hasSuffix(", part 1 of 4") && pages[3].id == "forward-4")
    let figures = try pages.map { try #require($0.figure()) }
    for figure in figures { Layout.expectSound(figure) }
    #expect(figures[2].wide.inline().contains("Group 2 (continued)"))
    #expect(figures[2].wide.inline().contains("> 300<"))
    let ticks = figures.map { figure in
      figure.wide.inline().split(separator: "\n").filter { $0.contains("ch-tick") }.prefix(5).map {
        $0.split(separator: ">").dropFirst().first ?? ""
      }
    }
    #expect(Set(ticks).count == 1)
    #expect(panel.pages(size: 1000).count == 1 && panel.pages(size: 1000)[0].id == "forward")
  }

  @Test func everyRowOfAPanelOfThousandsIsOnOnePage() throws {
    var panel = Samples.panel()
    let row = panel.groups[0].rows[0]
    panel.groups = [.init(name: "All", rows: Array(repeating: row, count: 4000))]
    let pages = panel.pages(size: 120)
    #expect(pages.map { $0.groups.map(\.rows.count).reduce(0, +) }.reduce(0, +) == 4000)
    #expect(pages.allSatisfy { $0.groups.map(\.rows.count).reduce(0, +) <= 120 })
  }

  @Test func aPanelWithoutAnyEstimateHasNoEmptyPlot() throws {
    var panel = Samples.panel()
    panel.groups = panel.groups.map { group in
      .init(
        name: group.name,
        rows: group.rows.map {
          .init(
            name: $0.name,
            alias: $0.alias,
            link: nil,
            variants: 3,
            outcome: .untested(reason: "not supplied")
          )
        }
      )
    }
    let figure = try #require(panel.figure())
    Layout.expectSound(figure)
    #expect(!figure.wide.inline().contains("ch-tick"))
    #expect(!figure.wide.inline().contains("lower odds"))
  }
}

/// Names of 200 characters in scripts that are wide, joined, or have no spaces.
enum LongNames {
  static let chinese = String(repeating: "白细胞介素受体拮抗剂", count: 20)
  static let arabic = String(String(repeating: "عامل نخر الورم ألفا ", count: 10).dropLast())
  static let latin = String(repeating: "Granulocytemacrophag", count: 10)
  static let all = [chinese, arabic, latin]

  /// A small panel whose traits and groups bear them.
  static var panel: PanelForestFigure {
    var panel = Samples.panel(id: "long-names")
    panel.groups = Array(panel.groups.prefix(2))
    for (index, name) in all.enumerated() { panel.groups[0].rows[index].name = name }
    panel.groups[1].name = "مجموعة"
    panel.groups[1].rows[3].name = arabic
    return panel
  }
}
