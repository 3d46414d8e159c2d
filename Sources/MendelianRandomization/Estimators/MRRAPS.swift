import Statistics
import StudyModel

/// Robust adjusted profile score (Zhao, Wang, Hemani, Bowden & Small 2020): the slope at which Σρ(t), t = (y − βx)/√v
/// with v = σy² + β²σx² + τ², is least, τ² being the variance of balanced pleiotropy at which Σ(tψ(t) − δ)/v is 0.
///
/// Standard errors are the sandwich of the R package mr.raps 0.4.2, whose l2 form differs from the paper's printed
/// one. Where no τ² above 0 answers the second equation, τ² is 0 and the estimate that without over-dispersion.
package struct MRRAPS: Estimator {
  package let loss: RobustLoss
  /// Whether τ² is estimated; 0 otherwise.
  package let overdispersion: Bool

  package init(loss: RobustLoss, overdispersion: Bool) {
    self.loss = loss
    self.overdispersion = overdispersion
  }

  package func estimate(
    _ variants: [HarmonisedVariant],
    context: EstimationContext
  ) throws(NotEstimated) -> CausalEstimate {
    try requireEnough(variants)
    let score = AdjustedProfileScore(SummaryEffects(variants), loss: loss)
    let solution = try score.solve(overdispersion: overdispersion)
    return CausalEstimate(
      method: method,
      variantCount: variants.count,
      estimate: Inference.normal(
        value: solution.slope,
        standardError: score.standardError(solution, overdispersion: overdispersion)
      ),
      details: EstimateDetails(tauSquared: overdispersion ? solution.tauSquared : nil)
    )
  }

  private var method: MethodID {
    switch (loss, overdispersion) {
    case (.l2, true): .mrRAPSL2
    case (.huber, true): .mrRAPS
    case (.tukey, true): .mrRAPSTukey
    case (.l2, false): .mrRAPSSimpleL2
    case (.huber, false): .mrRAPSSimpleHuber
    case (.tukey, false): .mrRAPSSimpleTukey
    }
  }
}

extension MRRAPS {
  package var description: MethodDescription {
    MethodDescription(
      id: method,
      name: "MR-RAPS" + suffix,
      shortName: "MR-RAPS" + suffix,
      citation:
        "Zhao Q, Wang J, Hemani G, Bowden J, Small DS. Statistical inference in two-sample summary-data Mendelian "
        + "randomization using robust adjusted profile score. Annals of Statistics 2020;48:1742–1769.",
      doi: "10.1214/19-AOS1866",
      assumptions: [
        SharedAssumptions.relevance,
        SharedAssumptions.independence,
        pleiotropy,
        SharedAssumptions.uncorrelated,
        SharedAssumptions.linearity,
      ],
      minimumVariants: 3,
      defaults: [
        lossSentence,
        overdispersion ? "Over-dispersion τ² is estimated, at least 0." : "No over-dispersion, τ² = 0.",
      ]
    )
  }

  private var suffix: String {
    let loss =
      switch loss {
      case .l2: "l2"
      case .huber: "Huber"
      case .tukey: "Tukey"
      }
    if overdispersion { return self.loss == .huber ? "" : ", \(loss)" }
    return ", \(loss), no over-dispersion"
  }

  private var lossSentence: String {
    switch loss {
    case .l2: "Squared loss."
    case .huber: "Huber’s loss, k = 1.345."
    case .tukey: "Tukey’s biweight loss, k = 4.685."
    }
  }

  private var pleiotropy: String {
    switch (overdispersion, loss) {
    case (false, .l2): SharedAssumptions.exclusion
    case (false, _):
      "Every variant affects the outcome only through the exposure, but for a few outliers."
    case (true, .l2):
      "Effects on the outcome that do not run through the exposure are normally distributed around zero over the "
        + "variants and do not depend on the variants' strength."
    case (true, _):
      "Effects on the outcome that do not run through the exposure are normally distributed around zero over the "
        + "variants, but for a few outliers, and do not depend on the variants' strength."
    }
  }
}
