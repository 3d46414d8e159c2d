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
    case .waldRatioSecondOrder: .computed(WaldRatioSecondOrder())
    case .ivwRandomEffects: .computed(InverseVarianceWeighted(model: .randomEffects))
    case .ivwFixedEffect: .computed(InverseVarianceWeighted(model: .fixedEffect))
    case .ivwAdditiveRandomEffects: .computed(IVWAdditiveRandomEffects())
    case .debiasedIVW: .computed(DebiasedIVW())
    case .penalisedDebiasedIVW: .computed(PenalisedDebiasedIVW())
    // Robust and penalised IVW
    case .penalisedIVW: .computed(PenalisedIVW())
    case .robustIVW: .computed(RobustIVW(isPenalised: false))
    case .robustPenalisedIVW: .computed(RobustIVW(isPenalised: true))
    // MR-Egger
    case .mrEgger: .computed(MREgger())
    case .mrEggerNormal: .computed(MREggerNormal())
    case .mrEggerSIMEX: .computed(MREggerSIMEX())
    // Radial
    case .ivwRadialFirstOrder: .computed(RadialIVW(.firstOrder))
    case .ivwRadialSecondOrder: .computed(RadialIVW(.secondOrder))
    case .ivwRadial: .computed(RadialIVW(.modifiedSecondOrder))
    case .mrEggerRadialFirstOrder: .computed(RadialEgger(.firstOrder))
    case .mrEggerRadialSecondOrder: .computed(RadialEgger(.secondOrder))
    case .mrEggerRadial: .computed(RadialEgger(.modifiedSecondOrder))
    // Medians and modes
    case .weightedMedian: .computed(WeightedMedian())
    case .simpleMedian: .computed(SimpleMedian())
    case .penalisedWeightedMedian: .computed(PenalisedWeightedMedian())
    case .simpleMode: .computed(SimpleMode())
    case .weightedMode: .computed(WeightedMode())
    // Likelihoods and scores
    case .maximumLikelihood: .computed(MaximumLikelihood())
    // MR-RAPS
    case .mrRAPS: .computed(MRRAPS(loss: .huber, overdispersion: true))
    case .mrRAPSL2: .computed(MRRAPS(loss: .l2, overdispersion: true))
    case .mrRAPSTukey: .computed(MRRAPS(loss: .tukey, overdispersion: true))
    case .mrRAPSSimpleL2: .computed(MRRAPS(loss: .l2, overdispersion: false))
    case .mrRAPSSimpleHuber: .computed(MRRAPS(loss: .huber, overdispersion: false))
    case .mrRAPSSimpleTukey: .computed(MRRAPS(loss: .tukey, overdispersion: false))
    // Choosing the valid variants
    case .mrLasso: .computed(MRLasso())
    case .contaminationMixture: .computed(ContaminationMixture())
    case .cmlBIC: .computed(ConstrainedMaximumLikelihood(.leastCriterion))
    case .cmlMA: .computed(ConstrainedMaximumLikelihood(.modelAverage))
    case .mrPresso: .computed(MRPressoCorrected())
    case .ivwUnflooredRandomEffects: .supplied(SuppliedMethods.ivwUnflooredRandomEffects)
    case .mrEggerBootstrap: .supplied(SuppliedMethods.mrEggerBootstrap)
    case .simpleModeNOME: .supplied(SuppliedMethods.simpleModeNOME)
    case .weightedModeNOME: .supplied(SuppliedMethods.weightedModeNOME)
    case .unweightedRegression: .supplied(SuppliedMethods.unweightedRegression)
    }
  }
}
