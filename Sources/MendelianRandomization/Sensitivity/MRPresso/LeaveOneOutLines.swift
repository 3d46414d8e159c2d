import Statistics
import StudyModel

/// The effects, told of the allele that raises the exposure, and b₋ᵢ: the IVW slope without each variant.
package struct LeaveOneOutLines: Hashable, Sendable {
  package let effects: SummaryEffects
  /// b₋ᵢ of each variant, in their order.
  package let slopes: [Double]
  /// Σ w (y − b₋ᵢ x)², w = 1/σy².
  package let residualSum: Double

  /// - Throws: `notFinite` where a slope or the sum is no number.
  package init(_ effects: SummaryEffects) throws(NotEstimated) {
    let weights = effects.weights
    let lines = LeaveOneOutThroughOrigin(x: effects.x, y: effects.y, weights: weights)
    guard lines.whole.slope.isFinite else { throw NotEstimated(reason: .notFinite) }
    let slopes = (0..<effects.count).map { lines.without($0).slope }
    residualSum = sum(effects.count) { index in
      let residual = effects.y[index] - slopes[index] * effects.x[index]
      return weights[index] * residual * residual
    }
    guard residualSum.isFinite else { throw NotEstimated(reason: .notFinite) }
    self.effects = effects
    self.slopes = slopes
  }
}
