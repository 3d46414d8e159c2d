import MarkdownRendering
import StudyModel

/// What one direction found, over all its tests.
struct FamilyVerdictModel {
  let context: StudyContext
  let direction: Direction
  /// Names that a sentence holds; the rest is counted.
  private static let longestList = 12
  /// What stands before the links to trait pages.
  var linkPrefix = ""

  func value() throws -> TemplateValue {
    let design = context.design
    let summary = DirectionSummary(context: context, direction: direction)
    let reports = context.pairs(direction)
    let passing = reports.filter { $0.evidence == .passing }
    let nominal = reports.filter { $0.evidence == .nominal }
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
      "estimated": .number(estimated), "one_estimated": .flag(estimated == 1),
      "none_nominal": .flag(tested > 0 && summary.nominal == 0),
      "single": .flag(isSingle),
      "several": .flag(tested > 0 && !isSingle),
      "one_family": .flag(summary.families.count == 1),
      "family_tested": .number(summary.families.first?.tested ?? 0),
      "family_count": .number(summary.families.count),
      "forward": .flag(direction == .forward),
      "reverse": .flag(direction == .reverse),
      "passing": .flag(!passing.isEmpty),
      "passing_names": .text(context.words.list(passing.map(\.trait.nameInText), atMost: Self.longestList)),
      "one_passing": .flag(passing.count == 1),
      "subject": .text(try lone?.phrase("subject") ?? ""),
      "subject_plain": .text(try lone?.phrase("subject_plain") ?? ""),
      "object": .text(try lone?.phrase("object") ?? ""),
      "object_plain": .text(try lone?.phrase("object_plain") ?? ""),
      "direction_word": .text(lone?.directionWord ?? ""),
      "disease": .text(design.disease.nameInText),
      "member": .text(try member(summary)),
      "level": .text(context.level),
      "tested": .number(tested),
      "declared": .number(tested + summary.untested),
      "untested": .optional(summary.untested == 0 ? nil : NumberStyle.count(summary.untested)),
      "nominal": .number(summary.nominal),
      "expected": .text(NumberStyle.significant(summary.nominalExpected, digits: 2)),
      "adjusted_hits": .number(summary.passing),
      "smallest": .optional(summary.smallestAdjusted.map { context.pValues.cell($0) }),
      "p": .optional(lone.flatMap { $0.primary }.map { context.pValues.cell($0.estimate.pValue) }),
      "lone": loneResult(lone, isSingle: isSingle),
      "passing_list": links(passing) {
        $0.adjustment.map { (context.words(EvidencePhrase.adjustedP), $0.test.benjaminiHochberg) }
      },
      "nominal_list": links(nominal) { $0.primary.map { ("p", $0.estimate.pValue) } },
      "null_range": nullRange(summary, reports, isSingle: isSingle),
      "verdicts": try verdicts(reports),
      "untested_list": try untestedLinks(reports),
    ])
  }

  /// “immune trait”, or “immune trait of the group Proteins” where the families hold only some.
  private func member(_ summary: DirectionSummary) throws -> String {
    let member = context.design.panel.member
    guard let groups = summary.groups else { return member }
    let code = groups.count == 1 ? "of_group" : "of_groups"
    return try context.words.text("member", code, ["member": member, "groups": context.words.list(groups)])
  }

  /// The one test of a direction that has no other.
  private func loneResult(_ lone: PairReport?, isSingle: Bool) -> TemplateValue {
    guard isSingle, let lone, let primary = lone.primary else { return .absent }
    return .object([
      "link": .text(link(lone)), "measure": .text(lone.scale.measure),
      "estimate": .text(lone.display.text(primary.estimate)),
      "variants": .text(context.words.variants(primary.variantCount)),
    ])
  }

  /// What the intervals leave open where no test of the direction passes.
  private func nullRange(
    _ summary: DirectionSummary,
    _ reports: [PairReport],
    isSingle: Bool
  ) -> TemplateValue {
    guard summary.passing == 0 else { return .absent }
    if isSingle, let lone = summary.tests.first { return NullRange(pair: lone).value }
    return NullRange(direction: summary.tests.isEmpty ? reports : summary.tests).value
  }

  /// Each with the p that counts in its list; the smallest unadjusted p first.
  private func links(
    _ pairs: [PairReport],
    _ shown: (PairReport) -> (name: String, p: PValue)?
  ) -> TemplateValue {
    guard !pairs.isEmpty else { return .absent }
    let byP = pairs.enumerated().sorted { left, right in
      let p = [left, right].map { $0.element.primary?.estimate.pValue ?? PValue(1) }
      return (p[0], left.offset) < (p[1], right.offset)
    }
    let items = byP.map(\.element).map { pair in
      guard let (name, p) = shown(pair) else { return link(pair) }
      return "\(link(pair)) (\(MarkdownEscaper.inline(context.pValues.equation(p, name: name))))"
    }
    return .object(["links": .text(context.words.list(items, atMost: Self.longestList))])
  }

  /// “2 suggestive, 39 not informative”; absent for releases made before schema version 3.
  private func verdicts(_ reports: [PairReport]) throws -> TemplateValue {
    let found = reports.compactMap { context.appraisal($0.outline.id)?.verdict }
    guard !found.isEmpty else { return .absent }
    let items = try Verdict.allCases.compactMap { verdict -> TemplateValue? in
      let count = found.count { $0 == verdict }
      guard count > 0 else { return nil }
      return .object([
        "meter": .text(AppraisalModel.meter(verdict.certainty)), "count": .number(count),
        "name": .text(try context.words.text("verdict", verdict.rawValue).lowercasedFirst.unbroken),
      ])
    }
    return .object(["items": .list(items)])
  }

  private func untestedLinks(_ pairs: [PairReport]) throws -> TemplateValue {
    let missing = pairs.filter { $0.evidence == .untested }
    guard !missing.isEmpty else { return .absent }
    let items = try missing.map { pair in
      "\(link(pair)) (\(MarkdownEscaper.inline(try pair.missingText ?? "")))"
    }
    return .object(["links": .text(context.words.list(items, atMost: Self.longestList))])
  }

  /// A trait without a page is named without a link.
  private func link(_ pair: PairReport) -> String {
    guard context.isShown(pair.trait.id) else { return MarkdownEscaper.inline(pair.trait.name) }
    return "[\(MarkdownEscaper.inline(pair.trait.name))](\(linkPrefix)\(pair.pagePath))"
  }
}

extension String {
  /// For use within a sentence.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }

  /// With spaces at which no line ends.
  fileprivate var unbroken: String { replacing(" ", with: "\u{A0}") }
}

extension PairReport {
  /// A phrase of the verdict sentences, by the type of the side it speaks of.
  func phrase(_ kind: String) throws -> String {
    let type = kind.hasPrefix("subject") ? outline.scale.exposureType : outline.scale.outcomeType
    return try context.words.text(kind, type.rawValue, names)
  }

  /// `higher` or `lower`, by the sign of the primary estimate.
  var directionWord: String {
    context.words((primary?.estimate.value ?? 0) < 0 ? EvidencePhrase.lower : .higher)
  }
}
