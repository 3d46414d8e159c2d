import StudyModel

/// The estimates without the variants that explain more of the outcome than of the exposure, noise taken off both: such
/// a variant may act on the exposure by way of the outcome (Hemani, Tilling & Davey Smith 2017).
package struct SteigerFilter {
  let methods: [MethodID]
  private var context: EstimationContext

  /// - Parameters:
  ///   - methods: whose estimates are made anew; a lone variant is estimated by its Wald ratio.
  ///   - context: of the pair; its MR-PRESSO, which is of all variants, is not used.
  package init(methods: [MethodID], context: EstimationContext) {
    self.methods = methods
    self.context = context
    self.context.presso = nil
  }

  /// Whether the variant explains more of the outcome than of the exposure, noise taken off both; nil where either is
  /// unknown.
  static func explainsMoreOfOutcome(_ variant: SteigerVariant) -> Bool? {
    variant.test.map {
      max(0, $0.outcomeRSquared - $0.outcomeNoise) > max(0, $0.exposureRSquared - $0.exposureNoise)
    }
  }

  /// - Parameters:
  ///   - tests: of the same variants, in their order.
  ///   - estimates: of all variants; where none is removed these are the filtered ones, and are not made again.
  package func filtered(
    _ variants: [HarmonisedVariant],
    tests: [SteigerVariant],
    estimates: [MethodOutcome] = []
  ) -> SteigerFiltered {
    let explainsMoreOfOutcome = tests.map(Self.explainsMoreOfOutcome)
    let kept = zip(variants, explainsMoreOfOutcome).filter { $1 != true }.map(\.0)
    var result = SteigerFiltered(
      removed: zip(variants, explainsMoreOfOutcome).filter { $1 == true }.map(\.0.variant.id),
      unknown: explainsMoreOfOutcome.count { $0 == nil },
      kept: kept.count
    )
    guard !kept.isEmpty else {
      result.notEstimated = NotEstimated(reason: .noVariantLeft)
      return result
    }
    guard result.unknown < variants.count else {
      result.notEstimated = NotEstimated(
        reason: .explainedVarianceUnknown,
        needed: variants.count,
        available: 0
      )
      return result
    }
    let methods = kept.count == 1 ? [.waldRatio] : methods
    result.estimates = methods.map { method in
      let known = result.removed.isEmpty ? estimates.first { $0.method == method } : nil
      return known ?? MethodTable.outcome(method, kept, context: context)
    }
    return result
  }
}
