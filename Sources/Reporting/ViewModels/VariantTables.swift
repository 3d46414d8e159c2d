import Foundation
import StudyModel

/// Where a pair's variants went: those excluded and those used.
struct VariantTables {
  let pair: PairDetails

  private var context: StudyContext { pair.context }

  /// The thresholds that were tried before the one that the instruments have; absent where the first was kept.
  func relaxed() -> TemplateValue {
    let selection = context.header.selections?.first { $0.trait == pair.exposure.id }
    guard let selection, let tried = selection.relaxedFrom else { return .absent }
    return .object([
      "thresholds": .text(context.words.list(tried.map(NumberStyle.shortest))),
      "threshold": .text(NumberStyle.shortest(selection.pThreshold)),
    ])
  }

  func excluded() throws -> TemplateValue {
    let all = pair.result.exclusions
    guard !all.isEmpty else { return .absent }
    let clumps = try ClumpList(pair: pair).value()
    let listed = all.filter { $0.lead == nil }
    let exclusions = Array(listed.prefix(Self.mostExclusions))
    let stage = TableColumn(
      cells: try exclusions.map { try context.words.text("stage", $0.stage.rawValue) },
      statesConstant: true
    )
    let reason = TableColumn(
      cells: try exclusions.map(reason),
      statesConstant: true
    )
    let exposureAlleles = TableColumn(cells: exclusions.map { alleles($0.exposure) })
    let outcomeAlleles = TableColumn(cells: exclusions.map { alleles($0.outcome) })
    let exposureEffect = TableColumn(cells: exclusions.map { VariantText.effect($0.exposure?.effect) })
    let outcomeEffect = TableColumn(cells: exclusions.map { VariantText.effect($0.outcome?.effect) })
    let line = TableColumn(cells: exclusions.map(lines))
    return .object([
      "count": .number(all.count),
      "clumps": clumps,
      "listed": .flag(!exclusions.isEmpty),
      "more": listed.count > exclusions.count
        ? .object([
          "count": .number(listed.count - exclusions.count),
          "release_href": .text("../release/pairs/\(pair.result.id).json"),
        ]) : .absent,
      "direction_name": .text(try context.words.text("direction", pair.result.direction.rawValue)),
      "stage": .flag(stage.isShown), "reason": .flag(reason.isShown),
      "exposure_alleles": .flag(exposureAlleles.isShown), "outcome_alleles": .flag(outcomeAlleles.isShown),
      "exposure_effect": .flag(exposureEffect.isShown), "outcome_effect": .flag(outcomeEffect.isShown),
      "line": .flag(line.isShown),
      "same_stage": .optional(stage.constant), "same_reason": .optional(reason.constant),
      "rows": .list(
        exclusions.indices.map { row in
          .object([
            "variant": .text(exclusions[row].variant.id),
            "stage": stage.cell(row), "reason": reason.cell(row),
            "exposure_alleles": exposureAlleles.cell(row), "outcome_alleles": outcomeAlleles.cell(row),
            "exposure_effect": exposureEffect.cell(row), "outcome_effect": outcomeEffect.cell(row),
            "line": line.cell(row),
          ])
        }
      ),
    ])
  }

  /// Rows of the table of exclusions; the release's file holds the rest.
  private static let mostExclusions = 200

  private func reason(_ exclusion: Exclusion) throws -> String {
    let reason = try context.words.text("exclusion", exclusion.reason.rawValue)
    guard let confounder = exclusion.confounder else { return reason }
    let values = ["trait": confounder.trait, "p": context.pValues.cell(confounder.pValue)]
    return reason + ": " + (try context.words.text("variant_note", "confounder", values))
  }

  private func lines(_ exclusion: Exclusion) -> String {
    // Rows that an index led to have no line.
    let rows = [("exposure", exclusion.exposure), ("outcome", exclusion.outcome)]
    return rows.compactMap { side, row in row.flatMap { $0.line > 0 ? "\(side) \($0.line)" : nil } }
      .joined(separator: ", ")
  }

  func kept() throws -> TemplateValue {
    let variants = pair.result.variants
    guard !variants.isEmpty else { return .absent }
    let place = TableColumn(cells: variants.map { VariantText.place($0.variant) })
    let frequencies = TableColumn(
      cells: variants.map { row in
        [row.exposure.effectAlleleFrequency, row.outcome.effectAlleleFrequency].map(VariantText.frequency)
          .joined(separator: ", ")
      }
    )
    let alignment = TableColumn(
      cells: try variants.map { try context.words.text("alignment", $0.alignment.rawValue) },
      statesConstant: true
    )
    let notes = TableColumn(
      cells: try variants.map { try KeptVariantNotes(pair: pair, variant: $0).text() },
      statesConstant: true
    )
    return .object([
      "count": .number(variants.count),
      "direction_name": .text(try context.words.text("direction", pair.result.direction.rawValue)),
      "place": .flag(place.isShown), "frequencies": .flag(frequencies.isShown),
      "alignment": .flag(alignment.isShown), "notes": .flag(notes.isShown),
      "same_alignment": .optional(alignment.constant), "same_note": .optional(notes.constant),
      "no_place": .flag(place.isBlank), "no_frequency": .flag(frequencies.isBlank),
      "rows": .list(
        variants.indices.map { index in
          let row = variants[index]
          return .object([
            "variant": .text(row.variant.id),
            "place": place.cell(index),
            "alleles": .text(VariantText.alleles(row.effectAllele, row.otherAllele)),
            "frequencies": frequencies.cell(index),
            "exposure_effect": .text(VariantText.effect(row.exposure)),
            "p": .text(row.exposure.pValue.map { context.pValues.cell($0) } ?? "–"),
            "outcome_effect": .text(VariantText.effect(row.outcome)),
            "f": .text(KeyFigures.f(row.fStatistic)),
            "alignment": alignment.cell(index),
            "notes": notes.cell(index),
          ])
        }
      ),
    ])
  }

  // MARK: Cells

  private func alleles(_ row: ExcludedRow?) -> String {
    guard let row else { return "–" }
    return VariantText.alleles(row.effectAllele, row.otherAllele) + ", "
      + VariantText.frequency(row.effect?.effectAlleleFrequency)
  }
}
