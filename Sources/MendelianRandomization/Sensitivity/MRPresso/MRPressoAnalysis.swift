import Statistics
import StudyModel

/// MR-PRESSO (Verbanck, Chen, Neale & Do, Nature Genetics 2018;50:693–698), its leave-one-out lines by closed
/// form: a global test of more scatter than chance gives; where that rejects, a test of each variant; where
/// that names outliers, how far they move the estimate.
package struct MRPressoAnalysis: Sendable {
  let settings: MRPressoSettings
  let significanceLevel: Double
  /// Keys the random streams, with the seed.
  let pair: PairID
  let seed: UInt64

  package init(settings: MRPressoSettings, significanceLevel: Double, pair: PairID, seed: UInt64) {
    self.settings = settings
    self.significanceLevel = significanceLevel
    self.pair = pair
    self.seed = seed
  }

  static let minimumVariants = 4

  /// The tests, or why there are none: `tooFewVariants` under 4, `notFinite` where the arithmetic fails.
  ///
  /// - Parameter variants: instruments whose exposure effect is not 0.
  package func analyse(_ variants: [HarmonisedVariant]) -> MRPresso {
    do throws(NotEstimated) {
      return try tests(variants)
    } catch {
      return MRPresso(notEstimated: error)
    }
  }

  private func tests(_ variants: [HarmonisedVariant]) throws(NotEstimated) -> MRPresso {
    guard variants.count >= Self.minimumVariants else {
      throw NotEstimated(
        reason: .tooFewVariants,
        needed: Self.minimumVariants,
        available: variants.count
      )
    }
    let lines = try LeaveOneOutLines(SummaryEffects(variants).orientedToPositiveExposure)
    let globalTest = PressoGlobalAnalysis(
      simulations: settings.simulations,
      significanceLevel: significanceLevel,
      key: key("global")
    ).test(lines)
    guard globalTest.assessment == .rejected else { return MRPresso(globalTest: globalTest) }

    let outlierTest = try PressoOutlierAnalysis(significanceLevel: significanceLevel).test(variants, lines)
    var presso = MRPresso(globalTest: globalTest, outlierTest: outlierTest)
    guard !presso.outliers.isEmpty else { return presso }
    do throws(NotEstimated) {
      presso.distortion = try distortion(lines, isOutlier: outlierTest.map(\.isOutlier))
    } catch {
      presso.distortionNotEstimated = error
    }
    return presso
  }

  private func distortion(
    _ lines: LeaveOneOutLines,
    isOutlier: [Bool]
  ) throws(NotEstimated) -> PressoDistortion {
    try PressoDistortionAnalysis(
      settings: settings,
      key: key("distortion"),
      rPackageKey: key("distortion_r_package")
    ).distortion(lines.effects, isOutlier: isOutlier)
  }

  private func key(_ purpose: String) -> StreamKey {
    StreamKey(seed: seed, names: [pair.rawValue, MethodID.mrPresso.rawValue, purpose])
  }
}
