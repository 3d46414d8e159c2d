import Statistics
import StudyModel

/// MR-Egger whose dilution by error in the exposure effects is extrapolated away (Bowden, Del Greco M, Minelli, Davey
/// Smith, Sheehan & Thompson 2016): error is added to x in steps of ζ = 0.5, 1, 1.5, 2 times its variance, and the mean slope
/// is continued to ζ = −1 along a parabola (Cook & Stefanski, JASA 1994;89:1314–1328).
///
/// The variance is continued in the same way from (model variance − variance of the draws) at every ζ (Stefanski & Cook,
/// JASA 1995;90:1247–1256). Slope and intercept are tested by t with n − 2 degrees of freedom.
package struct MREggerSIMEX: Estimator {
  /// From where on the uncorrected estimate stands.
  package static let threshold = 0.9

  package init() {}

  /// - Throws: `correctionNotNeeded` where I²GX (weighted) is 0.9 or more, `dilutionNotEstimable` where it is 0,
  ///   `equalExposureEffects`, `notFinite`, as where the continued variance is not above 0.
  package func estimate(
    _ variants: [HarmonisedVariant],
    context: EstimationContext
  ) throws(NotEstimated) -> CausalEstimate {
    let fit = try MREgger().fit(variants)
    let heterogeneity = ISquaredGX.analyse(variants)
    guard let share = heterogeneity.weighted else {
      throw heterogeneity.notEstimated ?? NotEstimated(reason: .notFinite)
    }
    guard share < Self.threshold else { throw NotEstimated(reason: .correctionNotNeeded) }
    guard share > 0 else { throw NotEstimated(reason: .dilutionNotEstimable) }
    let effects = SummaryEffects(variants).orientedToPositiveExposure
    let key = StreamKey(seed: context.seed, names: [context.pair.rawValue, MethodID.mrEggerSIMEX.rawValue])
    let simulation = DilutionSimulation(effects, draws: context.bootstrapDraws, key: key)
    let slope = simulation.extrapolated(\.slope)
    guard slope.variance > 0 else { throw NotEstimated(reason: .notFinite) }
    let intercept = simulation.extrapolated(\.intercept)
    return CausalEstimate(
      method: .mrEggerSIMEX,
      variantCount: variants.count,
      estimate: Inference.studentT(
        value: slope.value,
        standardError: slope.variance.squareRoot(),
        degreesOfFreedom: fit.degreesOfFreedom
      ),
      residualStandardError: fit.residualStandardError,
      monteCarlo: MonteCarlo(
        draws: context.bootstrapDraws,
        standardErrorOfStandardError: slope.varianceError / (2 * slope.variance.squareRoot()),
        standardErrorOfEstimate: slope.valueError
      ),
      details: EstimateDetails(
        intercept: intercept.variance > 0
          ? Inference.studentT(
            value: intercept.value,
            standardError: intercept.variance.squareRoot(),
            degreesOfFreedom: fit.degreesOfFreedom
          ) : nil,
        iSquaredGx: share
      )
    )
  }
}

extension MREggerSIMEX {
  package var description: MethodDescription {
    var assumptions = MREgger().description.assumptions
    assumptions.removeAll { $0 == SharedAssumptions.nome }
    return MethodDescription(
      id: .mrEggerSIMEX,
      name: "MR-Egger, SIMEX-corrected",
      shortName: "MR-Egger SIMEX",
      citation:
        "Bowden J, Del Greco M F, Minelli C, Davey Smith G, Sheehan NA, Thompson JR. Assessing the suitability of summary "
        + "data for two-sample Mendelian randomization analyses using MR-Egger regression: the role of the I² statistic. "
        + "International Journal of Epidemiology 2016;45:1961–1974.",
      doi: "10.1093/ije/dyw220",
      assumptions: assumptions + [
        "The dilution of MR-Egger grows with the error of the exposure effects along a parabola."
      ],
      minimumVariants: 3,
      defaults: [
        "Made only where I²GX is below 0.9.",
        "Error is added in steps of 0.5, 1, 1.5 and 2 times its variance; the parabola is continued to −1.",
      ]
    )
  }
}
