import StudyModel

/// The bias of IVW by weak instruments under overlap of the samples: of the bias that the observational association has
/// by confounding, the estimate takes over the share fraction/F (Burgess, Davies & Thompson, Genetic Epidemiology
/// 2016;40:597–608). Without overlap weak instruments bias towards the null, by about 1/F.
package enum OverlapBiasAnalysis {
  /// Nil where F is not above 0.
  ///
  /// - Parameters:
  ///   - meanF: corrected for winner's curse where it is known.
  ///   - fraction: of the smaller sample that is in the larger one too; nil where unknown.
  package static func bias(meanF: Double, fraction: Double?) -> OverlapBias? {
    guard meanF > 0, meanF.isFinite else { return nil }
    // F below 1 would take over more than all of the bias.
    let worst = min(1, 1 / meanF)
    return OverlapBias(
      fraction: fraction,
      meanF: meanF,
      relativeBias: fraction.map { $0 * worst },
      worstRelativeBias: worst
    )
  }
}
