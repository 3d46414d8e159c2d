import StudyModel

/// The one list of estimators.
package enum MethodTable {
  /// The estimator of that name.
  package static func estimator(_ method: MethodID) -> any Estimator {
    switch method {
    case .waldRatio: WaldRatio()
    case .ivwRandomEffects: InverseVarianceWeighted(model: .randomEffects)
    case .ivwFixedEffect: InverseVarianceWeighted(model: .fixedEffect)
    case .mrEgger: MREgger()
    case .weightedMedian: WeightedMedian()
    }
  }
}

/// What every method assumes of every instrument, or all but one method of all of them (STROBE-MR item 5).
enum SharedAssumptions {
  static let relevance = "Each variant is associated with the exposure."
  static let independence = "No variant shares a common cause with the outcome."
  static let exclusion = "Every variant affects the outcome only through the exposure."
  static let linearity =
    "The effects of the variants on exposure and outcome are linear and the same in both samples, which "
    + "come from one underlying population."
  static let uncorrelated = "The variants are independent of each other."
}
