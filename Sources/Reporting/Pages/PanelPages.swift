import StudyModel

/// The pages of a panel that is too large for the front page: every trait, a stated number to a page, by group and
/// by estimate within each group.
struct PanelPages {
  let context: StudyContext
  /// Empty where the front page holds the panel.
  private let pages: [Direction: [Page]]

  /// One page: a direction and the part of its pairs that stands there.
  struct Page {
    let direction: Direction
    /// From 1.
    let number: Int
    /// Places of the first and the last pair among all of the direction, from 1.
    let range: ClosedRange<Int>
    let total: Int
    let pairs: [PairReport]
    let forest: PanelForestFigure

    /// Below the study's folder, without the extension.
    var path: String { "panel/\(direction.rawValue)-\(number)" }
    /// Begins the ids of its figures.
    var id: String { "\(direction.rawValue)-panel-\(number)" }
  }

  init(context: StudyContext) throws {
    self.context = context
    var pages: [Direction: [Page]] = [:]
    for direction in context.directions where context.hasPanelPages {
      pages[direction] = try Self.pages(context, direction)
    }
    self.pages = pages
  }

  /// In the order of the site.
  var all: [Page] { context.directions.flatMap { pages[$0, default: []] } }

  private static func pages(_ context: StudyContext, _ direction: Direction) throws -> [Page] {
    let reports = context.shownPairs(direction)
    let members = Dictionary(grouping: reports, by: \.trait.group)
    let ordered = PanelFigures.groupNames(reports).flatMap { PanelFigures.sorted(members[$0, default: []]) }
    let figures = PanelFigures(context: context, linkPrefix: "../")
    let id = "\(direction.rawValue)-panel"
    guard let forest = try figures.forest(direction, reports, id: id) else { return [] }
    var start = 0
    return forest.pages(size: StudyContext.traitsOnFrontPage).enumerated().map { index, part in
      let end = start + part.groups.map(\.rows.count).reduce(0, +)
      defer { start = end }
      var part = part
      part.id = "\(id)-\(index + 1)-forest"
      return Page(
        direction: direction,
        number: index + 1,
        range: (start + 1)...end,
        total: ordered.count,
        pairs: Array(ordered[start..<end]),
        forest: part
      )
    }
  }

  /// Links to the pages of one direction, for the front page; absent where there are none.
  func links(_ direction: Direction) -> TemplateValue {
    let pages = pages[direction, default: []]
    guard !pages.isEmpty else { return .absent }
    return .object([
      "items": .list(pages.map { .object(["label": .text(label($0)), "href": .text($0.path + ".html")]) })
    ])
  }

  /// What a page's template is given.
  func value(_ page: Page, figures: [String: FigureLinks]) throws -> TemplateValue {
    let (design, captions) = (context.design, PanelFigureCaptions(context: context))
    let names =
      page.direction == .forward
      ? ["exposure": design.panel.member, "outcome": design.disease.nameInText]
      : ["exposure": design.disease.nameInText, "outcome": design.panel.member]
    return .object([
      "heading": .text(try context.words.text("forest_heading", page.direction.rawValue, names)),
      "range": .text(label(page)),
      "total": .number(page.total),
      "previous": neighbour(page, -1),
      "next": neighbour(page, 1),
      "forest": figures[page.id + "-forest"].map { figure in
        figure.value(["caption": .text(captions.panelForest(figure.features))])
      } ?? .absent,
      "grid": figures[page.id + "-grid"].map { figure in
        figure.value(["caption": .text(captions.grid(orderedBy: nil))])
      } ?? .absent,
    ])
  }

  private func neighbour(_ page: Page, _ step: Int) -> TemplateValue {
    let pages = pages[page.direction, default: []]
    let index = page.number - 1 + step
    guard pages.indices.contains(index) else { return .absent }
    return .object([
      "label": .text(label(pages[index])),
      "href": .text("\(page.direction.rawValue)-\(index + 1).html"),
    ])
  }

  private func label(_ page: Page) -> String {
    context.words(
      CountPhrase.range,
      ["low": NumberStyle.count(page.range.lowerBound), "high": NumberStyle.count(page.range.upperBound)]
    )
  }
}
