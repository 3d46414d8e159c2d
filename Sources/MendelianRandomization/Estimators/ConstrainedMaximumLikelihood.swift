import Foundation
import Statistics
import StudyModel

/// cML: the maximum-likelihood slope when K variants, whichever, may be invalid; K by the least Bayesian information
/// criterion, or all K averaged with weights exp(−BIC/2) (Xue, Shen & Pan 2021). See `ConstrainedLikelihood`.
///
/// The standard error of an average is Σw√(SE² + (b − b̄)²). With data perturbation, estimate and standard error are mean
/// and standard deviation over copies of the data to which errors were added once more.
package struct ConstrainedMaximumLikelihood: Estimator {
  package enum Choice: Hashable, Sendable {
    case leastCriterion
    case modelAverage
  }

  package let choice: Choice

  package init(_ choice: Choice) { self.choice = choice }

  /// - Throws: `sampleSizeUnknown` where the context has no sample size.
  package func estimate(
    _ variants: [HarmonisedVariant],
    context: EstimationContext
  ) throws(NotEstimated) -> CausalEstimate {
    try requireEnough(variants)
    guard let sampleSize = context.sampleSize, sampleSize > 1 else {
      throw NotEstimated(reason: .sampleSizeUnknown)
    }
    let effects = SummaryEffects(variants)
    let fits = try ConstrainedLikelihood(effects).fits(sampleSize: sampleSize)
    let best = Self.best(of: fits, sampleSize)
    let names = variants.map(\.variant.id)
    let details = EstimateDetails(
      validVariants: zip(names, best.isValid).filter { $1 }.map(\.0),
      invalidVariants: zip(names, best.isValid).filter { !$1 }.map(\.0),
      tuning: Double(best.invalidCount)
    )
    let plain = pooled(fits, sampleSize)
    guard let perturbations = context.cmlPerturbations else {
      return CausalEstimate(
        method: method,
        variantCount: variants.count,
        estimate: Inference.normal(value: plain.value, standardError: plain.standardError),
        details: details
      )
    }
    let key = StreamKey(seed: context.seed, names: [context.pair.rawValue, method.rawValue])
    let values = try perturbed(effects, sampleSize, draws: perturbations, key: key)
    let spread = StandardDeviation(of: values)
    return CausalEstimate(
      method: method,
      variantCount: variants.count,
      estimate: Inference.normal(value: values.mean, standardError: spread.value),
      monteCarlo: MonteCarlo(
        draws: perturbations,
        standardErrorOfStandardError: spread.standardError,
        standardErrorOfEstimate: spread.value / Double(perturbations).squareRoot()
      ),
      details: details
    )
  }

  private static func best(of fits: [ConstrainedLikelihood.Fit], _ sampleSize: Double)
    -> ConstrainedLikelihood.Fit
  {
    fits.dropFirst().reduce(fits[0]) { best, fit in
      fit.bayesianInformation(sampleSize: sampleSize) < best.bayesianInformation(sampleSize: sampleSize)
        ? fit : best
    }
  }

  private func pooled(
    _ fits: [ConstrainedLikelihood.Fit],
    _ sampleSize: Double
  ) -> (value: Double, standardError: Double) {
    let best = Self.best(of: fits, sampleSize)
    guard choice == .modelAverage else { return (best.slope, best.standardError) }
    let least = best.bayesianInformation(sampleSize: sampleSize)
    let weights = fits.map { exp(-0.5 * ($0.bayesianInformation(sampleSize: sampleSize) - least)) }
    let total = weights.compensatedSum()
    let value = sum(fits.count) { weights[$0] * fits[$0].slope } / total
    let error = sum(fits.count) { index in
      let distance = fits[index].slope - value
      let own = fits[index].standardError
      return weights[index] * (own * own + distance * distance).squareRoot()
    }
    return (value, error / total)
  }

  /// The estimates of perturbed copies, x* ~ N(x, σx) and y* ~ N(y, σy), each with a random stream of its own.
  private func perturbed(
    _ effects: SummaryEffects,
    _ sampleSize: Double,
    draws: Int,
    key: StreamKey
  ) throws(NotEstimated) -> [Double] {
    var values: [Double] = []
    var normals = [Double](repeating: 0, count: 2 * effects.count)
    for draw in 0..<max(2, draws) {
      var stream = RandomStream(key, simulation: UInt64(draw))
      Ziggurat.shared.fill(&normals, from: &stream)
      var copy = effects
      for index in effects.x.indices {
        copy.x[index] += effects.xError[index] * normals[2 * index]
        copy.y[index] += effects.yError[index] * normals[2 * index + 1]
      }
      values.append(pooled(try ConstrainedLikelihood(copy).fits(sampleSize: sampleSize), sampleSize).value)
    }
    return values
  }

  private var method: MethodID { choice == .modelAverage ? .cmlMA : .cmlBIC }
}

extension ConstrainedMaximumLikelihood {
  package var description: MethodDescription {
    let isAverage = choice == .modelAverage
    return MethodDescription(
      id: method,
      name: isAverage ? "cML, model average" : "cML, least BIC",
      shortName: isAverage ? "cML-MA" : "cML-BIC",
      citation:
        "Xue H, Shen X, Pan W. Constrained maximum likelihood-based Mendelian randomization robust to both correlated "
        + "and uncorrelated pleiotropic effects. American Journal of Human Genetics 2021;108:1251–1269.",
      doi: "10.1016/j.ajhg.2021.05.014",
      assumptions: [
        SharedAssumptions.relevance,
        SharedAssumptions.independence,
        "The largest group of variants that point to one effect consists of variants that affect the outcome only "
          + "through the exposure (plurality of valid instruments).",
        SharedAssumptions.uncorrelated,
        SharedAssumptions.linearity,
      ],
      minimumVariants: 3,
      defaults: [
        "From 0 to n − 2 variants may be invalid.",
        "The sample size of the criterion is that of the smaller sample.",
        "The minimum over all slopes is searched for, not only downhill of 0.",
      ]
    )
  }
}
