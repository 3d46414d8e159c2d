import Charts

/// Do the methods agree? Every method against every trait: a triangle for the sign, its size for |β| / SE.
package struct MethodGridFigure: Sendable {
  package var id: String
  package var title: String
  /// The significance level as printed ("0.05").
  package var levelText: String
  package var methods: [Method]
  /// Headings of the blocks, one below the other ("Forward", "Reverse"); one without a heading is "".
  package var blocks: [String]
  /// In the order of the page; empty groups are left out.
  package var groups: [Group]
  /// For what the figure says by itself.
  package var words: Wordbook

  package struct Method: Sendable {
    /// As rows are called ("Weighted median").
    package var name: String
    /// The primary method is in bold.
    package var isPrimary: Bool

    package init(name: String, isPrimary: Bool = false) { (self.name, self.isPrimary) = (name, isPrimary) }
  }

  package struct Group: Sendable {
    /// Empty for traits without a group.
    package var name: String
    package var traits: [Trait]

    package init(name: String, traits: [Trait]) { (self.name, self.traits) = (name, traits) }
  }

  package struct Trait: Sendable {
    package var name: String
    /// The page of the trait, relative; nil for none.
    package var link: String?
    /// In bold: the primary p is below the level in either direction.
    package var isMarked: Bool
    /// One list a block, in it one cell a method; what is missing at the end is drawn as not estimable.
    package var cells: [[Cell]]

    package init(name: String, link: String?, isMarked: Bool, cells: [[Cell]]) {
      (self.name, self.link, self.isMarked, self.cells) = (name, link, isMarked, cells)
    }
  }

  package enum Cell: Sendable {
    case estimated(GridEstimate)
    /// Why there is no estimate, in a few words; for the data.
    case notEstimated(reason: String)
  }

  package init(
    id: String,
    title: String,
    levelText: String,
    methods: [Method],
    blocks: [String],
    groups: [Group],
    words: Wordbook
  ) {
    self.words = words
    (self.id, self.title, self.levelText) = (id, title, levelText)
    (self.methods, self.blocks) = (methods, blocks)
    self.groups = groups.filter { !$0.traits.isEmpty }
  }

  /// The traits side by side at most in the wide drawing; more stand in further bands beneath.
  package static let bandSize = 44

  /// The figure, 1120 px, 358 px (traits as rows, methods as columns) and, for print, 760 px wide; nil
  /// without traits, methods or blocks, and where no method has an estimate of any trait.
  package func figure() -> ReportFigure? {
    guard !methods.isEmpty, !blocks.isEmpty, hasEstimate else { return nil }
    let legend = GridLegend(levelText: levelText, hasNone: hasNone, words: words)
    return ReportFigure(
      id: id,
      title: title,
      description: description,
      wide: GridPainter(byMethod, legend, width: 1120).painted(),
      narrow: GridPainter(byTrait, legend, width: ReportFigure.narrowWidth).painted(),
      print: GridPainter(byMethod, legend, width: ReportFigure.printWidth).sheets(
        height: ReportFigure.printHeight
      ),
      data: data
    )
  }
}

extension MethodGridFigure {
  var traits: [Trait] { groups.flatMap(\.traits) }

  func cell(_ trait: Trait, _ block: Int, _ method: Int) -> Cell {
    guard block < trait.cells.count, method < trait.cells[block].count else {
      return .notEstimated(reason: "")
    }
    return trait.cells[block][method]
  }

  private var allGlyphs: [GridTable.Glyph] { traits.flatMap { $0.cells.joined().map(GridTable.Glyph.init) } }

  private var hasEstimate: Bool {
    allGlyphs.contains { glyph in
      if case .dash = glyph { false } else { true }
    }
  }

  /// Whether an estimate is exactly 0.
  private var hasNone: Bool {
    allGlyphs.contains { glyph in
      if case .none = glyph { true } else { false }
    }
  }

  private var description: String {
    let opening = words(
      FigureSentence.grid,
      ["methods": NumberStyle.count(methods.count), "traits": NumberStyle.count(traits.count)]
    )
    let lines = blocks.indices.flatMap { block in
      methods.indices.map { method in sentence(block, method) }
    }
    return ([opening] + lines).joined(separator: " ")
  }

  private func sentence(_ block: Int, _ method: Int) -> String {
    let glyphs = traits.map { GridTable.Glyph(cell($0, block, method)) }
    var (higher, lower, nominal, missing) = (0, 0, 0, 0)
    for glyph in glyphs {
      switch glyph {
      case .triangle(let isUp, _, let isFilled):
        if isUp { higher += 1 } else { lower += 1 }
        if isFilled { nominal += 1 }
      case .dash: missing += 1
      case .none: break
      }
    }
    let name = [blocks[block], methods[method].name].filter { !$0.isEmpty }.joined(separator: ", ")
    return words(
      missing > 0 ? FigureSentence.gridRowWithMissing : .gridRow,
      [
        "name": name, "higher": NumberStyle.count(higher), "lower": NumberStyle.count(lower),
        "nominal": NumberStyle.count(nominal), "missing": NumberStyle.count(missing), "level": levelText,
      ]
    )
  }

  private var data: TabSeparated {
    var table = TabSeparated(header: [
      "direction", "group", "trait", "method", "scale", "estimate", "ci_low", "ci_high", "beta_over_se", "p",
      "sign", "p_below_level", "reason",
    ])
    for (block, heading) in blocks.enumerated() {
      for group in groups {
        for trait in group.traits {
          for (method, row) in methods.enumerated() {
            let head: [TabSeparated.Cell] = [
              .words(heading), .words(group.name), .words(trait.name), .words(row.name),
            ]
            table.add(head + Self.columns(cell(trait, block, method)))
          }
        }
      }
    }
    return table
  }

  private static func columns(_ cell: Cell) -> [TabSeparated.Cell] {
    switch cell {
    case .notEstimated(let reason):
      return Array(repeating: .words(nil), count: 8) + [.words(reason)]
    case .estimated(let estimate):
      let (value, error, shown) = (estimate.value, estimate.standardError, estimate.shown)
      let sign = value > 0 ? "higher" : (value < 0 ? "lower" : "none")
      return [.words(estimate.unit)] + [shown.estimate, shown.low, shown.high].map { .number($0) } + [
        .number(error > 0 ? value / error : nil), .p(estimate.p), .words(sign),
        .words(estimate.isNominal ? "yes" : "no"), .words(nil),
      ]
    }
  }
}
