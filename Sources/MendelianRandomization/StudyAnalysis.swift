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
    if let supplied = data.suppliedResults {
      result = SuppliedResultsAnalysis.result(supplied, of: result, tested: testedMethods(of: pair))
      let further = further(pair, context(pair, []), pThreshold(of: pair))
      result.further = FurtherSensitivity(power: further.power([], of: result))
      return result
    }
    guard let harmonised = harmonise(pair, data, into: &result) else { return result }

    let (exposure, outcome) = StudySide.sides(of: pair, in: design)
    let threshold = data.selectionThreshold ?? pThreshold(of: pair)
    let (usable, zeroEffects) = ZeroExposureEffects(data: data).separate(harmonised.variants)
    let strength = InstrumentStrengthAnalysis(exposure: exposure)
    let warnings = VariantWarnings(exposure: exposure, outcome: outcome)
    let described = usable.map { warnings.flagged(strength.described($0)) }
    let (instruments, reversed) = withoutReversed(described, of: pair, data, threshold)

    result.variants = instruments
    result.exclusions = harmonised.exclusions + zeroEffects + reversed
    result.flow = harmonised.flow
    result.flow.used = instruments.count
    result.status = instruments.isEmpty ? .noInstrumentLeft : .analysed

    result.strength = strength.strength(instruments)
    let context = context(pair, instruments)
    result.presso = MRPressoAnalysis(context).analyse(instruments)
    result.estimates = estimate(context, instruments, presso: result.presso)
    result.heterogeneity = HeterogeneityAnalysis.heterogeneity(instruments)
    result.eggerIntercept = EggerInterceptAnalysis.intercept(instruments)
    result.singleVariant = SingleVariantAnalysis.estimates(instruments)
    (result.leaveOneOut, result.leaveOneOutMissing) = leaveOneOut(context).estimates(instruments)
    result.leaveOneOutNotEstimated = leaveOneOut(context).refusal(variantCount: instruments.count)
    result.steiger = steiger(pair, instruments, threshold)
    result.further = further(pair, context, threshold).analyse(instruments, of: result)
    return result
  }

  /// The families of tests and the verdicts over all pairs; expects the result of every pair of the design, in any order.
  package func conclude(_ pairs: [PairResult]) -> Conclusions {
    let families = FamilyAnalysis(design: design).families(pairs)
    let appraisals = StudyAppraisal(design: design, families: families).appraisals(pairs)
    let shared = SharedInstruments.find(in: pairs)
    return Conclusions(
      families: families,
      appraisals: appraisals,
      sharedInstruments: shared.isEmpty ? nil : shared
    )
  }

  /// The methods that the study uses. Where it analyses variants: those it asks for, in its order, then those its
  /// families, its leave-one-out analysis and its single-variant estimates need besides; then those that supplied
  /// results hold.
  package func methodDescriptions(of pairs: [PairResult]) -> [MethodDescription] {
    let settings = design.settings
    let supplied = pairs.filter { $0.basis == .suppliedResults }
    let held = Set(supplied.flatMap(\.estimates).map(\.method))
    let tested = [settings.primaryMethod] + settings.families.map(\.method)
    let isComputed = pairs.isEmpty || supplied.count < pairs.count
    let computed = isComputed ? settings.methods + tested + [.waldRatio] : []
    let needed = computed + MethodID.allCases.filter(held.contains) + tested
    var seen: Set<MethodID> = []
    return needed.filter { seen.insert($0).inserted }.map(MethodTable.description)
  }
}

extension StudyAnalysis {
  /// The primary method and those of the families that the pair belongs to.
  private func testedMethods(of pair: PairDesign) -> [MethodID] {
    let families = FamilyAnalysis(design: design)
    let own = families.declared.filter { families.isMember(pair, of: $0) }
    return [design.settings.primaryMethod] + own.map(\.method)
  }

  /// Harmonises what there is to harmonise; nil where the study lacks a side, which the result then says.
  private func harmonise(
    _ pair: PairDesign,
    _ data: PairData,
    into result: inout PairResult
  ) -> HarmonisationResult? {
    let threshold = data.selectionThreshold ?? pThreshold(of: pair)
    let harmoniser = Harmoniser(settings: design.settings.harmonisation)
    switch data {
    case .selected(let selected, let outcome):
      return harmoniser.harmonise(selected, outcome: outcome)
    case .candidates(let exposure, let outcome):
      return harmoniser.harmonise(exposure: exposure, outcome: outcome, pThreshold: threshold)
    case .harmonised(let rows):
      return harmoniser.adopt(rows, pThreshold: threshold)
    case .results, .resultsNotSupplied: break
    case .instrumentsNotSupplied:
      result.status = .instrumentsNotSupplied
    case .lookupNotSupplied(let candidates):
      let selection = InstrumentSelection(pThreshold: threshold).select(candidates)
      result.status = .lookupNotSupplied
      result.exclusions = selection.exclusions + selection.kept.map(Self.withoutLookup)
      result.flow = VariantFlow(candidates: candidates.count, selected: selection.kept.count)
    case .selectedWithoutLookup(let selected):
      let unordered = selected.exclusions + selected.instruments.map(Self.withoutLookup)
      let candidates = selected.selection.candidates
      result.status = .lookupNotSupplied
      let harmonised = HarmonisationResult(
        candidates: candidates,
        variants: [],
        unordered: unordered,
        isClumped: true
      )
      (result.exclusions, result.flow) = (harmonised.exclusions, harmonised.flow)
    }
    return nil
  }

