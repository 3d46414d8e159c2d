import StudyModel

/// The primary estimate without each variant in turn: does one variant carry the conclusion?
///
/// IVW and MR-Egger are linear in the number of variants, and the weighted and the simple median serve all variants left
/// out by one set of draws (`MedianLeaveOneOut`). Every other method is run anew without each variant, with all its draws;
/// where that would take more than `mostDraws` of them, `refusal` says so and no row is given.
package struct LeaveOneOut {
  let method: MethodID
  let significanceLevel: Double
  /// Its MR-PRESSO, which is of all variants, is not used.
  private var context: EstimationContext

  /// - Parameter method: the study's primary method.
  package init(method: MethodID, significanceLevel: Double, context: EstimationContext) {
    self.method = method
    self.significanceLevel = significanceLevel
    self.context = context
    self.context.presso = nil
  }

  /// Draws of one variant's effects, over all simulations and all variants left out: several seconds' worth.
  package static let mostDraws = 100_000_000

  /// The same where one set of draws serves all variants left out.
  package static let mostSharedDraws = 20_000_000

  /// Why the analysis is not made: `tooManyDraws`, with the number of variants that it takes, for a method that
  /// simulates; nil where it is made.
  package func refusal(variantCount: Int) -> NotEstimated? {
    let shared = MedianLeaveOneOut.methods.contains(method)
    let draws = shared ? context.bootstrapDraws : draws
    guard draws > 0 else { return nil }
    let most =
      shared ? Self.mostSharedDraws / draws : Int((Double(Self.mostDraws) / Double(draws)).squareRoot())
    guard variantCount > most else { return nil }
    return NotEstimated(reason: .tooManyDraws, needed: most, available: variantCount)
  }

  /// One row a variant, in their order, and the variants without which there is no estimate; nil where there are no
  /// such. No row for a lone variant, nor where the method gives no estimate of all, nor where `refusal` gives a
  /// reason; the variants of a pair that fall back on one Wald ratio do so here too.
  package func estimates(
    _ variants: [HarmonisedVariant]
  ) -> (rows: [LeaveOneOutEstimate], missing: [MissingEstimate]?) {
    guard variants.count >= 2, refusal(variantCount: variants.count) == nil,
      let full = outcome(variants).result?.estimate
    else { return ([], nil) }
    let fullHeterogeneity = try? CochransQ.test(variants)
    let closedForms = variants.count >= 3 ? LeaveOneOutClosedForms(variants, method: method) : nil
    let medians = MedianLeaveOneOut(variants, method: method, context: context)
    var missing: [MissingEstimate] = []
    let rows = variants.indices.compactMap { index -> LeaveOneOutEstimate? in
      let id = variants[index].variant.id
      var refitted: MethodOutcome?
      func refit() -> Estimate? {
        refitted = outcome(variants, without: index)
        return refitted?.result?.estimate
      }
      guard
        let without = closedForms?.estimate(without: index)
          ?? medians?.estimate(without: index) ?? refit(), without.isUsable
      else {
        let reason = refitted?.notEstimated ?? NotEstimated(reason: .notFinite)
        missing.append(MissingEstimate(variant: id, notEstimated: reason))
        return nil
      }
      let heterogeneity = closedForms?.cochran(without: index)
      let shift = (without.value - full.value) / full.standardError
      var moves = conclusionMoves(from: full, to: without)
      if crosses(fullHeterogeneity, heterogeneity) { moves.append(.heterogeneityCrossed) }
      if isAlarm(moves, shift: shift) { moves.append(.alarm) }
      return LeaveOneOutEstimate(
        variant: id,
        estimate: without,
        shift: shift,
        heterogeneity: heterogeneity,
        moves: moves,
        monteCarloError: medians?.monteCarloError(without: index)
          ?? refitted?.result?.monteCarlo?.standardErrorOfStandardError
      )
    }
    return (rows, missing.isEmpty ? nil : missing)
  }

  /// Simulations of one run of the method; 0 where it makes none here.
  private var draws: Int {
    switch method {
    case .penalisedWeightedMedian, .simpleMode, .weightedMode, .mrEggerSIMEX: context.bootstrapDraws
    case .mrPresso: context.mrPresso.simulations
    default: 0
    }
  }

  private func outcome(_ variants: [HarmonisedVariant], without index: Int) -> MethodOutcome {
    var rest = variants
    rest.remove(at: index)
    return outcome(rest)
  }

  private func outcome(_ variants: [HarmonisedVariant]) -> MethodOutcome {
    let method = variants.count == 1 ? MethodID.waldRatio : method
    return MethodTable.outcome(method, variants, context: context)
  }

  private func conclusionMoves(from full: Estimate, to rest: Estimate) -> [ConclusionMove] {
    var moves: [ConclusionMove] = []
    let was = full.pValue.value < significanceLevel
    let isNow = rest.pValue.value < significanceLevel
    if was && !isNow { moves.append(.significanceLost) }
    if !was && isNow { moves.append(.significanceGained) }
    if (full.value < 0 && rest.value > 0) || (full.value > 0 && rest.value < 0) { moves.append(.signChanged) }
    return moves
  }

  private func crosses(_ full: HeterogeneityTest?, _ rest: HeterogeneityTest?) -> Bool {
    guard let full, let rest else { return false }
    return (full.pValue.value < significanceLevel) != (rest.pValue.value < significanceLevel)
  }

  private func isAlarm(_ moves: [ConclusionMove], shift: Double) -> Bool {
    moves.contains(.signChanged) || (moves.contains(.significanceLost) && abs(shift) > 1)
  }
}
