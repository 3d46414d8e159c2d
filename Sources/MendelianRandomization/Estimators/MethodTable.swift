import StudyModel

/// The one list of methods.
package enum MethodTable {
  /// What computes the method; nil where only other tools do (`MethodID.isComputed`).
  package static func estimator(_ method: MethodID) -> (any Estimator)? {
    guard case .computed(let estimator) = entry(method) else { return nil }
    return estimator
  }

  /// Name, paper and assumptions of any method, computed here or read from result tables.
  package static func description(_ method: MethodID) -> MethodDescription {
    switch entry(method) {
    case .computed(let estimator): estimator.description
    case .supplied(let description): description
    }
  }

  /// The method's estimate of these variants, or why there is none; a method that only other tools compute is one
  /// that no result table holds.
  package static func outcome(
    _ method: MethodID,
    _ variants: [HarmonisedVariant],
    context: EstimationContext
  ) -> MethodOutcome {
    estimator(method)?.outcome(variants, context: context)
      ?? MethodOutcome(method: method, notEstimated: NotEstimated(reason: .notInResults))
  }

  private enum Entry {
    case computed(any Estimator)
    case supplied(MethodDescription)
  }

  private static func entry(_ method: MethodID) -> Entry {
    switch method {
    case .waldRatio: .computed(WaldRatio())
    case .ivwRandomEffects: .computed(InverseVarianceWeighted(model: .randomEffects))
    case .ivwFixedEffect: .computed(InverseVarianceWeighted(model: .fixedEffect))
    case .mrEgger: .computed(MREgger())
    case .weightedMedian: .computed(WeightedMedian())
    case .simpleMedian: .computed(SimpleMedian())
    case .penalisedWeightedMedian: .computed(PenalisedWeightedMedian())
    case .simpleMode: .computed(SimpleMode())
    case .weightedMode: .computed(WeightedMode())
    case .mrPresso: .computed(MRPressoCorrected())
    case .ivwUnflooredRandomEffects: .supplied(SuppliedMethods.ivwUnflooredRandomEffects)
    case .ivwRadial: .supplied(SuppliedMethods.ivwRadial)
    case .maximumLikelihood: .supplied(SuppliedMethods.maximumLikelihood)
    case .mrEggerBootstrap: .supplied(SuppliedMethods.mrEggerBootstrap)
    case .simpleModeNOME: .supplied(SuppliedMethods.simpleModeNOME)
    case .weightedModeNOME: .supplied(SuppliedMethods.weightedModeNOME)
    case .mrRAPS: .supplied(SuppliedMethods.mrRAPS)
    case .unweightedRegression: .supplied(SuppliedMethods.unweightedRegression)
    }
  }
}
