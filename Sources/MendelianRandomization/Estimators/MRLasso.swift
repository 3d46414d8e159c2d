import Foundation
import Statistics
import StudyModel

/// MR-Lasso: every variant has an offset from the line, and a penalty sets most of them to 0; IVW of the variants whose
/// offset is 0 (Slob & Burgess 2020; Rees et al. 2019).
///
/// The penalty is chosen by the heterogeneity stopping rule of MendelianRandomization 0.10: from the smallest on, the first
/// whose next larger neighbour has a residual standard error above 1 that exceeds its own by more than the 95 % quantile of
/// χ² with one degree of freedom over the number of valid variants.
package struct MRLasso: Estimator {
  package init() {}

  package func estimate(
    _ variants: [HarmonisedVariant],
    context: EstimationContext
  ) throws(NotEstimated) -> CausalEstimate {
    try requireEnough(variants)
    let effects = SummaryEffects(variants)
    let path = try LassoPath(effects)
    guard let step = Self.chosen(path.steps) else { throw NotEstimated(reason: .noVariantLeft) }
    let names = variants.map(\.variant.id)
    let line = effects.line(of: step.isValid)
    var result = InverseVarianceWeighted.estimate(line, model: .randomEffects)
    result.method = .mrLasso
    result.variantCount = variants.count
    result.details = EstimateDetails(
      validVariants: zip(names, step.isValid).filter { $1 }.map(\.0),
      invalidVariants: zip(names, step.isValid).filter { !$1 }.map(\.0),
      tuning: step.lambda
    )
    return result
  }

  /// The step that the stopping rule ends at; nil where no step has two valid variants.
  private static func chosen(_ descending: [LassoPath.Step]) -> LassoPath.Step? {
    let steps = Array(descending.reversed())
    guard let first = steps.firstIndex(where: { $0.validCount > 1 }) else { return nil }
    let quantile = NormalDistribution.quantile(0.975)
    let limit = quantile * quantile
    let stop = steps.indices.dropLast().first { index in
      let (next, own) = (steps[index + 1], steps[index])
      return next.residualStandardError > 1
        && next.residualStandardError - own.residualStandardError > limit / Double(next.validCount)
    }
    return steps[max(stop ?? steps.count - 1, first)]
  }
}

/// The offsets of the variants from the largest penalty, which leaves none, downwards.
private struct LassoPath {
  struct Step {
    var lambda: Double
    var isValid: [Bool]
    var validCount: Int
    /// Of the weighted regression of the valid variants; 0 under two.
    var residualStandardError: Double
  }

  private(set) var steps: [Step] = []

  /// glmnet's defaults, whose path decides where the stopping rule begins.
  private static let length = 100
  private static let smallestRatio = 1e-4
  private static let leastSteps = 5
  private static let leastGain = 1e-5
  private static let mostExplained = 0.999

  /// - Throws: `notFinite` where the arithmetic fails, `noSpread` where all variants lie on one line.
  init(_ effects: SummaryEffects) throws(NotEstimated) {
    let (n, weights) = (effects.count, effects.weights)
    let roots = weights.map { $0.squareRoot() }
    let size = sum(n) { weights[$0] * effects.x[$0] * effects.x[$0] }
    let line = RegressionThroughOrigin(x: effects.x, y: effects.y, weights: weights)
    let direction = (0..<n).map { roots[$0] * effects.x[$0] / size.squareRoot() }
    let penalties = Self.columnSizes(direction, roots)
    // The columns' products with the part of the outcome that the line does not explain.
    let products = (0..<n).map { weights[$0] * (effects.y[$0] - line.slope * effects.x[$0]) }
    let largest = zip(products, penalties).map { abs($0) / ($1 * Double(n)) }.max() ?? 0
    guard largest.isFinite, penalties.allSatisfy({ $0 > 0 }) else { throw NotEstimated(reason: .notFinite) }
    guard largest > 0, line.residualSumOfSquares > 0 else { throw NotEstimated(reason: .noSpread) }
    var slope = line.slope
    var explained = 0.0
    for place in 0..<Self.length {
      let lambda = largest * pow(Self.smallestRatio, Double(place) / Double(Self.length - 1))
      guard
        let fit = LassoOffsets(
          x: effects.x,
          y: effects.y,
          weights: weights,
          penalties: penalties,
          lambda: place == 0 ? largest * Double(n) * (1 + 1e-12) : lambda * Double(n),
          start: slope
        )
      else { throw NotEstimated(reason: .notConverged) }
      slope = fit.slope
      steps.append(Self.step(effects, lambda, fit.offsets.map { $0 == 0 }))
      let rest = sum(n) { index in
        let residual = effects.y[index] - slope * effects.x[index] - fit.offsets[index]
        return weights[index] * residual * residual
      }
      let now = 1 - rest / line.residualSumOfSquares
      if place + 1 >= Self.leastSteps, now - explained < Self.leastGain * now || now > Self.mostExplained {
        break
      }
      explained = now
    }
  }

  /// Root mean squares of the columns of (I − uuᵀ)diag(√w), u the direction of the exposure effects.
  private static func columnSizes(_ direction: [Double], _ roots: [Double]) -> [Double] {
    let n = Double(direction.count)
    return zip(direction, roots).map { u, root in root * (max(0, 1 - u * u) / n).squareRoot() }
  }

  private static func step(_ effects: SummaryEffects, _ lambda: Double, _ isValid: [Bool]) -> Step {
    let count = isValid.count { $0 }
    guard count > 1 else {
      return Step(lambda: lambda, isValid: isValid, validCount: count, residualStandardError: 0)
    }
    let line = effects.line(of: isValid)
    let error = (line.residualSumOfSquares / Double(line.degreesOfFreedom)).squareRoot()
    return Step(lambda: lambda, isValid: isValid, validCount: count, residualStandardError: error)
  }
}

extension SummaryEffects {
  /// The regression through 0 of those variants alone.
  fileprivate func line(of isIncluded: [Bool]) -> RegressionThroughOrigin {
    let places = isIncluded.indices.filter { isIncluded[$0] }
    return RegressionThroughOrigin(
      x: places.map { x[$0] },
      y: places.map { y[$0] },
      weights: places.map { weights[$0] }
    )
  }
}

extension MRLasso {
  package var description: MethodDescription {
    MethodDescription(
      id: .mrLasso,
      name: "MR-Lasso",
      shortName: "MR-Lasso",
      citation:
        "Slob EAW, Burgess S. A comparison of robust Mendelian randomization methods using summary data. Genetic "
        + "Epidemiology 2020;44:313–329.",
      doi: "10.1002/gepi.22295",
      assumptions: [
        SharedAssumptions.relevance,
        SharedAssumptions.independence,
        "More than half of the variants affect the outcome only through the exposure, and those that do not lie apart from "
          + "the line of the others.",
        SharedAssumptions.uncorrelated,
        SharedAssumptions.linearity,
      ],
      minimumVariants: 3,
      defaults: [
        "The penalty is chosen by the heterogeneity of the variants that it leaves.",
        "Standard errors are those of IVW of the variants that are left, with random effects; they do not know of the choice.",
      ]
    )
  }
}
