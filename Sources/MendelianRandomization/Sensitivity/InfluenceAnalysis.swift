import Statistics
import StudyModel

/// How much each variant pulls the IVW line, from the weighted regression through the origin (Cook, Technometrics
/// 1977;19:15–18; Belsley, Kuh & Welsch, Regression Diagnostics, 1980).
package enum InfluenceAnalysis {
  /// One row a variant, in their order; none under 2 variants, nor where the variants lie on the line exactly or the
  /// arithmetic fails.
  package static func influence(_ variants: [HarmonisedVariant]) -> [VariantInfluence] {
    guard variants.count >= 2 else { return [] }
    let effects = SummaryEffects(variants)
    let weights = effects.weights
    let line = RegressionThroughOrigin(x: effects.x, y: effects.y, weights: weights)
    let df = Double(line.degreesOfFreedom)
    let variance = line.residualSumOfSquares / df
    let total = 1 / (line.slopeStandardError * line.slopeStandardError)
    guard variance > 0, variance.isFinite, total.isFinite else { return [] }
    let rows = variants.indices.map { index -> VariantInfluence in
      let leverage = weights[index] * effects.x[index] * effects.x[index] / total
      let residual = (effects.y[index] - line.slope * effects.x[index]) / effects.yError[index]
      let rest = 1 - leverage
      let cook = residual * residual * leverage / (variance * rest * rest)
      // σ̂² without the variant, by the identity (n − 1)σ̂² = (n − 2)σ̂₋ᵢ² + e²/(1 − h).
      let others = (line.residualSumOfSquares - residual * residual / rest) / (df - 1)
      let studentised = residual / (others * rest).squareRoot()
      return VariantInfluence(
        variant: variants[index].variant.id,
        cooksDistance: cook,
        studentisedResidual: df > 1 && studentised.isFinite ? studentised : nil,
        leverage: leverage,
        isInfluential: cook > 4 / Double(variants.count)
      )
    }
    return rows.allSatisfy { $0.cooksDistance.isFinite && $0.leverage.isFinite } ? rows : []
  }
}
