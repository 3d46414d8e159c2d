/// What one side's variants explain, as Steiger's test compares it.
package struct SteigerSide: Hashable, Sendable {
  /// As estimated, noise included.
  package var rSquared: Double
  /// What r² would be on average without any association.
  package var noise: Double
  /// The same of variants that were chosen as these were: `noise` for a side that did not choose them.
  package var noiseGivenSelection: Double
  /// Of Fisher's z of r: 1/(n − 3) for a continuous trait; for a binary one the noise of one variant, which is the
  /// variance of r by the delta method and, r being small, of its z.
  package var variance: Double

  package init(rSquared: Double, noise: Double, noiseGivenSelection: Double? = nil, variance: Double) {
    self.rSquared = rSquared
    self.noise = noise
    self.noiseGivenSelection = noiseGivenSelection ?? noise
    self.variance = variance
  }

  /// r² less its noise, at least 0.
  package var corrected: Double { max(0, rSquared - noise) }
}
