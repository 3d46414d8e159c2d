import MarkdownRendering
import StudyModel

/// What one direction found, over all its tests.
struct FamilyVerdictModel {
  let context: StudyContext
  let direction: Direction
  /// What stands before the links to trait pages.
  var linkPrefix = ""

  func value() throws -> TemplateValue {
    let design = context.design
    let family = context.family(direction)
    let reports = context.pairs(direction)
    let passing = reports.filter { $0.evidence == .passing }
    let estimated = reports.filter { $0.primary != nil }.count
    let single = family.map { $0.tested == 1 } ?? false
    let lone = reports.first { $0.primary != nil }
    let panelName = design.panel.traits.count == 1 ? design.panel.traits[0].nameInText : design.panel.member
    let names =
      direction == .forward
      ? ["exposure": panelName, "outcome": design.disease.nameInText]
      : ["exposure": design.disease.nameInText, "outcome": panelName]
    return .object([
      "heading": .text(try context.words.text("direction_heading", direction.rawValue, names)),
      "nothing_tested": .flag((family?.tested ?? 0) == 0 && estimated == 0),
      "no_family": .flag((family?.tested ?? 0) == 0 && estimated > 0),
      "estimated": .text(estimated == 1 ? "1 pair is" : "\(estimated) pairs are"),
      "none_nominal": .flag((family?.tested ?? 0) > 0 && family?.nominal == 0),
      "single": .flag(single),
      "several": .flag((family?.tested ?? 0) > 1),
      "forward": .flag(direction == .forward),
      "reverse": .flag(direction == .reverse),
      "passing": .flag(!passing.isEmpty),
      "passing_names": .text(DisplayName.list(passing.map(\.trait.nameInText))),
      "verb": .text(passing.count == 1 ? "is" : "are"),
      "subject": .text(try lone?.phrase("subject") ?? ""),
      "subject_plain": .text(try lone?.phrase("subject_plain") ?? ""),
      "object": .text(try lone?.phrase("object") ?? ""),
      "object_plain": .text(try lone?.phrase("object_plain") ?? ""),
      "direction_word": .text(lone?.directionWord ?? ""),
      "disease": .text(design.disease.nameInText),
      "member": .text(member(family)),
      "level": .text(context.level),
      "tested": .number(family?.tested ?? 0),
      "declared": .number(family?.declared ?? reports.count),
      "untested": .optional(untestedCount(family)),
      "nominal": .number(family?.nominal ?? 0),
      "expected": .text(NumberStyle.significant(family?.nominalExpected ?? 0, digits: 2)),
      "adjusted_hits": .number(family?.passingBenjaminiHochberg ?? 0),
      "smallest": .optional(
        family?.tests.map(\.benjaminiHochberg).min().map { context.pValues.cell($0) }
      ),
      "nominal_list": links(reports.filter { $0.evidence == .nominal || $0.evidence == .passing }),
      "untested_list": try untestedLinks(reports),
    ])
  }

  /// “immune trait”, or “immune trait of the group Proteins” where the family holds only some.
  private func member(_ family: TestFamily?) -> String {
    guard let groups = family?.groups else { return context.design.panel.member }
    let name = groups.count == 1 ? "group" : "groups"
    return "\(context.design.panel.member) of the \(name) \(DisplayName.list(groups))"
  }

  private func untestedCount(_ family: TestFamily?) -> String? {
    guard let family, family.declared > family.tested else { return nil }
    return NumberStyle.count(family.declared - family.tested)
  }

  private func links(_ pairs: [PairReport]) -> TemplateValue {
    guard !pairs.isEmpty else { return .absent }
    let items = pairs.map { pair in
      guard let primary = pair.primary else { return link(pair) }
      return "\(link(pair)) (\(MarkdownEscaper.inline(context.pValues.equation(primary.estimate.pValue))))"
    }
    return .object(["links": .text(DisplayName.list(items))])
  }

  private func untestedLinks(_ pairs: [PairReport]) throws -> TemplateValue {
    let missing = pairs.filter { $0.evidence == .untested }
    guard !missing.isEmpty else { return .absent }
    let items = try missing.map { pair in
      "\(link(pair)) (\(MarkdownEscaper.inline(try pair.missingText ?? "")))"
    }
    return .object(["links": .text(DisplayName.list(items))])
  }

  private func link(_ pair: PairReport) -> String {
    "[\(MarkdownEscaper.inline(pair.trait.name))](\(linkPrefix)\(pair.pagePath))"
  }
}

extension PairReport {
  /// A phrase of the verdict sentences, by the type of the side it speaks of.
  func phrase(_ kind: String) throws -> String {
    let type = kind.hasPrefix("subject") ? result.scale.exposureType : result.scale.outcomeType
    return try context.words.text(kind, type.rawValue, names)
  }

  /// `higher` or `lower`, by the sign of the primary estimate.
  var directionWord: String {
    (primary?.estimate.value ?? 0) < 0 ? "lower" : "higher"
  }
}
