import StudyModel

/// Rücker's Q′ = Σw(y − a − bx)² about the MR-Egger line, on χ² with n − 2 degrees of freedom (Rücker et al.,
/// Biostatistics 2011;12:122–142; Bowden et al., Statistics in Medicine 2017;36:1783–1802).
package enum RuckersQ {
  /// Throws what `MREgger.fit` throws.
  package static func test(_ variants: [HarmonisedVariant]) throws(NotEstimated) -> HeterogeneityTest {
    let fit = try MREgger().fit(variants)
    return try HeterogeneityTest(
      method: .mrEgger,
      q: fit.residualSumOfSquares,
      degreesOfFreedom: fit.degreesOfFreedom
    )
  }
}
