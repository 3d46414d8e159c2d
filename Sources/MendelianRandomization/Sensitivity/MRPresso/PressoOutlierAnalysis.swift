import Statistics
import StudyModel

/// The outlier test: does a variant lie farther from the line of the others than its standard errors allow?
///
/// The distance y − b₋ᵢ x has variance σy² + b₋ᵢ² σx² if b₋ᵢ is taken as known; the simulations of the R
/// package estimate the p that this normal gives.
package struct PressoOutlierAnalysis: Sendable {
  let significanceLevel: Double

  package init(significanceLevel: Double) { self.significanceLevel = significanceLevel }

  /// One row a variant, in their order.
  ///
  /// - Parameter lines: of the same variants.
  /// - Throws: `notFinite` where the arithmetic fails.
  package func test(
    _ variants: [HarmonisedVariant],
    _ lines: LeaveOneOutLines
  ) throws(NotEstimated) -> [PressoOutlierTest] {
    let effects = lines.effects
    let tests = variants.indices.map { index in
      let spread = lines.slopes[index] * effects.xError[index]
      let yError = effects.yError[index]
      return test(
        variants[index].variant.id,
        difference: effects.y[index] - lines.slopes[index] * effects.x[index],
        standardError: (yError * yError + spread * spread).squareRoot(),
        of: variants.count
      )
    }
    guard tests.allSatisfy({ $0.standardError.isFinite && $0.pValue.negativeLog10.isFinite }) else {
      throw NotEstimated(reason: .notFinite)
    }
    return tests
  }

  private func test(
    _ variant: String,
    difference: Double,
    standardError: Double,
    of count: Int
  ) -> PressoOutlierTest {
    let tail = NormalDistribution.twoSided(difference / standardError)
    let bonferroni = tail.scaled(by: Double(count))
    return PressoOutlierTest(
      variant: variant,
      difference: difference,
      standardError: standardError,
      pValue: PValue(tail),
      bonferroni: PValue(bonferroni),
      isOutlier: bonferroni.value < significanceLevel
    )
  }
}