  private static func withoutLookup(_ row: VariantAssociation) -> Exclusion {
    Exclusion(
      variant: row.variant,
      stage: .lookup,
      reason: .lookupNotSupplied,
      exposure: ExcludedRow(row)
    )
  }

  /// Leaves out what explains more of the outcome, where the study selects its instruments here and says so; the others
  /// and those whose share is unknown stay.
  private func withoutReversed(
    _ variants: [HarmonisedVariant],
    of pair: PairDesign,
    _ data: PairData,
    _ threshold: Double?
  ) -> (kept: [HarmonisedVariant], exclusions: [Exclusion]) {
    guard case .selected = data, design.settings.selection?.filters.steiger == true else {
      return (variants, [])
    }
    let tests = steiger(pair, variants, threshold).variants
    let judged = zip(variants, tests.map(SteigerFilter.explainsMoreOfOutcome))
    let reversed = judged.filter { $1 == true }.map(\.0)
    let rows = SourceRows(data, of: Set(reversed.map(\.variant.id)))
    return (
      judged.filter { $1 != true }.map(\.0), reversed.map { rows.exclusion(of: $0, .explainsMoreOfOutcome) }
    )
  }

  /// The exposure's own, or the study's; nil where none is stated.
  private func pThreshold(of pair: PairDesign) -> Double? {
    design.trait(pair.exposure)?.pThreshold ?? design.settings.pThreshold
  }

  private func estimate(
    _ context: EstimationContext,
    _ instruments: [HarmonisedVariant],
    presso: MRPresso
  ) -> [MethodOutcome] {
    var context = context
    context.presso = presso
    return design.settings.methods.map { MethodTable.outcome($0, instruments, context: context) }
  }

  private func leaveOneOut(_ context: EstimationContext) -> LeaveOneOut {
    LeaveOneOut(
      method: design.settings.primaryMethod,
      significanceLevel: design.settings.significanceLevel,
      context: context
    )
  }

  private func further(
    _ pair: PairDesign,
    _ context: EstimationContext,
    _ threshold: Double?
  ) -> FurtherAnalysis {
    FurtherAnalysis(design: design, pair: pair, pThreshold: threshold, context: context)
  }

  /// - Parameter threshold: below which the instruments' p were chosen.
  private func steiger(
    _ pair: PairDesign,
    _ instruments: [HarmonisedVariant],
    _ threshold: Double?
  ) -> Steiger {
    let (exposure, outcome) = StudySide.sides(of: pair, in: design)
    return SteigerAnalysis(
      exposure: exposure,
      outcome: outcome,
      significanceLevel: design.settings.significanceLevel,
      pThreshold: threshold
    ).steiger(instruments)
  }

  /// The sample size is that of the smaller sample.
  private func context(_ pair: PairDesign, _ instruments: [HarmonisedVariant]) -> EstimationContext {
    let (exposure, outcome) = StudySide.sides(of: pair, in: design)
    let sizes = [exposure.people(instruments.map(\.exposure)), outcome.people(instruments.map(\.outcome))]
    return EstimationContext(
      pair: pair.id,
      seed: design.seed,
      settings: design.settings,
      sampleSize: sizes.contains(nil) ? nil : sizes.compactMap { $0 }.min()
    )
  }

  /// The result of a pair of which nothing is known yet: every method and test says that it lacks variants.
  private func emptyResult(of pair: PairDesign, inputs: [String]) -> PairResult {
    let (exposure, outcome) = StudySide.sides(of: pair, in: design)
    let context = context(pair, [])
    let presso = MRPressoAnalysis(context).analyse([])
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
      estimates: estimate(context, [], presso: presso),
      heterogeneity: HeterogeneityAnalysis.heterogeneity([]),
      eggerIntercept: EggerInterceptAnalysis.intercept([]),
      presso: presso,
      steiger: steiger(pair, [], pThreshold(of: pair)),
      inputs: inputs
    )
  }
}
