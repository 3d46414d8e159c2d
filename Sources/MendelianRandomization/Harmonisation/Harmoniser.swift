import StudyModel

/// Makes instruments of two studies' rows, or takes over a table that somebody harmonised before.
package struct Harmoniser: Sendable {
  let settings: HarmonisationSettings

  package init(settings: HarmonisationSettings) { self.settings = settings }

  /// Selects the exposure's rows by p, looks them up in the outcome, settles repeated rows and aligns the
  /// alleles.
  ///
  /// Outcome rows of other variants are ignored. `flow.used` is the number of variants returned.
  package func harmonise(
    exposure: [VariantAssociation],
    outcome: [VariantAssociation],
    pThreshold: Double?
  ) -> HarmonisationResult {
    let selection = InstrumentSelection(pThreshold: pThreshold).select(exposure)
    let candidates = Dictionary(grouping: selection.kept, by: \.variant.id)
    let lookup = Dictionary(grouping: outcome.filter { candidates[$0.variant.id] != nil }, by: \.variant.id)
    var variants: [HarmonisedVariant] = []
    var exclusions = selection.exclusions
    var settled: Set<String> = []
    for row in selection.kept where settled.insert(row.variant.id).inserted {
      let pairing = pair(candidates[row.variant.id] ?? [], lookup[row.variant.id] ?? [])
      exclusions += pairing.exclusions
      variants += pairing.variants
    }
    return HarmonisationResult(candidates: exposure.count, variants: variants, unordered: exclusions)
  }

  /// Looks selected instruments up in the outcome and aligns the alleles; what the selection left out stays listed.
  package func harmonise(
    _ selected: SelectedInstruments,
    outcome: [VariantAssociation]
  ) -> HarmonisationResult {
    let found = harmonise(exposure: selected.instruments, outcome: outcome, pThreshold: nil)
    return HarmonisationResult(
      candidates: selected.selection.candidates,
      variants: found.variants,
      unordered: selected.exclusions + found.exclusions,
      isClumped: true
    )
  }

  /// All rows of one name, of which at most one variant comes.
  private func pair(
    _ exposures: [VariantAssociation],
    _ outcomes: [VariantAssociation]
  ) -> (variants: [HarmonisedVariant], exclusions: [Exclusion]) {
    let usable = outcomes.filter { $0.effect != nil }
    guard !usable.isEmpty else { return ([], notFound(exposures, outcomes)) }
    var exclusions = outcomes.filter { $0.effect == nil }.map { row in
      exclusion(.outcomeEffectMissing, .lookup, exposure: nil, outcome: row, variant: row.variant)
    }
    let rows = RepeatedRows(exposures: exposures, outcomes: usable)
    exclusions += rows.exclusions
    guard let exposure = rows.exposure, let outcome = rows.outcome, let exposureEffect = exposure.effect,
      let outcomeEffect = outcome.effect
    else { return ([], exclusions) }
    do {
      let variant = try AlignmentRule(settings: settings).align(
        exposure: exposure,
        exposureEffect: exposureEffect,
        outcome: outcome,
        outcomeEffect: outcomeEffect
      )
      return ([variant], exclusions)
    } catch {
      exclusions.append(
        exclusion(
          error.reason,
          .harmonisation,
          exposure: exposure,
          outcome: outcome,
          variant: exposure.variant
        )
      )
      return ([], exclusions)
    }
  }

  /// Repeated candidates still count as repeated; of the others the outcome has no row, or none with an
  /// effect.
  private func notFound(_ exposures: [VariantAssociation], _ outcomes: [VariantAssociation]) -> [Exclusion] {
    let (distinct, repeated) = RepeatedRows.split(exposures)
    let reason: ExclusionReason = outcomes.isEmpty ? .notInOutcome : .outcomeEffectMissing
    var exclusions = distinct.map { row in
      exclusion(reason, .lookup, exposure: row, outcome: outcomes.first, variant: row.variant)
    }
    exclusions += repeated.map { row in
      exclusion(.duplicate, .selection, exposure: row, outcome: nil, variant: row.variant)
    }
    exclusions += outcomes.dropFirst().map { row in
      exclusion(reason, .lookup, exposure: nil, outcome: row, variant: row.variant)
    }
    return exclusions
  }

  private func exclusion(
    _ reason: ExclusionReason,
    _ stage: Exclusion.Stage,
    exposure: VariantAssociation?,
    outcome: VariantAssociation?,
    variant: GeneticVariant
  ) -> Exclusion {
    Exclusion(
      variant: variant,
      stage: stage,
      reason: reason,
      exposure: exposure.map { ExcludedRow($0) },
      outcome: outcome.map { ExcludedRow($0) }
    )
  }
}
