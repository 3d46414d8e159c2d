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
      "sources": .list(
        TraitSources(design.panel.traits + [design.disease], context.words).groups.map(source)
      ),
      "pair_sources": .rows(pairSources),
      "results": results,
      "with_variants": context.hasVariants ? try variantsSections() : .absent,
      "methods": .list(context.header.methods.map(method)),
      "egger": .flag(has(MethodID.eggers)),
      "modes": .flag(has(MethodID.modes)),
      "families": .list(try context.conclusions.families.map(family)),
      "adjustments": try AdjustmentsTableModel(context: context).value(),
      "appraisal": try appraisal(),
      "only_tables": .flag(settings.selection == nil),
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
    let further = settings.leaveOneOutMethods ?? []
    let window = settings.harmonisation.ambiguityWindow
    let medians = has(MethodID.medians)
    let modes = has(MethodID.modes)
    let draws = NumberStyle.count(settings.bootstrapDraws)
    return .object([
      "selection": try selection(),
      "genome_wide": try GenomeWideMethodsModel(context: context).value(),
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
      "further_leave_one_out": further.isEmpty
        ? .absent : .object(["methods": .text(context.words.list(further.map(context.methodName)))]),
      "further": .flag(context.source.outlines.contains(where: \.hasExposureHeterogeneity)),
      "level": .text(context.level),
    ])
  }

  /// What another tool computed; absent where all was computed here.
  private var results: TemplateValue {
    let directions = context.suppliedDirections
    guard !directions.isEmpty else { return .absent }
    let roles: [InputFile.Role] = [.estimates, .heterogeneity, .pleiotropy]
    let files = context.header.inputs.filter { roles.contains($0.role) }.map(\.id)
    return .object([
      "directions": .text(context.words.list(directions.map(context.words.direction))),
      "one": .flag(directions.count == 1), "files": .text(context.words.list(files)),
    ])
  }

  /// “Monocyte count, reverse”.
  private func label(_ id: PairID) -> String {
    guard let pair = design.pairs.first(where: { $0.id == id }), let trait = context.trait(pair.trait) else {
      return id.rawValue
    }
    return "\(trait.name), \(context.words.direction(pair.direction))"
  }

  private var hasSupplied: Bool { context.header.inputs.contains { $0.role == .harmonised } }

  /// Nil where every table came harmonised: the policy had nothing to decide.
  private func policyText() throws -> String? {
    let aligned = context.header.inputs.contains { $0.role == .instruments || $0.role == .genomeWide }
    return aligned || !hasSupplied
      ? try context.words.text("policy", settings.harmonisation.policy.rawValue) : nil
  }

  private var suppliedFiles: String? {
    guard hasSupplied else { return nil }
    return context.words.list(context.header.inputs.filter { $0.role == .harmonised }.map(\.id))
  }

  /// Traits that share a citation stand together, each with its own people.
  private func source(_ group: TraitSources.Group) -> TemplateValue {
    let traits = group.traits.map { trait in
      TemplateValue.object([
        "more": .flag(trait.id != group.traits.last?.id),
        "name": .text(trait.name), "people": .optional(SamplePhrase(trait.sampleSize, context.words).size),
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
          "source": .optional(SourceText.pairSource(source, context.words)),
        ])
      }
    }
  }

  private func selection() throws -> TemplateValue {
    let selected = Set((context.header.selections ?? []).map(\.trait))
    let own = (design.panel.traits + [design.disease]).filter { !selected.contains($0.id) }.compactMap {
      trait in
      trait.pThreshold.map { (trait.nameInText, NumberStyle.significant($0, digits: 2)) }
    }
    return .object([
      "tables": .flag(context.header.inputs.contains { $0.role == .instruments || $0.role == .harmonised }),
      "threshold": .optional(settings.pThreshold.map { NumberStyle.significant($0, digits: 2) }),
      "own": .list(own.map { .object(["name": .text($0), "threshold": .text($1)]) }),
    ])
  }

  private func method(_ method: MethodDescription) -> TemplateValue {
    .object([
      "name": .text(method.name),
      "citation": .text(method.citation),
      "doi": .optional(method.doi),
      "minimum": .text(context.words.variants(method.minimumVariants)),
      "defaults": (method.defaults ?? []).isEmpty
        ? .absent
        : .object(["items": .list((method.defaults ?? []).map { .object(["text": .text($0)]) })]),
      "assumptions": .list(method.assumptions.map { .object(["text": .text($0)]) }),
    ])
  }

  /// The checks with their thresholds; absent for releases made before schema version 3.
  private func appraisal() throws -> TemplateValue {
    guard context.conclusions.appraisals != nil else { return .absent }
    let thresholds = CheckThresholds(context: context)
    func verdict(_ verdict: Verdict) throws -> TemplateValue {
      .text(try context.words.text("verdict", verdict.rawValue))
    }
    return .object([
      "checks": .list(
        try CheckID.allCases.map { id in
          .object([
            "name": .text(try context.words.text("check_name", id.rawValue)),
            "rule": .text(try thresholds.text(id)),
          ])
        }
      ),
      "level": .text(context.level),
      "robust": try verdict(.robust),
      "supported": try verdict(.supportedWithCautions),
      "suggestive": try verdict(.suggestive),
      "no_evidence": try verdict(.noEvidenceInformative),
      "not_informative": try verdict(.notInformative),
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
      "tested": .text(context.words.tests(family.tested)),
      "untested": .optional(untested.isEmpty ? nil : context.words.list(untested)),
      "pi0": .optional(
        (family.storeyPi0 ?? 1) < 1 ? family.storeyPi0.map { NumberStyle.significant($0, digits: 2) } : nil
      ),
      "effective": family.effectiveTests.map {
        .object([
          "count": .text(NumberStyle.significant($0.count, digits: 3)), "covered": .number($0.covered),
        ])
      } ?? .absent,
    ])
  }
}

extension MethodID {
  /// Their standard errors are simulated from the variants' own.
  static let medians: [MethodID] = [.weightedMedian, .simpleMedian, .penalisedWeightedMedian]
  /// Tested on n − 2 degrees of freedom.
  static let eggers: [MethodID] = [
    .mrEgger, .mrEggerSIMEX, .mrEggerRadialFirstOrder, .mrEggerRadialSecondOrder, .mrEggerRadial,
  ]
  /// Their standard errors are simulated from the ratios'
  static let modes: [MethodID] = [.simpleMode, .weightedMode]
}
