import Statistics
import StudyModel

/// The numbers of harmonised variants as arrays, which is how the formulas read them: x the effects on the
/// exposure, y on the outcome, with their standard errors.
package struct SummaryEffects: Hashable, Sendable {
  package var x: [Double]
  package var xError: [Double]
  package var y: [Double]
  package var yError: [Double]

  /// Of each variant, in their order.
  package init(_ variants: [HarmonisedVariant]) {
    x = variants.map(\.exposure.beta)
    xError = variants.map(\.exposure.standardError)
    y = variants.map(\.outcome.beta)
    yError = variants.map(\.outcome.standardError)
  }

  /// Of variants.
  package var count: Int { x.count }

  /// 1/σy².
  package var weights: [Double] { yError.map { 1 / ($0 * $0) } }

  /// y/x of each variant.
  package var ratios: [Double] { x.indices.map { y[$0] / x[$0] } }

  /// A typical size of a slope: the median of |y/x| and σy/|x| over the variants; nil where that is not above 0.
  var slopeScale: Double? {
    let sizes = x.indices.map { max(abs(y[$0]), yError[$0]) / abs(x[$0]) }
    guard let scale = median(sizes), scale > 0, scale.isFinite else { return nil }
    return scale
  }

  /// Of the ratios y/x, to the second order: σy²/x² + y²σx²/x⁴.
  package var ratioVariances: [Double] {
    x.indices.map { index in
      // Divided before they are squared: x⁴ leaves the range of doubles long before the ratios do.
      let ofY = yError[index] / x[index]
      let ofX = y[index] / x[index] * (xError[index] / x[index])
      return ofY * ofY + ofX * ofX
    }
  }

  /// The same findings told of the allele that raises the exposure: every x ≥ 0, y turned with it.
  package var orientedToPositiveExposure: SummaryEffects {
    var oriented = self
    for index in x.indices where x[index] < 0 {
      oriented.x[index] = -x[index]
      oriented.y[index] = -y[index]
    }
    return oriented
  }
}
