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
    let summary = DirectionSummary(context: context, direction: direction)
    let reports = context.pairs(direction)
    let passing = reports.filter { $0.evidence == .passing }
    let estimated = reports.filter { $0.primary != nil }.count
    let tested = summary.tests.count
    let lone = summary.tests.first
    let isSingle = tested == 1 && summary.families.first?.tested == 1
    let panelName = design.panel.traits.count == 1 ? design.panel.traits[0].nameInText : design.panel.member
    let names =
      direction == .forward
      ? ["exposure": panelName, "outcome": design.disease.nameInText]
      : ["exposure": design.disease.nameInText, "outcome": panelName]
    return .object([
      "heading": .text(try context.words.text("direction_heading", direction.rawValue, names)),
      "nothing_tested": .flag(tested == 0 && estimated == 0),
      "no_family": .flag(tested == 0 && estimated > 0),
      "estimated": .text(estimated == 1 ? "1 pair is" : "\(estimated) pairs are"),
      "none_nominal": .flag(tested > 0 && summary.nominal == 0),
      "single": .flag(isSingle),
      "several": .flag(tested > 0 && !isSingle),
      "one_family": .flag(summary.families.count == 1),
      "family_tested": .number(summary.families.first?.tested ?? 0),
      "family_count": .number(summary.families.count),
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
      "member": .text(member(summary)),
      "level": .text(context.level),
      "tested": .number(tested),
      "declared": .number(tested + summary.untested),
      "untested": .optional(summary.untested == 0 ? nil : NumberStyle.count(summary.untested)),
      "nominal": .number(summary.nominal),
      "expected": .text(NumberStyle.significant(summary.nominalExpected, digits: 2)),
      "adjusted_hits": .number(summary.passing),
      "smallest": .optional(summary.smallestAdjusted.map { context.pValues.cell($0) }),
      "nominal_list": links(reports.filter { $0.evidence == .nominal || $0.evidence == .passing }),
      "untested_list": try untestedLinks(reports),
    ])
  }

  /// “immune trait”, or “immune trait of the group Proteins” where the families hold only some.
  private func member(_ summary: DirectionSummary) -> String {
    guard let groups = summary.groups else { return context.design.panel.member }
    let name = groups.count == 1 ? "group" : "groups"
    return "\(context.design.panel.member) of the \(name) \(DisplayName.list(groups))"
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
