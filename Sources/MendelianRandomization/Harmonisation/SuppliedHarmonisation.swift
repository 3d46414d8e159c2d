import StudyModel

/// Tables that came harmonised: nothing is aligned, but unusable and repeated rows are named all the same.
extension Harmoniser {
  /// Takes the rows over; alignment is `.supplied`, and a row that the table itself marks is left out.
  package func adopt(_ rows: [SuppliedHarmonisedRow], pThreshold: Double?) -> HarmonisationResult {
    let selection = InstrumentSelection(pThreshold: pThreshold)
    let reasons = rows.map { reasonToExclude($0, selection) }
    let repeats = repeatedRows(rows, among: rows.indices.filter { reasons[$0] == nil })
    var variants: [HarmonisedVariant] = []
    var exclusions: [Exclusion] = []
    for (index, row) in rows.enumerated() {
      if let (stage, reason) = reasons[index] ?? repeats[index] {
        exclusions.append(row.exclusion(stage, reason))
      } else if let exposure = row.exposure, let outcome = row.outcome {
        variants.append(variant(row, exposure, outcome))
      }
    }
    return HarmonisationResult(candidates: rows.count, variants: variants, unordered: exclusions)
  }

  private typealias StagedReason = (stage: Exclusion.Stage, reason: ExclusionReason)

  private func reasonToExclude(
    _ row: SuppliedHarmonisedRow,
    _ selection: InstrumentSelection
  ) -> StagedReason? {
    if let reason = selection.reasonToExclude(row.exposure) { return (.selection, reason) }
    guard row.outcome != nil else { return (.lookup, .outcomeEffectMissing) }
    guard row.isKept else { return (.harmonisation, .markedNotKept) }
    return row.alleles.isIdentical ? (.harmonisation, .identicalAlleles) : nil
  }

  /// By index: of rows under one name with the same alleles the first stands; rows with different alleles
  /// have no partner to tell which is meant, so that none stands.
  private func repeatedRows(_ rows: [SuppliedHarmonisedRow], among usable: [Int]) -> [Int: StagedReason] {
    var reasons: [Int: StagedReason] = [:]
    for group in Dictionary(grouping: usable, by: { rows[$0].variant.id }).values where group.count > 1 {
      let differ = Set(group.map { rows[$0].alleles }).count > 1
      for index in differ ? group[...] : group.dropFirst() {
        reasons[index] = (.selection, differ ? .duplicateAmbiguous : .duplicate)
      }
    }
    return reasons
  }

  private func variant(
    _ row: SuppliedHarmonisedRow,
    _ exposure: AlleleEffect,
    _ outcome: AlleleEffect
  ) -> HarmonisedVariant {
    var variant = HarmonisedVariant(
      variant: row.variant,
      effectAllele: row.effectAllele,
      otherAllele: row.otherAllele,
      exposure: exposure,
      outcome: outcome,
      alignment: .supplied,
      isPalindromic: row.alleles.isPalindromic
    )
    if variant.isPalindromic { variant.flags = [.strandAsSupplied] }
    if variant.frequenciesClash(limit: settings.frequencyClash) { variant.flags.append(.frequencyClash) }
    return variant
  }
}

extension SuppliedHarmonisedRow {
  fileprivate var alleles: AllelePair { AllelePair(effect: effectAllele, other: otherAllele) }

  fileprivate func exclusion(_ stage: Exclusion.Stage, _ reason: ExclusionReason) -> Exclusion {
    func excluded(_ effect: AlleleEffect?) -> ExcludedRow {
      ExcludedRow(line: line, effectAllele: effectAllele, otherAllele: otherAllele, effect: effect)
    }
    return Exclusion(
      variant: variant,
      stage: stage,
      reason: reason,
      exposure: excluded(exposure),
      outcome: excluded(outcome)
    )
  }
}
