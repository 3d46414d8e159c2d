import MarkdownRendering
import StudyModel

/// The front page of one study: question, design, findings, a forest a direction, every pair.
struct StudyPageModel {
  let context: StudyContext
  /// The figures of the page by id; a figure that is not here is left out.
  let figures: [String: FigureLinks]
  let panel: PanelPages
  /// Nil where the site tells of no changes.
  var since: SinceModel?

  private var captions: PanelFigureCaptions { PanelFigureCaptions(context: context) }

  func value() throws -> TemplateValue {
    let design = context.design
    return .object([
      "question": .text(design.question),
      "panel": .text(panelName),
      "both_directions": .flag(context.directions.count > 1),
      "primary_method": .text(context.methodName(design.settings.primaryMethod)),
      "design": figures["design"].map { $0.value() } ?? .absent,
      "directions": .list(
        try context.directions.map { try FamilyVerdictModel(context: context, direction: $0).value() }
      ),
      "notes": notes, "since": try since?.front() ?? .absent,
      "truth": try TruthModel(context: context).study(),
      "published": .flag(context.header.published != nil),
      "forests": .list(try context.directions.compactMap(forest)),
      "subset": subset,
      "grid": try grid(),
      "volcanos": try volcanos(),
      "pairs_here": context.hasPairsPage ? .absent : try PairsTableModel(context: context).value(),
      "pairs_elsewhere": context.hasPairsPage
        ? .object(["pair_count": .number(context.shownPairCount), "href": .text("pairs.html")]) : .absent,
    ])
  }

  private var panelName: String {
    let traits = context.design.panel.traits
    return traits.count == 1 ? traits[0].nameInText : "\(traits.count) \(context.design.panel.name)"
  }

  /// The study's own notes, then each note on a pair once, with the traits it was given for.
  private var notes: TemplateValue {
    var order: [String] = []
    var owners: [String: [String]] = [:]
    for trait in context.design.panel.traits {
      let pairs = context.design.pairs.filter { $0.trait == trait.id }
      for pair in pairs {
        guard let note = pair.note else { continue }
        if owners[note] == nil { order.append(note) }
        let isEverywhere = pairs.allSatisfy { $0.note == note }
        let owner = trait.name + (isEverywhere ? "" : ", \(context.words.direction(pair.direction))")
        if owners[note]?.contains(owner) != true { owners[note, default: []].append(owner) }
      }
    }
    let items = context.design.notes + order.map { context.words.list(owners[$0] ?? []) + ": " + $0 }
    guard !items.isEmpty else { return .absent }
    return .object(["items": .list(items.map { .object(["text": .text($0)]) })])
  }

  private func forest(_ direction: Direction) throws -> TemplateValue? {
    guard let figure = figures["\(direction.rawValue)-forest"] else { return nil }
    let design = context.design
    let traits = context.shownTraits
    let panelName = traits.count == 1 ? traits[0].nameInText : design.panel.member
    let names =
      direction == .forward
      ? ["exposure": panelName, "outcome": design.disease.nameInText]
      : ["exposure": design.disease.nameInText, "outcome": panelName]
    let kind = traits.count == 1 ? "direction_heading" : "forest_heading"
    return figure.value([
      "heading": .text(try context.words.text(kind, direction.rawValue, names)),
      "own_scales": .flag(hasOwnScales(direction)),
      "lede": .text(captions.lede(direction)),
      "caption": .text(captions.forest(direction, figure.features)),
      "panel_pages": panel.links(direction),
    ])
  }

  /// Whether the rows of a forest have scales of their own, so that one’s size says nothing of another’s: different
  /// units, or units that the source does not name.
  private func hasOwnScales(_ direction: Direction) -> Bool {
    let pairs = context.shownPairs(direction).filter { $0.primary != nil }
    let units = pairs.map { pair -> String? in
      let scale = pair.outline.scale
      let (type, units) =
        direction == .forward
        ? (scale.exposureType, scale.exposureUnits) : (scale.outcomeType, scale.outcomeUnits)
      return type == .binary ? "log odds" : units
    }
    return pairs.count > 1 && (units.contains(nil) || Set(units).count > 1)
  }

  private var subset: TemplateValue {
    guard context.isSubset else { return .absent }
    return .object([
      "shown": .text(context.words.list(context.shownTraits.map(\.name))),
      "total": .number(context.design.panel.traits.count),
    ])
  }

  // MARK: The panel as a whole

  private func grid() throws -> TemplateValue {
    guard let figure = figures["grid"] else { return .absent }
    return figure.value([
      "lede": .text(captions.gridLede), "caption": .text(captions.grid(orderedBy: context.directions.first)),
    ])
  }

  private func volcanos() throws -> TemplateValue {
    let items = try context.directions.compactMap { direction -> TemplateValue? in
      guard let figure = figures["\(direction.rawValue)-volcano"] else { return nil }
      return figure.value([
        "heading": .text(
          context.words(
            CaptionPhrase.volcanoHeading,
            ["direction": try context.words.text("direction", direction.rawValue)]
          )
        ),
        "caption": .text(captions.volcano(direction, figure.features)),
      ])
    }
    guard !items.isEmpty else { return .absent }
    return .object(["lede": .text(captions.volcanoLede), "items": .list(items)])
  }
}
