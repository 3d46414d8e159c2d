import StudyModel

/// The MR-Egger intercept against zero: does pleiotropy lean one way on average (Bowden et al. 2015)?
package enum EggerInterceptAnalysis {
  /// The intercept, or why there is none: what `MREgger.fit` throws.
  package static func intercept(_ variants: [HarmonisedVariant]) -> EggerIntercept {
    do {
      return EggerIntercept(estimate: try MREgger().fit(variants).intercept)
    } catch {
      return EggerIntercept(notEstimated: error)
    }
  }
}
