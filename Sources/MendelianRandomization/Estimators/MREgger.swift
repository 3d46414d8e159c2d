import Statistics
import StudyModel

/// The regression of y on x with an intercept, all variants oriented so that x > 0 and weighted by 1/σy².
///
/// Standard errors are those of the fixed-effect model times max(1, σ̂), σ̂² = Q′/(n − 2); slope and
/// intercept are tested by t with n − 2 degrees of freedom (Bowden et al. 2015, with the floor of Bowden et
/// al. 2017).
package struct MREgger: Estimator {
  package init() {}

  package var description: MethodDescription {
    MethodDescription(
      id: .mrEgger,
      name: "MR-Egger",
      shortName: "MR-Egger",
      citation: Self.citation,
      doi: Self.doi,
      assumptions: [
        SharedAssumptions.relevance,
        SharedAssumptions.independence,
        SharedAssumptions.inside,
        SharedAssumptions.nome,
        SharedAssumptions.uncorrelated,
        SharedAssumptions.linearity,
      ],
      minimumVariants: 3
    )
  }

  static let citation =
    "Bowden J, Davey Smith G, Burgess S. Mendelian randomization with invalid instruments: effect estimation and "
    + "bias detection through Egger regression. International Journal of Epidemiology 2015;44:512–525."
  static let doi = "10.1093/ije/dyv080"

  package func estimate(
    _ variants: [HarmonisedVariant],
    context: EstimationContext
  ) throws(NotEstimated) -> CausalEstimate {
    let fit = try fit(variants)
    return CausalEstimate(
      method: .mrEgger,
      variantCount: variants.count,
      estimate: fit.slope,
      residualStandardError: fit.residualStandardError
    )
  }

  /// The whole fit; Rücker's Q′ and the intercept test are read from it.
  package struct Fit: Hashable, Sendable {
    /// The causal effect.
    package var slope: Estimate
    /// The average pleiotropic effect.
    package var intercept: Estimate
    /// Q′ = Σw(y − a − bx)².
    package var residualSumOfSquares: Double
    /// n − 2.
    package var degreesOfFreedom: Int

    /// σ̂ = √(Q′ / (n − 2)).
    package var residualStandardError: Double {
      (residualSumOfSquares / Double(degreesOfFreedom)).squareRoot()
    }
  }

  /// Fits the line.
  ///
  /// - Throws: `tooFewVariants` under 3, `equalExposureEffects` where no slope can be told from the
  ///   intercept, `notFinite` where the arithmetic fails.
  package func fit(_ variants: [HarmonisedVariant]) throws(NotEstimated) -> Fit {
    try requireEnough(variants)
    let effects = SummaryEffects(variants).orientedToPositiveExposure
    guard Self.differ(effects.x) else { throw NotEstimated(reason: .equalExposureEffects) }
    return try fit(RegressionWithIntercept(x: effects.x, y: effects.y, weights: effects.weights))
  }

  /// The estimates that a line with an intercept makes.
  ///
  /// - Throws: `notFinite` where the arithmetic fails.
  func fit(_ line: RegressionWithIntercept) throws(NotEstimated) -> Fit {
    let degreesOfFreedom = line.degreesOfFreedom
    let inflation = max(1, (line.residualSumOfSquares / Double(degreesOfFreedom)).squareRoot())
    let fit = Fit(
      slope: Inference.studentT(
        value: line.slope,
        standardError: line.slopeStandardError * inflation,
        degreesOfFreedom: degreesOfFreedom
      ),
      intercept: Inference.studentT(
        value: line.intercept,
        standardError: line.interceptStandardError * inflation,
        degreesOfFreedom: degreesOfFreedom
      ),
      residualSumOfSquares: line.residualSumOfSquares,
      degreesOfFreedom: degreesOfFreedom
    )
    guard fit.slope.isUsable, fit.intercept.isUsable else { throw NotEstimated(reason: .notFinite) }
    return fit
  }

  /// Whether the sizes differ by more than the rounding of their last digits.
  static func differ(_ sizes: [Double]) -> Bool {
    guard let smallest = sizes.min(), let largest = sizes.max() else { return false }
    return largest - smallest > 1e-12 * largest
  }
}
