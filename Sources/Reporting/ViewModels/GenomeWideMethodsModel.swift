import StudyModel

/// How instruments were chosen from genome-wide files, for the methods page.
struct GenomeWideMethodsModel {
  let context: StudyContext

  /// The share of unlinked pairs of variants above which the page warns that a panel is small for its threshold: one in
  /// twenty, as often as a test at the usual level errs.
  private static let noticeableNoise = 0.05

  /// Absent where the study has no such files.
  func value() throws -> TemplateValue {
    guard let settings = context.design.settings.selection else { return .absent }
    let filters = settings.filters
    let selections = context.header.selections ?? []
    let relaxed = selections.filter { $0.relaxedFrom != nil }.compactMap {
      context.trait($0.trait)?.nameInText
    }
    return .object([
      "threshold": .text(number(settings.pThreshold)),
      "own": .list(own(settings)),
      "relaxation": relaxation(settings, relaxed),
      "clumping": context.header.panel.map { clumping(settings, $0) } ?? .absent,
      "distance": context.header.panel == nil
        ? .object(["kb": .text(NumberStyle.count(settings.clumpingKilobases))]) : .absent,
      "proxies": settings.proxies.map {
        .object(["r2": .text(number($0.rSquared)), "kb": .text(NumberStyle.count($0.kilobases))])
      } ?? .absent,
      "maf": .optional(
        filters.minorAlleleFrequency > 0
          ? NumberStyle.shortest(100 * filters.minorAlleleFrequency) + "%" : nil
      ),
      "in_cases": .optional(filters.minorAllelesInCases > 0 ? number(filters.minorAllelesInCases) : nil),
      "f": .optional(filters.fStatistic.map(number)),
      "quality": .optional(filters.imputationQuality.map(number)),
      "hla": .flag(filters.excludesHla),
      "hla_by_default": .flag(filters.excludesHlaByDefault),
      "disease": .text(context.design.disease.nameInText),
      "cis": .flag(filters.location == .cis),
      "trans": .flag(filters.location == .trans),
      "regions": .optional(filters.regions.isEmpty ? nil : context.words.list(filters.regions.map(region))),
      "variants": .optional(filters.variants.isEmpty ? nil : context.words.list(filters.variants)),
      "confounders": filters.confounders.map {
        .object(["file": .text($0.file), "threshold": .text(number($0.pThreshold))])
      } ?? .absent,
      "steiger": .flag(filters.steiger),
      "frequency_unknown": .optional(unknown(selections.map(\.frequencyUnknown).reduce(0, +))),
      "unusable": .text(NumberStyle.shortest(100 * settings.unusableShare) + "%"),
    ])
  }

  private func clumping(_ settings: SelectionSettings, _ panel: PanelDescription) -> TemplateValue {
    .object([
      "r2": .text(number(settings.clumpingRSquared)),
      "kb": .text(NumberStyle.count(settings.clumpingKilobases)),
      "panel": .text(panel.name),
      "people": .number(panel.founders),
      "variants": .number(panel.variants),
      "keeps_absent": .flag(settings.absentFromPanel == .keep),
      "noise": panel.noise.map {
        .object([
          "r2": .text(number(settings.clumpingRSquared)), "share": .text(NumberStyle.percent($0.share)),
          "pairs": .number($0.pairs),
          "too_small": .flag($0.share > Self.noticeableNoise),
        ])
      } ?? .absent,
    ])
  }

  private func relaxation(_ settings: SelectionSettings, _ relaxed: [String]) -> TemplateValue {
    guard let relaxation = settings.relaxation else { return .absent }
    return .object([
      "thresholds": .text(context.words.list(relaxation.thresholds.map(number))),
      "fewest": .number(relaxation.fewest),
      "traits": .optional(relaxed.isEmpty ? nil : context.words.list(relaxed)),
    ])
  }

  /// Traits with a threshold of their own.
  private func own(_ settings: SelectionSettings) -> [TemplateValue] {
    ([context.design.disease] + context.design.panel.traits).compactMap { trait in
      trait.pThreshold.map { .object(["name": .text(trait.nameInText), "threshold": .text(number($0))]) }
    }
  }

  private func region(_ region: GenomeRegion) -> String {
    let build = region.build.map { " (\($0))" } ?? ""
    return "\(region.chromosome):\(NumberStyle.count(region.start))–\(NumberStyle.count(region.end))\(build)"
  }

  private func unknown(_ count: Int) -> String? { count > 0 ? NumberStyle.count(count) : nil }

  private func number(_ value: Double) -> String { NumberStyle.shortest(value) }
}
