import StudyModel

/// The primary estimate without each variant in turn: does one variant carry the conclusion?
package struct LeaveOneOut {
  /// The study's primary method.
  let method: MethodID
  let significanceLevel: Double
  let context: EstimationContext

  package init(method: MethodID, significanceLevel: Double, context: EstimationContext) {
    self.method = method
    self.significanceLevel = significanceLevel
    self.context = context
  }

  /// One row a variant, in their order. None for a lone variant, nor where the method gives no estimate of
  /// all; the variants of a pair that fall back on one Wald ratio do so here too.
  package func estimates(_ variants: [HarmonisedVariant]) -> [LeaveOneOutEstimate] {
    guard variants.count >= 2, let full = estimate(variants) else { return [] }
    let fullHeterogeneity = try? CochransQ.test(variants)
    return variants.indices.compactMap { index in
      var rest = variants
      rest.remove(at: index)
      guard let without = estimate(rest) else { return nil }
      let heterogeneity = try? CochransQ.test(rest)
      let shift = (without.value - full.value) / full.standardError
      var moves = conclusionMoves(from: full, to: without)
      if crosses(fullHeterogeneity, heterogeneity) { moves.append(.heterogeneityCrossed) }
      if isAlarm(moves, shift: shift) { moves.append(.alarm) }
      return LeaveOneOutEstimate(
        variant: variants[index].variant.id,
        estimate: without,
        shift: shift,
        heterogeneity: heterogeneity,
        moves: moves
      )
    }
  }

  private func estimate(_ variants: [HarmonisedVariant]) -> Estimate? {
    let method = variants.count == 1 ? MethodID.waldRatio : method
    return MethodTable.estimator(method).outcome(variants, context: context).result?.estimate
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
