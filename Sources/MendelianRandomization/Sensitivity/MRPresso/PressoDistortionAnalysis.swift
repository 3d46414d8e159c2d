import Statistics
import StudyModel

/// The distortion D% = 100·(b − b′)/|b′|, b the IVW slope of all variants and b′ the slope without the
/// outliers, with a percentile bootstrap interval. Descriptive: the R package's p stands beside it only on
/// request, for it can hardly reject.
package struct PressoDistortionAnalysis: Sendable {
  let settings: MRPressoSettings
  let key: StreamKey
  let rPackageKey: StreamKey

  /// - Parameters:
  ///   - key: of the bootstrap's random streams.
  ///   - rPackageKey: of the streams behind the R package's p.
  package init(settings: MRPressoSettings, key: StreamKey, rPackageKey: StreamKey) {
    self.settings = settings
    self.key = key
    self.rPackageKey = rPackageKey
  }

  private static let confidenceLevel = 0.95

  /// - Parameter isOutlier: true of at least one variant.
  /// - Throws: `tooFewVariants` where fewer than two variants are left without the outliers, `notFinite` where a
  ///   slope without them is 0 or no number, of the variants as they are or of resamples that never end.
  package func distortion(
    _ effects: SummaryEffects,
    isOutlier: [Bool]
  ) throws(NotEstimated) -> PressoDistortion {
    let kept = isOutlier.count { !$0 }
    guard kept >= 2 else { throw NotEstimated(reason: .tooFewVariants, needed: 2, available: kept) }
    let bootstrap = DistortionBootstrap(effects, isOutlier: isOutlier)
    let draws = max(1, settings.simulations)
    let resampled = bootstrap.percents(0..<draws, key: key)
    guard bootstrap.percent.isFinite, resampled.allSatisfy(\.isFinite),
      let interval = PercentileInterval(of: resampled, level: Self.confidenceLevel)
    else { throw NotEstimated(reason: .notFinite) }
    let p = settings.rDistortionP ? rPackagePValue(effects, isOutlier, draws: draws) : nil
    return PressoDistortion(
      percent: bootstrap.percent,
      interval: ConfidenceInterval(
        lower: interval.lower,
        upper: interval.upper,
        level: Self.confidenceLevel
      ),
      lowerMonteCarloError: interval.lowerError,
      upperMonteCarloError: interval.upperError,
      draws: draws,
      rPackagePValue: p.map { PValue($0) },
      rPackagePValueMonteCarloError: p.map { ($0 * (1 - $0) / Double(draws)).squareRoot() }
    )
  }

  /// k/N, as the package computes it; 1/N where k is 0 and the package prints "<1/N".
  private func rPackagePValue(_ effects: SummaryEffects, _ isOutlier: [Bool], draws: Int) -> Double {
    let expected = RPackageDistortion(effects, isOutlier: isOutlier)
    return Double(max(1, expected.exceedances(0..<draws, key: rPackageKey))) / Double(draws)
  }
}
