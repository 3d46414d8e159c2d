import StudyModel

/// Variants whose effect on the exposure is exactly 0: no ratio can be formed with them, and they say
/// nothing.
package struct ZeroExposureEffects {
  let data: PairData

  /// Parts the variants that can be used from the exclusions, both in their order.
  package func separate(
    _ variants: [HarmonisedVariant]
  ) -> (used: [HarmonisedVariant], exclusions: [Exclusion]) {
    (variants.filter { $0.exposure.beta != 0 }, variants.filter { $0.exposure.beta == 0 }.map(exclusion))
  }

  private func exclusion(_ variant: HarmonisedVariant) -> Exclusion {
    Exclusion(
      variant: variant.variant,
      stage: .estimation,
      reason: .exposureEffectZero,
      exposure: exposureRow(variant),
      outcome: outcomeRow(variant)
    )
  }

  private func exposureRow(_ variant: HarmonisedVariant) -> ExcludedRow? {
    switch data {
    case .candidates(let exposure, _):
      exposure.first { $0.variant.id == variant.variant.id && $0.effect?.beta == 0 }.map { ExcludedRow($0) }
    case .harmonised(let rows):
      supplied(variant, in: rows).map { row in
        ExcludedRow(
          line: row.line,
          effectAllele: row.effectAllele,
          otherAllele: row.otherAllele,
          effect: row.exposure
        )
      }
    case .instrumentsNotSupplied, .lookupNotSupplied: nil
    }
  }

  private func outcomeRow(_ variant: HarmonisedVariant) -> ExcludedRow? {
    switch data {
    case .candidates(_, let outcome):
      outcome.first { row in
        row.variant.id == variant.variant.id
          && row.effect?.standardError == variant.outcome.standardError
          && row.effect?.beta.magnitude == variant.outcome.beta.magnitude
      }.map { ExcludedRow($0) }
    case .harmonised(let rows):
      supplied(variant, in: rows).map { row in
        ExcludedRow(
          line: row.line,
          effectAllele: row.effectAllele,
          otherAllele: row.otherAllele,
          effect: row.outcome
        )
      }
    case .instrumentsNotSupplied, .lookupNotSupplied: nil
    }
  }

  private func supplied(
    _ variant: HarmonisedVariant,
    in rows: [SuppliedHarmonisedRow]
  ) -> SuppliedHarmonisedRow? {
    rows.first { $0.variant.id == variant.variant.id && $0.exposure?.beta == 0 }
  }
}
