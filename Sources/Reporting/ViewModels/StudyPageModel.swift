import MarkdownRendering
import StudyModel

/// The front page of one study: question, design, findings, a forest a direction, every pair.
struct StudyPageModel {
  let context: StudyContext
  /// The figures of the page by id; a figure that is not here is left out.
  let figures: [String: FigureLinks]

  func value() throws -> TemplateValue {
    let design = context.design
    let pairs = Direction.allCases.flatMap { context.pairs($0) }
    return .object([
      "question": .text(design.question),
      "panel": .text(panel),
      "primary_method": .text(context.methodName(design.settings.primaryMethod)),
      "design": figures["design"].map { $0.value() } ?? .absent,
      "directions": .list(
        try declaredDirections.map { try FamilyVerdictModel(context: context, direction: $0).value() }
      ),
      "notes": notes,
      "forests": .list(try declaredDirections.compactMap(forest)),
      "pair_count": .number(pairs.count),
      "pairs": .list(try pairs.map(row)),
    ])
  }

  private var panel: String {
    let traits = context.design.panel.traits
    return traits.count == 1 ? traits[0].nameInText : "\(traits.count) \(context.design.panel.name)"
  }

  private var declaredDirections: [Direction] {
    Direction.allCases.filter { direction in context.design.pairs.contains { $0.direction == direction } }
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
        let owner = trait.name + (isEverywhere ? "" : ", \(pair.direction.rawValue)")
        if owners[note]?.contains(owner) != true { owners[note, default: []].append(owner) }
      }
    }
    let items = context.design.notes + order.map { DisplayName.list(owners[$0] ?? []) + ": " + $0 }
    guard !items.isEmpty else { return .absent }
    return .object(["items": .list(items.map { .object(["text": .text($0)]) })])
  }

  private func forest(_ direction: Direction) throws -> TemplateValue? {
    guard let figure = figures["\(direction.rawValue)-forest"] else { return nil }
    let design = context.design
    let names =
      direction == .forward
      ? ["exposure": design.panel.member, "outcome": design.disease.nameInText]
      : ["exposure": design.disease.nameInText, "outcome": design.panel.member]
    return figure.value([
      "heading": .text(try context.words.text("forest_heading", direction.rawValue, names)),
      "lede": .text(try lede(direction)),
      "caption": .text(caption(direction)),
    ])
  }

  private func lede(_ direction: Direction) throws -> String {
    let summary = DirectionSummary(context: context, direction: direction)
    guard !summary.tests.isEmpty else { return "Sorted by estimate within group." }
    let passing = summary.passing
    let first =
      switch passing {
      case 0: "No estimate survives adjustment."
      case 1: "One estimate survives adjustment."
      default: "\(passing) estimates survive adjustment."
      }
    return first + " Sorted by estimate within group; every trait links to its page."
  }

  private func caption(_ direction: Direction) -> String {
    let reports = context.pairs(direction)
    var sentences = [
      "Filled: p adj. < \(context.level). Half-filled: p < \(context.level) before adjustment only. Open: neither."
    ]
    for family in DirectionSummary(context: context, direction: direction).families {
      sentences.append(
        "p adj., family “\(family.id)”: Benjamini–Hochberg over \(DirectionModel.tests(family.tested)) "
          + "(\(family.declared) declared)."
      )
    }
    let ratios = reports.filter { $0.primary?.method == .waldRatio }.map(\.trait.name)
    if !ratios.isEmpty {
      let verb = ratios.count == 1 ? "has" : "have"
      sentences.append("\(DisplayName.list(ratios)) \(verb) one variant (Wald ratio).")
    }
    sentences.append("Arrows: the interval runs past the axis; the numbers are complete.")
    return sentences.joined(separator: " ")
  }

  private func row(_ pair: PairReport) throws -> TemplateValue {
    let test = pair.adjustment
    return .object([
      "trait": .text(pair.trait.name),
      "href": .text(pair.pagePath),
      "direction": .text(try context.words.text("direction", pair.result.direction.rawValue)),
      "variants": .number(pair.primary?.variantCount ?? pair.result.flow.used),
      "measure": .text(pair.scale.measure),
      "estimate": .text(try pair.primary.map { pair.display.text($0.estimate) } ?? pair.missingText ?? ""),
      "p": .optional(pair.primary.map { context.pValues.cell($0.estimate.pValue) }),
      "p_adjusted": .optional(test.map { context.pValues.cell($0.test.benjaminiHochberg) }),
      "p_bonferroni": .optional(test.map { context.pValues.cell($0.test.bonferroni) }),
      "family": .optional(test.map { "\($0.family.id), \(DirectionModel.tests($0.family.tested))" }),
      "evidence": .text(try context.words.text("evidence", pair.evidence.rawValue, ["level": context.level])),
    ])
  }
}
