import Foundation
import StudyModel

/// The tables of a pair's page that have one row a variant.
struct VariantTables {
  let pair: PairReport

  private var context: StudyContext { pair.context }

  // MARK: Leave-one-out

  func leaveOneOut() throws -> TemplateValue {
    let rows = pair.result.leaveOneOut.sorted { abs($0.shift) > abs($1.shift) }
    guard !rows.isEmpty else { return .absent }
    let alarms = rows.filter { $0.moves.contains(.alarm) }.count
    let summary =
      alarms == 0
      ? "\(rows.count) rows; none is an alarm." : "\(rows.count) rows; \(alarms) marked."
    return .object([
      "measure": .text(pair.scale.measure),
      "rows": .list(try rows.map(leaveOneOutRow)),
      "summary": .text(summary),
    ])
  }

  private func leaveOneOutRow(_ row: LeaveOneOutEstimate) throws -> TemplateValue {
    let moves = try row.moves.filter { $0 != .alarm }.map { try context.words.text("move", $0.rawValue) }
    return .object([
      "variant": .text(row.variant),
      "estimate": .text(pair.display.text(row.estimate)),
      "p": .text(context.pValues.cell(row.estimate.pValue)),
      "shift": .text((row.shift > 0 ? "+" : "") + NumberStyle.fixed(row.shift, decimals: 2)),
      "q_p": .text(row.heterogeneity.map { context.pValues.cell($0.pValue) } ?? "–"),
      "alarm": .flag(row.moves.contains(.alarm)),
      "moves": .text(moves.isEmpty ? "none" : moves.joined(separator: "; ")),
    ])
  }

  // MARK: From candidates to instruments

  func flow() throws -> TemplateValue {
    let flow = pair.result.flow
    guard flow.candidates > 0 else { return .absent }
    let supplied = pair.result.variants.contains { $0.alignment == .supplied }
    var steps: [(String, Int, [Exclusion.Stage])] = [
      ("candidates", flow.candidates, []), ("selected", flow.selected, [.selection]),
    ]
    if pair.result.status != .lookupNotSupplied {
      if !supplied { steps.append(("found", flow.found, [.lookup])) }
      steps.append(("harmonised", flow.harmonised, supplied ? [.lookup, .harmonisation] : [.harmonisation]))
      steps.append(("used", flow.used, [.estimation]))
    }
    return .object([
      "steps": .list(
        try steps.map { name, count, stages in
          .object([
            "count": .number(count),
            "label": .text(try context.words.text("step", name)),
            "lost": .optional(try lost(stages)),
          ])
        }
      )
    ])
  }

  /// `−2 palindromic, and a frequency is missing`, one clause a reason.
  private func lost(_ stages: [Exclusion.Stage]) throws -> String? {
    let excluded = pair.result.exclusions.filter { stages.contains($0.stage) }
    guard !excluded.isEmpty else { return nil }
    return try ExclusionReason.allCases.compactMap { reason in
      let count = excluded.filter { $0.reason == reason }.count
      guard count > 0 else { return nil }
      return
        "\(NumberStyle.minus)\(NumberStyle.count(count)) \(try context.words.text("exclusion", reason.rawValue))"
    }.joined(separator: "; ")
  }

  func excluded() throws -> TemplateValue {
    let exclusions = pair.result.exclusions
    guard !exclusions.isEmpty else { return .absent }
    return .object([
      "count": .number(exclusions.count),
      "direction_name": .text(try context.words.text("direction", pair.result.direction.rawValue)),
      "rows": .list(try exclusions.map(excludedRow)),
    ])
  }

  private func excludedRow(_ exclusion: Exclusion) throws -> TemplateValue {
    let lines = [
      exclusion.exposure.map { "exposure \($0.line)" }, exclusion.outcome.map { "outcome \($0.line)" },
    ]
    return .object([
      "variant": .text(exclusion.variant.id),
      "stage": .text(try context.words.text("stage", exclusion.stage.rawValue)),
      "reason": .text(try context.words.text("exclusion", exclusion.reason.rawValue)),
      "exposure_alleles": .text(alleles(exclusion.exposure)),
      "outcome_alleles": .text(alleles(exclusion.outcome)),
      "exposure_effect": .text(effect(exclusion.exposure?.effect)),
      "outcome_effect": .text(effect(exclusion.outcome?.effect)),
      "lines": .text(lines.compactMap { $0 }.joined(separator: ", ")),
    ])
  }

  func kept() throws -> TemplateValue {
    let variants = pair.result.variants
    guard !variants.isEmpty else { return .absent }
    return .object([
      "count": .number(variants.count),
      "direction_name": .text(try context.words.text("direction", pair.result.direction.rawValue)),
      "rows": .list(try variants.map(keptRow)),
    ])
  }

  private func keptRow(_ row: HarmonisedVariant) throws -> TemplateValue {
    let flags = try row.flags.map { try context.words.text("flag", $0.rawValue) }
    let frequencies = [row.exposure.effectAlleleFrequency, row.outcome.effectAlleleFrequency].map(frequency)
    return .object([
      "variant": .text(row.variant.id),
      "place": .text(place(row.variant)),
      "alleles": .text(pairOfAlleles(row.effectAllele, row.otherAllele)),
      "frequencies": .text(frequencies.joined(separator: ", ")),
      "exposure_effect": .text(effect(row.exposure)),
      "p": .text(row.exposure.pValue.map { context.pValues.cell($0) } ?? "–"),
      "outcome_effect": .text(effect(row.outcome)),
      "f": .text(KeyFigures.f(row.fStatistic)),
      "alignment": .text(try context.words.text("alignment", row.alignment.rawValue)),
      "flags": .text(flags.joined(separator: "; ")),
    ])
  }

  // MARK: Cells

  private func place(_ variant: GeneticVariant) -> String {
    guard let chromosome = variant.chromosome else { return "–" }
    return variant.position.map { "\(chromosome):\(NumberStyle.count($0))" } ?? chromosome
  }

  private func alleles(_ row: ExcludedRow?) -> String {
    guard let row else { return "–" }
    return pairOfAlleles(row.effectAllele, row.otherAllele) + ", "
      + frequency(row.effect?.effectAlleleFrequency)
  }

  /// Effect allele before the other one.
  private func pairOfAlleles(_ effect: Allele?, _ other: Allele?) -> String {
    "\(effect?.rawValue ?? "?")/\(other?.rawValue ?? "?")"
  }

  private func frequency(_ value: Double?) -> String {
    guard let value else { return "–" }
    return value >= 0.01 || value == 0
      ? NumberStyle.fixed(value, decimals: 2) : NumberStyle.significant(value, digits: 1)
  }

  private func effect(_ effect: AlleleEffect?) -> String {
    guard let effect else { return "–" }
    let decimals = EffectDisplay.decimals(halfWidth: effect.standardError)
    return EffectDisplay.difference(effect.beta, decimals: decimals) + " ("
      + EffectDisplay.difference(effect.standardError, decimals: decimals) + ")"
  }
}
