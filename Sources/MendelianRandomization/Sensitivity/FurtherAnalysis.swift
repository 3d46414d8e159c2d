import StudyModel

/// The sensitivity analyses that ask what selection, weak instruments, single variants and too small a study do to a
/// pair's estimate.
struct FurtherAnalysis {
  let design: StudyDesign
  let pair: PairDesign
  /// Below which the instruments were chosen; nil where the study states none.
  let pThreshold: Double?
  let context: EstimationContext

  /// - Parameter result: the pair's, with its strength and Steiger's tests.
  func analyse(_ variants: [HarmonisedVariant], of result: PairResult) -> FurtherSensitivity {
    let selection = wereChosenHere ? SelectionAnalysis(variants, declared: pThreshold).effect(variants) : nil
    let meanF = selection?.correctedMeanF ?? result.strength?.meanF
    return FurtherSensitivity(
      exposureHeterogeneity: ISquaredGX.analyse(variants),
      leaveOneOut: leaveOneOut(variants),
      influence: InfluenceAnalysis.influence(variants),
      selection: selection,
      steigerFiltered: steigerFiltered(variants, of: result),
      overlapBias: meanF.flatMap { OverlapBiasAnalysis.bias(meanF: $0, fraction: overlap?.fraction) },
      power: power(variants, of: result),
      fisher: FishersCombinedAnalysis.test(variants)
    )
  }

  private var exposure: Trait? { design.trait(pair.exposure) }

  /// Whether the sample that chose the instruments measured them: so unless the study says otherwise.
  private var wereChosenHere: Bool {
    (exposure?.instrumentSource?.sample ?? design.settings.instrumentSource?.sample ?? .same) == .same
  }

  /// The panel trait's, whichever side it stands on, or the study's.
  private var overlap: SampleOverlap? {
    design.trait(pair.trait)?.sampleOverlap ?? design.settings.sampleOverlap
  }

  private func leaveOneOut(_ variants: [HarmonisedVariant]) -> [LeaveOneOutSeries] {
    let methods = design.settings.leaveOneOutMethods ?? []
    return methods.filter { $0 != design.settings.primaryMethod }.map { method in
      let analysis = LeaveOneOut(
        method: method,
        significanceLevel: design.settings.significanceLevel,
        context: context
      )
      let (rows, missing) = analysis.estimates(variants)
      let whole = MethodTable.outcome(method, variants, context: context).notEstimated
      let refusal = analysis.refusal(variantCount: variants.count)
      return LeaveOneOutSeries(
        method: method,
        rows: rows,
        missing: missing,
        notEstimated: rows.isEmpty ? refusal ?? whole : nil
      )
    }
  }

  private func steigerFiltered(_ variants: [HarmonisedVariant], of result: PairResult) -> SteigerFiltered {
    let primary = design.settings.primaryMethod
    let methods = [primary] + [.mrEgger, .weightedMedian].filter { $0 != primary }
    return SteigerFilter(methods: methods.filter(\.isComputed), context: context)
      .filtered(variants, tests: result.steiger.variants, estimates: result.estimates)
  }

  /// - Parameter result: the pair's, with its strength and its estimates.
  func power(_ variants: [HarmonisedVariant], of result: PairResult) -> PowerOutcome {
    let (exposure, outcome) = StudySide.sides(of: pair, in: design)
    return PairPowerAnalysis(
      exposure: exposure,
      outcome: outcome,
      settings: design.settings.power ?? PowerSettings(),
      significanceLevel: design.settings.significanceLevel
    ).power(
      variants,
      strength: result.strength,
      primary: result.primaryEstimate(design.settings.primaryMethod)?.estimate
    )
  }
}
