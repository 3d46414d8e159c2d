import Statistics
import StudyModel

/// The radial view of ratio estimates: each variant is a point at √W (abscissa) and r√W (ordinate), r = y/x, W the
/// inverse of what the ratio's variance is taken to be (Bowden et al. 2018).
package struct RadialWeights: Hashable, Sendable {
  /// What the variance of a ratio is taken to be.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// σy²/x².
    case firstOrder
    /// σy²/x² + y²σx²/x⁴.
    case secondOrder
    /// (σy² + b²σx²)/x², b the method's estimate under first-order weights, in one step.
    case modifiedSecondOrder
  }

  /// r of each variant.
  package let ratios: [Double]
  /// √W of each variant.
  package let roots: [Double]

  /// - Parameter slope: b of the modified weights; of no consequence to the others.
  package init(_ effects: SummaryEffects, kind: Kind, slope: Double = 0) {
    ratios = effects.x.indices.map { effects.y[$0] / effects.x[$0] }
    roots = effects.x.indices.map { index in
      let size = abs(effects.x[index])
      let ofY = effects.yError[index] / size
      let share =
        switch kind {
        case .firstOrder: 0.0
        case .secondOrder: effects.y[index] / effects.x[index]
        case .modifiedSecondOrder: slope
        }
      let ofX = share * effects.xError[index] / size
      return 1 / (ofY * ofY + ofX * ofX).squareRoot()
    }
  }

  /// r√W of each variant.
  package var ordinates: [Double] { zip(ratios, roots).map { $0 * $1 } }

  /// Names of the variants whose share of Q is too large for chance: p on χ² with one degree of freedom below
  /// level/n.
  ///
  /// - Parameter contributions: to Q, in the order of the variants.
  static func outliers(
    _ variants: [HarmonisedVariant],
    contributions: [Double],
    significanceLevel: Double
  ) -> [Bool] {
    let chiSquared = ChiSquaredDistribution(degreesOfFreedom: 1)
    let level = significanceLevel / Double(variants.count)
    return contributions.map { chiSquared.upperTail($0).value < level }
  }
}

extension EstimateDetails {
  /// What a radial regression says beside its slope.
  init(
    radial test: HeterogeneityTest,
    variants: [HarmonisedVariant],
    isOutlier: [Bool],
    intercept: Estimate? = nil
  ) {
    let names = variants.map(\.variant.id)
    self.init(
      intercept: intercept,
      heterogeneity: test,
      validVariants: zip(names, isOutlier).filter { !$1 }.map(\.0),
      invalidVariants: zip(names, isOutlier).filter { $1 }.map(\.0)
    )
  }
}
