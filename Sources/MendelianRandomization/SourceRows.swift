import StudyModel

/// The rows that variants were made of, found by name and by their numbers.
struct SourceRows {
  private var exposures: [String: [VariantAssociation]] = [:]
  private var outcomes: [String: [VariantAssociation]] = [:]
  private var supplied: [String: [SuppliedHarmonisedRow]] = [:]

  init(_ data: PairData, of names: Set<String>) {
    switch data {
    case .candidates(let exposure, let outcome): take(exposure, outcome, names)
    case .selected(let selected, let outcome): take(selected.instruments, outcome, names)
    case .harmonised(let rows):
      supplied = Dictionary(grouping: rows.filter { names.contains($0.variant.id) }, by: \.variant.id)
    case .results, .resultsNotSupplied, .instrumentsNotSupplied, .lookupNotSupplied,
      .selectedWithoutLookup:
      break
    }
  }

  private mutating func take(
    _ exposure: [VariantAssociation],
    _ outcome: [VariantAssociation],
    _ names: Set<String>
  ) {
    exposures = Dictionary(grouping: exposure.filter { names.contains($0.variant.id) }, by: \.variant.id)
    outcomes = Dictionary(grouping: outcome.filter { names.contains($0.variant.id) }, by: \.variant.id)
  }

  /// The variant left out at the step of the estimates, with both its rows.
  func exclusion(of variant: HarmonisedVariant, _ reason: ExclusionReason) -> Exclusion {
    Exclusion(
      variant: variant.variant,
      stage: .estimation,
      reason: reason,
      exposure: exposure(variant),
      outcome: outcome(variant)
    )
  }

  private func exposure(_ variant: HarmonisedVariant) -> ExcludedRow? {
    if let row = suppliedRow(variant) { return excluded(row, effect: row.exposure) }
    return exposures[variant.variant.id]?.first { Self.agree($0.effect, variant.exposure) }
      .map { ExcludedRow($0) }
  }

  private func outcome(_ variant: HarmonisedVariant) -> ExcludedRow? {
    if let row = suppliedRow(variant) { return excluded(row, effect: row.outcome) }
    return outcomes[variant.variant.id]?.first { Self.agree($0.effect, variant.outcome) }
      .map { ExcludedRow($0) }
  }

  private func suppliedRow(_ variant: HarmonisedVariant) -> SuppliedHarmonisedRow? {
    supplied[variant.variant.id]?.first { Self.agree($0.exposure, variant.exposure) }
  }

  /// The same finding, whichever allele it is told of.
  private static func agree(_ row: AlleleEffect?, _ effect: AlleleEffect) -> Bool {
    row?.standardError == effect.standardError && row?.beta.magnitude == effect.beta.magnitude
  }

  private func excluded(_ row: SuppliedHarmonisedRow, effect: AlleleEffect?) -> ExcludedRow {
    ExcludedRow(line: row.line, effectAllele: row.effectAllele, otherAllele: row.otherAllele, effect: effect)
  }
}
