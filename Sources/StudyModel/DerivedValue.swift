/// A number of an association that its file does not give, and what it was computed from.
package enum DerivedValue: String, CaseIterable, Codable, Hashable, Sendable {
  /// The logarithm of an odds or hazard ratio.
  case betaFromRatio = "beta_from_ratio"
  /// From the 95 % interval of β or of the ratio: its width over 2 × 1.96.
  case standardErrorFromInterval = "standard_error_from_interval"
  /// |β| over |z|, as given or as the normal quantile of p/2.
  case standardErrorFromP = "standard_error_from_p"
  /// β and its standard error from z, n and the allele frequency, in SD of the trait (Zhu et al., Nature Genetics
  /// 2016;48:481–487): β = z/√(2f(1−f)(n + z²)).
  case effectFromZ = "effect_from_z"
  /// From −log₁₀ p.
  case pFromLogarithm = "p_from_logarithm"
  /// 2Φ(−|β/σ|), where p is missing or printed as 0.
  case pFromEffect = "p_from_effect"
  /// Cases and controls together.
  case sampleSizeFromCounts = "sample_size_from_counts"
}
