import Foundation
import StudyModel

/// The methods page: what was done, with this study's own settings.
struct MethodsPageModel {
  let context: StudyContext

  private var design: StudyDesign { context.design }
  private var settings: AnalysisSettings { context.design.settings }

  func value() throws -> TemplateValue {
    let window = settings.harmonisation.ambiguityWindow
    return .object([
      "design_text": .text(designText),
      "sources": .list((design.panel.traits + [design.disease]).map(source)),
      "pair_sources": .rows(pairSources),
      "selection_text": .text(selectionText),
      "policy_text": .optional(try policyText()),
      "supplied_text": .optional(suppliedText),
      "ambiguous_low": .text(String(format: "%g", 0.5 - window)),
      "ambiguous_high": .text(String(format: "%g", 0.5 + window)),
      "frequency_clash": .text(String(format: "%g", settings.harmonisation.frequencyClash)),
      "methods": .list(context.header.methods.map(method)),
      "draws": .number(settings.bootstrapDraws),
      "seed": .text(String(design.seed)),
      "families": .list(try context.release.conclusions.families.map(family)),
    ])
  }

  /// “Monocyte count, reverse”.
  private func label(_ id: PairID) -> String {
    guard let pair = design.pairs.first(where: { $0.id == id }), let trait = design.trait(pair.trait) else {
      return id.rawValue
    }
    return "\(trait.name), \(pair.direction.rawValue)"
  }

  private var hasSupplied: Bool { context.header.inputs.contains { $0.role == .harmonised } }

  /// Nil where every table came harmonised: the policy had nothing to decide.
  private func policyText() throws -> String? {
    let aligned = context.header.inputs.contains { $0.role == .instruments }
    return aligned || !hasSupplied
      ? try context.words.text("policy", settings.harmonisation.policy.rawValue) : nil
  }

  private var suppliedText: String? {
    guard hasSupplied else { return nil }
    let files = context.header.inputs.filter { $0.role == .harmonised }.map(\.id)
    return
      "\(DisplayName.list(files)) came harmonised: alleles were not aligned again, palindromic variants are "
      + "flagged as the source set them, and rows marked not to be kept are excluded and listed."
  }

  private var designText: String {
    let count = design.panel.traits.count
    let what = count == 1 ? "\(design.panel.traits[0].nameInText)" : "\(count) \(design.panel.name)"
    return "Two-sample Mendelian randomization in both directions: \(what) as exposure and "
      + "\(design.disease.nameInText) as outcome (forward), and the reverse. The primary method is "
      + "\(context.methodName(settings.primaryMethod)); results are two-sided at \(context.level)."
  }

  private func source(_ trait: Trait) -> TemplateValue {
    var parts = [SamplePhrase(trait).text(of: trait.nameInText)]
    if let ancestry = trait.ancestry { parts.append("ancestry: \(ancestry)") }
    if !trait.cohorts.isEmpty { parts.append("cohorts: \(trait.cohorts.joined(separator: ", "))") }
    parts.append(SourceText.text(trait.source))
    return .object([
      "name": .text(trait.name),
      "text": .text(parts.filter { !$0.isEmpty }.joined(separator: "; ") + "."),
    ])
  }

  private var pairSources: [TemplateValue] {
    design.pairs.flatMap { pair -> [TemplateValue] in
      let sides: [(String, PairSource?)] = [
        ("exposure", pair.exposureSource), ("outcome", pair.outcomeSource),
      ]
      return sides.compactMap { side, source in
        guard let source else { return nil }
        return .object([
          "name": .text("\(label(pair.id)): \(side)"), "text": .text(SourceText.pairSource(source) + "."),
        ])
      }
    }
  }

  private var selectionText: String {
    let own =
      design.panel.traits.filter { $0.pThreshold != nil }
      + (design.disease.pThreshold != nil ? [design.disease] : [])
    var sentences = [
      settings.pThreshold.map {
        "Instruments must have an exposure p below \(NumberStyle.significant($0, digits: 2))."
      } ?? "Instruments were taken as the study supplies them; no threshold was applied here."
    ]
    for trait in own {
      guard let threshold = trait.pThreshold else { continue }
      sentences.append(
        "For \(trait.nameInText) the threshold is \(NumberStyle.significant(threshold, digits: 2))."
      )
    }
    return sentences.joined(separator: " ")
  }

  private func method(_ method: MethodDescription) -> TemplateValue {
    .object([
      "name": .text(method.name),
      "citation": .text(method.citation),
      "doi": .optional(method.doi),
      "minimum": .text(DirectionModel.variants(method.minimumVariants)),
      "assumptions": .list(method.assumptions.map { .object(["text": .text($0)]) }),
    ])
  }

  private func family(_ family: TestFamily) throws -> TemplateValue {
    let untested = try family.untested.map { pair in
      let reason =
        try pair.notEstimated.map(context.text) ?? context.words.text("status", pair.status.rawValue)
      return "\(label(pair.pair)) (\(reason))"
    }
    return .object([
      "name": .text("Family “\(family.id)”"),
      "method": .text(context.methodName(family.method)),
      "declared": .number(family.declared),
      "tested": .text(DirectionModel.tests(family.tested)),
      "untested": .optional(untested.isEmpty ? nil : DisplayName.list(untested)),
    ])
  }
}
