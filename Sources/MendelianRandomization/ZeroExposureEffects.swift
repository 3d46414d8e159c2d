import StudyModel

/// Variants whose effect on the exposure is exactly 0: no ratio can be formed with them, and they say
/// nothing.
package struct ZeroExposureEffects {
  let data: PairData

  /// - Parameter data: what the variants were made of; the exclusions name its rows.
  package init(data: PairData) { self.data = data }

  /// Parts the variants that can be used from the exclusions, both in their order.
  package func separate(
    _ variants: [HarmonisedVariant]
  ) -> (used: [HarmonisedVariant], exclusions: [Exclusion]) {
    let zero = variants.filter { $0.exposure.beta == 0 }
    guard !zero.isEmpty else { return (variants, []) }
    let rows = SourceRows(data, of: Set(zero.map(\.variant.id)))
    let exclusions = zero.map { variant in
      Exclusion(
        variant: variant.variant,
        stage: .estimation,
        reason: .exposureEffectZero,
        exposure: rows.exposure(variant),
        outcome: rows.outcome(variant)
      )
    }
    return (variants.filter { $0.exposure.beta != 0 }, exclusions)
  }
}

/// The rows that variants were made of, found by name.
private struct SourceRows {
  private var exposures: [String: [VariantAssociation]] = [:]
  private var outcomes: [String: [VariantAssociation]] = [:]
  private var supplied: [String: [SuppliedHarmonisedRow]] = [:]

  init(_ data: PairData, of names: Set<String>) {
    switch data {
    case .candidates(let exposure, let outcome):
      exposures = Dictionary(grouping: exposure.filter { names.contains($0.variant.id) }, by: \.variant.id)
      outcomes = Dictionary(grouping: outcome.filter { names.contains($0.variant.id) }, by: \.variant.id)
    case .harmonised(let rows):
      supplied = Dictionary(grouping: rows.filter { names.contains($0.variant.id) }, by: \.variant.id)
    case .results, .resultsNotSupplied, .instrumentsNotSupplied, .lookupNotSupplied: break
    }
  }

  func exposure(_ variant: HarmonisedVariant) -> ExcludedRow? {
    if let row = suppliedRow(variant) { return excluded(row, effect: row.exposure) }
    return exposures[variant.variant.id]?.first { $0.effect?.beta == 0 }.map { ExcludedRow($0) }
  }

  func outcome(_ variant: HarmonisedVariant) -> ExcludedRow? {
    if let row = suppliedRow(variant) { return excluded(row, effect: row.outcome) }
    return outcomes[variant.variant.id]?.first { row in
      row.effect?.standardError == variant.outcome.standardError
        && row.effect?.beta.magnitude == variant.outcome.beta.magnitude
    }.map { ExcludedRow($0) }
  }

  private func suppliedRow(_ variant: HarmonisedVariant) -> SuppliedHarmonisedRow? {
    supplied[variant.variant.id]?.first { $0.exposure?.beta == 0 }
  }

  private func excluded(_ row: SuppliedHarmonisedRow, effect: AlleleEffect?) -> ExcludedRow {
    ExcludedRow(line: row.line, effectAllele: row.effectAllele, otherAllele: row.otherAllele, effect: effect)
  }
}
