import StudyModel

/// The analysis of a study, in the order of a methods section: instruments are selected and harmonised, their
/// strength is measured, the causal effect is estimated by every requested method, and sensitivity analyses
/// ask what the estimate rests on. When every pair is done, families of tests are adjusted for multiplicity.
package struct StudyAnalysis: Sendable {
  package let design: StudyDesign

  package init(design: StudyDesign) { self.design = design }

  /// Everything that can be said of one pair: a function of the design, the pair and its data alone.
  ///
  /// - Parameter inputs: the `InputFile.id`s of the files that `data` was read from.
  package func analyse(_ pair: PairDesign, data: PairData, inputs: [String]) -> PairResult {
    var result = emptyResult(of: pair, inputs: inputs)
    guard let harmonised = harmonise(pair, data, into: &result) else { return result }

    let (exposure, outcome) = StudySide.sides(of: pair, in: design)
    let (usable, zeroEffects) = ZeroExposureEffects(data: data).separate(harmonised.variants)
    let strength = InstrumentStrengthAnalysis(exposure: exposure)
    let warnings = VariantWarnings(exposure: exposure, outcome: outcome)
    let instruments = usable.map { warnings.flagged(strength.described($0)) }

    result.variants = instruments
    result.exclusions = harmonised.exclusions + zeroEffects
    result.flow = harmonised.flow
    result.flow.used = instruments.count
    result.status = instruments.isEmpty ? .noInstrumentLeft : .analysed

    result.strength = strength.strength(instruments)
    result.estimates = estimate(pair, instruments)
    result.heterogeneity = HeterogeneityAnalysis.heterogeneity(instruments)
    result.eggerIntercept = EggerInterceptAnalysis.intercept(instruments)
    result.singleVariant = SingleVariantAnalysis.estimates(instruments)
    result.leaveOneOut = leaveOneOut(pair, instruments)
    return result
  }

  /// The families of tests over all pairs; expects the result of every pair of the design, in any order.
  package func conclude(_ pairs: [PairResult]) -> Conclusions {
    Conclusions(families: FamilyAnalysis(design: design).families(pairs))
  }

  /// The methods that the study uses: those it asks for, in its order, then those its families, its
  /// leave-one-out analysis and its single-variant estimates need besides.
  package var methodDescriptions: [MethodDescription] {
    let settings = design.settings
    let needed = settings.methods + [settings.primaryMethod] + settings.families.map(\.method) + [.waldRatio]
    var seen: Set<MethodID> = []
    return needed.filter { seen.insert($0).inserted }.map { MethodTable.estimator($0).description }
  }
}

extension StudyAnalysis {
  /// Harmonises what there is to harmonise; nil where the study lacks a side, which the result then says.
  private func harmonise(
    _ pair: PairDesign,
    _ data: PairData,
    into result: inout PairResult
  ) -> HarmonisationResult? {
    let threshold = design.trait(pair.exposure)?.pThreshold ?? design.settings.pThreshold
    let harmoniser = Harmoniser(settings: design.settings.harmonisation)
    switch data {
    case .candidates(let exposure, let outcome):
      return harmoniser.harmonise(exposure: exposure, outcome: outcome, pThreshold: threshold)
    case .harmonised(let rows):
      return harmoniser.adopt(rows, pThreshold: threshold)
    case .instrumentsNotSupplied:
      result.status = .instrumentsNotSupplied
    case .lookupNotSupplied(let candidates):
      let selection = InstrumentSelection(pThreshold: threshold).select(candidates)
      result.status = .lookupNotSupplied
      result.exclusions =
        selection.exclusions
        + selection.kept.map { row in
          Exclusion(
            variant: row.variant,
            stage: .lookup,
            reason: .lookupNotSupplied,
            exposure: ExcludedRow(row)
          )
        }
      result.flow = VariantFlow(candidates: candidates.count, selected: selection.kept.count)
    }
    return nil
  }

  private func estimate(_ pair: PairDesign, _ instruments: [HarmonisedVariant]) -> [MethodOutcome] {
    design.settings.methods.map { method in
      MethodTable.estimator(method).outcome(instruments, context: context(pair))
    }
  }

  private func leaveOneOut(_ pair: PairDesign, _ instruments: [HarmonisedVariant]) -> [LeaveOneOutEstimate] {
    LeaveOneOut(
      method: design.settings.primaryMethod,
      significanceLevel: design.settings.significanceLevel,
      context: context(pair)
    ).estimates(instruments)
  }

  private func context(_ pair: PairDesign) -> EstimationContext {
    EstimationContext(pair: pair.id, seed: design.seed, bootstrapDraws: design.settings.bootstrapDraws)
  }

  /// The result of a pair of which nothing is known yet: every method and test says that it lacks variants.
  private func emptyResult(of pair: PairDesign, inputs: [String]) -> PairResult {
    let (exposure, outcome) = StudySide.sides(of: pair, in: design)
    return PairResult(
      id: pair.id,
      trait: pair.trait,
      direction: pair.direction,
      exposure: pair.exposure,
      outcome: pair.outcome,
      scale: EffectScale(
        exposureType: exposure.type,
        exposureUnits: exposure.units,
        outcomeType: outcome.type,
        outcomeUnits: outcome.units
      ),
      status: .noInstrumentLeft,
      estimates: estimate(pair, []),
      heterogeneity: HeterogeneityAnalysis.heterogeneity([]),
      eggerIntercept: EggerInterceptAnalysis.intercept([]),
      inputs: inputs
    )
  }
}
