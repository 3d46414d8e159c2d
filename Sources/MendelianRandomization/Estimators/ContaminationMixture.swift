import Statistics
import StudyModel

/// The effect θ at which as much as possible of the likelihood is explained by valid variants: the ratio of a valid
/// variant is N(θ, s²), that of an invalid one N(0, ψ² + s²), s = σy/|x|, and each variant takes the likelier of the two
/// (Burgess, Foley, Allara, Staley & Howson 2020). ψ is 1.5 times the standard deviation of the ratios.
///
/// The interval holds every θ whose log-likelihood is within ½·3.84·φ² of the largest, φ² the over-dispersion of the
/// valid variants, at least 1; it may be several pieces, or have no end where no effect however large is excluded.
/// p is that of the log-likelihood ratio at 0 divided by φ², as the interval is; the R package MendelianRandomization
/// multiplies there. The method has no standard error: the one given is the interval's span over 2 × 1.96.
package struct ContaminationMixture: Estimator {
  private static let spreadFactor = 1.5

  package init() {}

  package var description: MethodDescription {
    MethodDescription(
      id: .contaminationMixture,
      name: "Contamination mixture",
      shortName: "Contam. mixture",
      citation:
        "Burgess S, Foley CN, Allara E, Staley JR, Howson JMM. A robust and efficient method for Mendelian "
        + "randomization with hundreds of genetic variants. Nature Communications 2020;11:376.",
      doi: "10.1038/s41467-019-14156-4",
      assumptions: [
        SharedAssumptions.relevance,
        SharedAssumptions.independence,
        "The largest group of variants whose ratio estimates agree consists of variants that affect the outcome only "
          + "through the exposure (plurality of valid instruments); the ratios of the others are normal around 0.",
        SharedAssumptions.nome,
        SharedAssumptions.uncorrelated,
        SharedAssumptions.linearity,
      ],
      minimumVariants: 3,
      defaults: [
        "Invalid variants’ ratios have 1.5 times the standard deviation of all ratios.",
        "Interval by the likelihood, over-dispersion of the valid variants at least 1; it need not be one piece.",
        "The standard error is the interval’s span over 3.92.",
      ]
    )
  }

  package func estimate(
    _ variants: [HarmonisedVariant],
    context: EstimationContext
  ) throws(NotEstimated) -> CausalEstimate {
    try requireEnough(variants)
    let effects = SummaryEffects(variants)
    let ratios = effects.ratios
    let spread = Self.spreadFactor * StandardDeviation(of: ratios).value
    guard spread.isFinite else { throw NotEstimated(reason: .notFinite) }
    guard spread > 0 else { throw NotEstimated(reason: .noSpread) }
    let errors = effects.x.indices.map { effects.yError[$0] / abs(effects.x[$0]) }
    let profile = MixtureProfile(ratios: ratios, errors: errors, spread: spread)
    guard let (effect, gain) = profile.maximum, gain.isFinite else { throw NotEstimated(reason: .notFinite) }
    let isValid = profile.isValid(at: effect)
    let dispersion = Self.dispersion(ratios, errors, isValid)
    let chiSquared = ChiSquaredDistribution(degreesOfFreedom: 1)
    let depth = 0.5 * Self.chiSquaredQuantile * dispersion
    let stretches = profile.stretches(above: gain - depth)
    let interval = Self.interval(stretches, of: profile)
    return CausalEstimate(
      method: .contaminationMixture,
      variantCount: effects.count,
      estimate: Estimate(
        value: effect,
        standardError: (interval.upper - interval.lower) / (2 * Self.chiSquaredQuantile.squareRoot()),
        interval: interval,
        pValue: PValue(chiSquared.upperTail(max(0, 2 * (gain - profile.gain(0)) / dispersion)))
      ),
      residualStandardError: dispersion.squareRoot(),
      details: details(variants, isValid, stretches)
    )
  }

  /// 3.84, of χ² with one degree of freedom at 95 %.
  private static let chiSquaredQuantile: Double = {
    let z = NormalDistribution.quantile(1 - (1 - Inference.confidenceLevel) / 2)
    return z * z
  }()

  /// φ² = Σ(r − r̄)²/s² / (n − 1) over the valid variants, r̄ their mean weighted by 1/s², at least 1; 1 for one alone.
  private static func dispersion(_ ratios: [Double], _ errors: [Double], _ isValid: [Bool]) -> Double {
    let valid = isValid.indices.filter { isValid[$0] }
    guard valid.count > 1 else { return 1 }
    let line = RegressionThroughOrigin(
      x: valid.map { 1 / errors[$0] },
      y: valid.map { ratios[$0] / errors[$0] },
      weights: valid.map { _ in 1 }
    )
    return max(1, line.residualSumOfSquares / Double(line.degreesOfFreedom))
  }

  /// From the lowest to the highest end; an open end is where the last variant ceases to be valid.
  private static func interval(
    _ stretches: [(lower: Double?, upper: Double?)],
    of profile: MixtureProfile
  ) -> ConfidenceInterval {
    ConfidenceInterval(
      lower: stretches.first?.lower ?? profile.pieces.first?.lower ?? .nan,
      upper: stretches.last?.upper ?? profile.pieces.last?.upper ?? .nan,
      level: Inference.confidenceLevel
    )
  }

  private func details(
    _ variants: [HarmonisedVariant],
    _ isValid: [Bool],
    _ stretches: [(lower: Double?, upper: Double?)]
  ) -> EstimateDetails {
    let names = variants.map(\.variant.id)
    let isPlain = stretches.count == 1 && stretches[0].lower != nil && stretches[0].upper != nil
    return EstimateDetails(
      validVariants: zip(names, isValid).filter { $1 }.map(\.0),
      invalidVariants: zip(names, isValid).filter { !$1 }.map(\.0),
      confidenceSet: isPlain
        ? nil : ConfidenceSet(pieces: stretches.map { ConfidenceSet.Piece(lower: $0.lower, upper: $0.upper) })
    )
  }
}
