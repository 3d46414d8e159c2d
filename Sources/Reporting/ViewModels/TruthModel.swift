import Foundation
import StudyModel

/// What simulated figures were drawn from, beside what was estimated from them.
struct TruthModel {
  let context: StudyContext

  /// Of one pair; absent where the figures are real.
  func pair(_ details: PairDetails) throws -> TemplateValue {
    guard let truth = context.header.truth else { return .absent }
    let (pair, variants) = (details.report, details.result.variants)
    let loci = variants.map { truth.locus(of: pair.exposure.id, at: $0.variant) }
    let kinds = try SimulationTruth.Locus.Kind.allCases.compactMap { kind -> String? in
      let count = loci.count { $0?.kind == kind }
      guard count > 0 else { return nil }
      return "\(NumberStyle.count(count)) \(try context.words.text("truth_kind", kind.rawValue))"
    }
    let other = loci.count { $0 == nil }
    let strangers =
      other > 0 ? ["\(NumberStyle.count(other)) \(try context.words.text("truth_kind", "none"))"] : []
    return .object([
      "value": .text((pair.display.isRatio ? "OR " : "") + text(pair, truth)),
      "per": .text(pair.scale.per),
      "covered": .flag(covers(pair, truth) == true),
      "missed": .flag(covers(pair, truth) == false),
      "instruments": .text(context.words.variants(variants.count)),
      "kinds": .optional(loci.isEmpty ? nil : context.words.list(kinds + strangers)),
      "chance": .flag(loci.contains { $0?.kind == .chance }),
    ])
  }

  /// The planted effects with their estimates, and how many of the others are nominally significant.
  func study() throws -> TemplateValue {
    guard let truth = context.header.truth else { return .absent }
    let reports = context.directions.flatMap(context.pairs)
    let planted = reports.filter { effect($0, truth) != 0 }
    let null = reports.filter { effect($0, truth) == 0 && $0.primary != nil }
    let level = context.design.settings.significanceLevel
    return .object([
      "name": .text(truth.name),
      "seed": .text(String(truth.seed)),
      "null": null.isEmpty
        ? .absent
        : .object([
          "count": .number(null.count),
          "level": .text(context.level),
          "nominal": .number(null.count { ($0.primary?.estimate.pValue.value ?? 1) < level }),
          "expected": .text(NumberStyle.significant(Double(null.count) * level, digits: 2)),
          "covered": .number(null.count { covers($0, truth) == true }),
        ]),
      "any_planted": .flag(!planted.isEmpty),
      "planted": .list(
        planted.map { pair in
          .object([
            "trait": .text(pair.trait.name),
            "href": .text(pair.pagePath),
            "direction": .text(pair.outline.direction.rawValue),
            "truth": .text(text(pair, truth)),
            "estimate": .text(pair.primary.map { pair.display.text($0.estimate) } ?? "–"),
            "p": .text(pair.primary.map { context.pValues.cell($0.estimate.pValue) } ?? "–"),
            "covered": .flag(covers(pair, truth) == true),
          ])
        }
      ),
    ])
  }

  private func effect(_ pair: PairReport, _ truth: SimulationTruth) -> Double {
    truth.effect(of: pair.trait.id, pair.outline.direction)
  }

  /// With the decimals of the estimate, where there is one.
  private func text(_ pair: PairReport, _ truth: SimulationTruth) -> String {
    let effect = effect(pair, truth)
    guard var shown = pair.primary?.estimate else {
      return NumberStyle.significant(pair.display.value(effect), digits: 3)
    }
    shown.value = effect
    return pair.display.valueText(shown)
  }

  /// Whether the primary interval holds the truth; nil without an estimate.
  private func covers(_ pair: PairReport, _ truth: SimulationTruth) -> Bool? {
    guard let interval = pair.primary?.estimate.interval else { return nil }
    return (interval.lower...interval.upper).contains(effect(pair, truth))
  }
}
