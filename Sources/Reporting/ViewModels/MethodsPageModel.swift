import Foundation
import StudyModel

/// The methods page: what was done, with this study's own settings; what was not done is not spoken of.
struct MethodsPageModel {
  let context: StudyContext

  private var design: StudyDesign { context.design }
  private var settings: AnalysisSettings { context.design.settings }

  func value() throws -> TemplateValue {
    .object([
      "design": designValue,
      "sources": .list(TraitSources(design.panel.traits + [design.disease]).groups.map(source)),
      "pair_sources": .rows(pairSources),
      "results": results,
      "with_variants": context.hasVariants ? try variantsSections() : .absent,
      "methods": .list(context.header.methods.map(method)),
      "egger": .flag(has([.mrEgger])),
      "modes": .flag(has(MethodID.modes)),
      "families": .list(try context.release.conclusions.families.map(family)),
    ])
  }

  private var designValue: TemplateValue {
    let traits = design.panel.traits
    return .object([
      "forward": .flag(context.directions.contains(.forward)),
      "reverse": .flag(context.directions.contains(.reverse)),
      "both": .flag(context.directions.count > 1),
      "panel": .text(traits.count == 1 ? traits[0].nameInText : "\(traits.count) \(design.panel.name)"),
      "disease": .text(design.disease.nameInText),
      "method": .text(context.methodName(settings.primaryMethod)),
      "level": .text(context.level),
    ])
  }

  private func has(_ methods: [MethodID]) -> Bool {
    methods.contains { method in context.header.methods.contains { $0.id == method } }
  }

  /// What was done with variants; absent where the study supplies results only.
  private func variantsSections() throws -> TemplateValue {
    let window = settings.harmonisation.ambiguityWindow
    let medians = has(MethodID.medians)
    let modes = has(MethodID.modes)
    let draws = NumberStyle.count(settings.bootstrapDraws)
    return .object([
      "selection": try selection(),
      "policy_text": .optional(try policyText()),
      "supplied_files": .optional(suppliedFiles),
      "ambiguous_low": .text(String(format: "%g", 0.5 - window)),
      "ambiguous_high": .text(String(format: "%g", 0.5 + window)),
      "frequency_clash": .text(String(format: "%g", settings.harmonisation.frequencyClash)),
      "medians": .flag(medians),
      "penalised": .flag(has([.penalisedWeightedMedian])),
      "modes": modes
        ? .object(["bandwidth": .text(String(format: "%g", settings.modeBandwidth))]) : .absent,
      "simulated": medians || modes
        ? .object([
          "draws": .text(draws), "seed": .text(String(design.seed)), "medians": .flag(medians),
          "modes": .flag(modes),
        ]) : .absent,
      "presso": context.ranPresso
        ? .object([
          "simulations": .number(settings.mrPresso.simulations),
          "r_distortion": .flag(settings.mrPresso.rDistortionP), "level": .text(context.level),
        ]) : .absent,
      "steiger": .flag(context.ranSteiger),
    ])
  }

  /// What another tool computed; absent where all was computed here.
  private var results: TemplateValue {
    let directions = context.suppliedDirections
    guard !directions.isEmpty else { return .absent }
    let roles: [InputFile.Role] = [.estimates, .heterogeneity, .pleiotropy]
    let files = context.header.inputs.filter { roles.contains($0.role) }.map(\.id)
    return .object([
      "directions": .text(DisplayName.list(directions.map(\.rawValue))),
      "one": .flag(directions.count == 1), "files": .text(DisplayName.list(files)),
    ])
  }

  /// “Monocyte count, reverse”.
  private func label(_ id: PairID) -> String {
    guard let pair = design.pairs.first(where: { $0.id == id }), let trait = context.trait(pair.trait) else {
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

  private var suppliedFiles: String? {
    guard hasSupplied else { return nil }
    return DisplayName.list(context.header.inputs.filter { $0.role == .harmonised }.map(\.id))
  }

  /// Traits that share a citation stand together, each with its own people.
  private func source(_ group: TraitSources.Group) -> TemplateValue {
    let traits = group.traits.map { trait in
      TemplateValue.object([
        "more": .flag(trait.id != group.traits.last?.id),
        "name": .text(trait.name), "people": .optional(SamplePhrase(trait).size),
        "accession": .optional(trait.source.accession),
      ])
    }
    return .object([
      "traits": .list(traits),
      "ancestry": .optional(group.first.ancestry),
      "cohorts": .optional(group.first.cohorts.isEmpty ? nil : group.first.cohorts.joined(separator: ", ")),
      "citation": .optional(group.citation.isEmpty ? nil : group.citation),
    ])
  }

  private var pairSources: [TemplateValue] {
    design.pairs.flatMap { pair -> [TemplateValue] in
      [(true, pair.exposureSource), (false, pair.outcomeSource)].compactMap { isExposure, source in
        guard let source else { return nil }
        return .object([
          "name": .text(label(pair.id)), "exposure": .flag(isExposure),
          "source": .optional(SourceText.pairSource(source)),
        ])
      }
    }
  }

  private func selection() throws -> TemplateValue {
    let own = (design.panel.traits + [design.disease]).compactMap { trait in
      trait.pThreshold.map { (trait.nameInText, NumberStyle.significant($0, digits: 2)) }
    }
    return .object([
      "threshold": .optional(settings.pThreshold.map { NumberStyle.significant($0, digits: 2) }),
      "own": .list(own.map { .object(["name": .text($0), "threshold": .text($1)]) }),
    ])
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
      "id": .text(family.id),
      "method": .text(context.methodName(family.method)),
      "declared": .number(family.declared),
      "tested": .text(DirectionModel.tests(family.tested)),
      "untested": .optional(untested.isEmpty ? nil : DisplayName.list(untested)),
    ])
  }
}

extension MethodID {
  /// Their standard errors are simulated from the variants' own.
  static let medians: [MethodID] = [.weightedMedian, .simpleMedian, .penalisedWeightedMedian]
  /// Their standard errors are simulated from the ratios'.
  static let modes: [MethodID] = [.simpleMode, .weightedMode]
}
