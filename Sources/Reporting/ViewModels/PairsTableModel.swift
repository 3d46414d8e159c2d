import StudyModel

/// The table of every pair that is shown: on the front page, or on a page of its own where there are many.
struct PairsTableModel {
  let context: StudyContext

  /// The kind under which the book of words keeps the heads of the table; the codes are what scripts know.
  static let headKind = "pairs_head"

  func value() throws -> TemplateValue {
    let pairs = context.directions.flatMap(context.shownPairs)
    let isGrouped = pairs.contains { $0.trait.group != nil }
    let families = families(pairs)
    return .object([
      "title": .text(context.design.title),
      "pair_count": .number(pairs.count),
      "one_pair": .flag(pairs.count == 1),
      "shown_only": .flag(context.isSubset),
      "grouped": .flag(isGrouped),
      "heads": try heads(),
      "family_column": families == nil ? .flag(true) : .absent,
      "families": families ?? .absent,
      "verdicts": .flag(hasVerdicts),
      "pairs": .list(try pairs.map { try row($0, isGrouped: isGrouped, hasFamily: families == nil) }),
    ])
  }

  /// Releases made before schema version 3 have none.
  private var hasVerdicts: Bool { context.conclusions.appraisals != nil }

  private func heads() throws -> TemplateValue {
    let codes = [
      "trait", "group", "direction", "variants", "scale", "estimate", "p", "adjusted", "bonferroni", "family",
      "evidence", "verdict",
    ]
    return .object(
      Dictionary(
        try codes.map { ($0, TemplateValue.text(try context.words.text(Self.headKind, $0))) }
      ) { first, _ in first }
    )
  }

  /// Where each direction has one family, which is said above the table; nil where a column has to tell them apart.
  private func families(_ pairs: [PairReport]) -> TemplateValue? {
    var found: [Direction: [String: Int]] = [:]
    for pair in pairs {
      guard let family = pair.adjustment?.family else { continue }
      found[pair.outline.direction, default: [:]][family.id] = family.tested
    }
    guard found.values.allSatisfy({ $0.count == 1 }) else { return nil }
    let items = context.directions.flatMap { direction in
      found[direction, default: [:]].map { (direction: direction, id: $0.key, tested: $0.value) }
    }
    return .rows(
      items.enumerated().map { index, item in
        .object([
          "direction": .text(item.direction.rawValue),
          "id": .optional(item.id == item.direction.rawValue ? nil : item.id),
          "tested": .text(context.words.tests(item.tested)), "more": .flag(index + 1 < items.count),
          "first": .flag(index == 0),
        ])
      }
    )
  }

  private func verdict(_ pair: PairReport) throws -> TemplateValue {
    guard hasVerdicts else { return .absent }
    guard let verdict = context.appraisal(pair.outline.id)?.verdict else { return .object(["text": ""]) }
    let name = try context.words.text("verdict", verdict.rawValue)
    return .object(["text": .text("\(AppraisalModel.meter(verdict.certainty)) \(name)")])
  }

  private func row(_ pair: PairReport, isGrouped: Bool, hasFamily: Bool) throws -> TemplateValue {
    let test = pair.adjustment
    let family = test.map { "\($0.family.id) (\(NumberStyle.count($0.family.tested)))" } ?? ""
    return .object([
      "trait": .text(pair.trait.name),
      "href": .text(pair.pagePath),
      "alias": .optional(pair.trait.alias),
      "group": isGrouped ? .object(["name": .text(pair.trait.group ?? "")]) : .absent,
      "direction": .text(try context.words.text("direction", pair.outline.direction.rawValue)),
      "variants": .number(pair.variantCount),
      "measure": .text(pair.scale.measure),
      "estimate": .text(try pair.primary.map { pair.display.text($0.estimate) } ?? pair.missingText ?? ""),
      "p": .optional(pair.primary.map { context.pValues.cell($0.estimate.pValue) }),
      "is_hit": .flag([.passing, .nominal].contains(pair.evidence)),
      "p_adjusted": .optional(test.map { context.pValues.cell($0.test.benjaminiHochberg) }),
      "passes": .flag(pair.evidence == .passing),
      "p_bonferroni": .optional(test.map { context.pValues.cell($0.test.bonferroni) }),
      "family": hasFamily ? .object(["text": .text(family)]) : .absent,
      "evidence": .text(try context.words.text("evidence", pair.evidence.rawValue, ["level": context.level])),
      "verdict": try verdict(pair),
    ])
  }
}
