import StudyModel

/// What pages of a whole panel say of a pair: everything that does not grow with its variants.
struct PairOutline: Sendable {
  let id: PairID
  let trait: TraitID
  let direction: Direction
  let exposure: TraitID
  let outcome: TraitID
  let scale: EffectScale
  let basis: PairBasis
  let status: PairStatus
  /// The primary method's estimate, or the Wald ratio where one variant is all there is.
  let primary: CausalEstimate?
  /// The variants behind the primary estimate; where there is none, those behind the other methods' or in use.
  let variantCount: Int
  /// One entry for every method the study asked for, in its order.
  let methods: [Method]
  let hasCochran: Bool
  let hasExposureHeterogeneity: Bool
  /// Whether MR-PRESSO was tried: releases of older versions did not.
  let ranPresso: Bool
  /// Whether Steiger's test was tried: releases of older versions did not.
  let ranSteiger: Bool

  /// A method's estimate, or why there is none.
  struct Method: Sendable {
    let id: MethodID
    let estimate: Estimate?
    let notEstimated: NotEstimated?
  }

  init(_ pair: PairResult, primaryMethod: MethodID) {
    (id, trait, direction, exposure, outcome) = (
      pair.id, pair.trait, pair.direction, pair.exposure, pair.outcome
    )
    (scale, basis, status) = (pair.scale, pair.basis, pair.status)
    primary = pair.primaryEstimate(primaryMethod)
    variantCount = pair.variantCount(primaryMethod)
    methods = pair.estimates.map {
      Method(id: $0.method, estimate: $0.result?.estimate, notEstimated: $0.notEstimated)
    }
    hasCochran = pair.heterogeneity.cochran != nil
    hasExposureHeterogeneity = pair.further?.exposureHeterogeneity != nil
    let hasVariants = pair.status == .analysed && pair.basis == .variants
    ranPresso =
      hasVariants && (pair.presso.globalTest != nil || Self.wasRun(pair.presso.notEstimated))
    ranSteiger = hasVariants && (pair.steiger.pair != nil || Self.wasRun(pair.steiger.notEstimated))
  }

  private static func wasRun(_ missing: NotEstimated?) -> Bool {
    missing.map { $0.reason != .notRun } ?? false
  }

  /// What the study holds of that method.
  func method(_ id: MethodID) -> Method? { methods.first { $0.id == id } }
}

extension PairResult {
  /// The variants behind the primary estimate; where there is none, those behind the other methods' or in use.
  fileprivate func variantCount(_ primary: MethodID) -> Int {
    primaryEstimate(primary)?.variantCount ?? estimates.compactMap(\.result?.variantCount).max() ?? flow.used
  }
}
