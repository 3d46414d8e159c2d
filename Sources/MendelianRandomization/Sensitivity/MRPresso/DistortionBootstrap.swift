import Statistics

/// D% of the variants as they are and of resamples of them: n variants drawn with replacement, each keeping
/// its label as an outlier or none.
package struct DistortionBootstrap: Sendable {
  private let xx: [Double]
  private let xy: [Double]
  /// 1 for a variant that is no outlier, 0 for one that is.
  private let isKept: [Double]

  /// At most this many resamples are drawn for one simulation; with two variants left of any number, 60 % of
  /// resamples can be used, so that in practice two or three are.
  private static let mostAttempts = 1000

  /// - Parameter isOutlier: of each variant.
  package init(_ effects: SummaryEffects, isOutlier: [Bool]) {
    let weights = effects.weights
    xx = weights.indices.map { weights[$0] * effects.x[$0] * effects.x[$0] }
    xy = weights.indices.map { weights[$0] * effects.x[$0] * effects.y[$0] }
    isKept = isOutlier.map { $0 ? 0 : 1 }
  }

  /// Of the variants as they are; not finite where a slope is not, or is 0 without the outliers.
  package var percent: Double {
    func slope(_ kept: [Int]) -> Double {
      kept.map { xy[$0] }.compensatedSum() / kept.map { xx[$0] }.compensatedSum()
    }
    return Self.percent(all: slope(Array(xx.indices)), kept: slope(xx.indices.filter { isKept[$0] > 0 }))
  }

  /// Of those simulations, each with a random stream of its own, keyed by its index.
  ///
  /// A resample with fewer than two draws of variants that are no outliers, or without a finite D%, is drawn
  /// again from the same stream; NaN where that never ends.
  package func percents(_ simulations: Range<Int>, key: StreamKey) -> [Double] {
    var drawn = [Int](repeating: 0, count: xx.count)
    return simulations.map { simulation in
      var stream = RandomStream(key, simulation: UInt64(simulation))
      for _ in 0..<Self.mostAttempts {
        stream.fill(&drawn, below: drawn.count)
        let percent = percent(of: drawn)
        if percent.isFinite { return percent }
      }
      return .nan
    }
  }

  private func percent(of drawn: [Int]) -> Double {
    var (allXX, allXY, keptXX, keptXY, kept) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for index in drawn {
      allXX += xx[index]
      allXY += xy[index]
      keptXX += xx[index] * isKept[index]
      keptXY += xy[index] * isKept[index]
      kept += isKept[index]
    }
    return kept < 2 ? .nan : Self.percent(all: allXY / allXX, kept: keptXY / keptXX)
  }

  private static func percent(all: Double, kept: Double) -> Double { 100 * (all - kept) / abs(kept) }
}
