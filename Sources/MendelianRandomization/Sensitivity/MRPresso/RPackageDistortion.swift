import Statistics

/// The simulations behind the distortion p of the R package MRPRESSO 1.0.
///
/// What the package compares with is a slope b* of all k outliers and n − 2k draws, with replacement, of the
/// other variants: it means to leave the outliers out, but strikes the last k places of a list that begins
/// with them. Of n ≤ 2k variants only the first n − k outliers are left, and every b* is the same.
package struct RPackageDistortion: Sendable {
  /// Of the outliers that stay, summed.
  private let fixedXX: Double
  private let fixedXY: Double
  /// Of the variants that are drawn from.
  private let xx: [Double]
  private let xy: [Double]
  private let drawnCount: Int
  private let all: Double
  private let observed: Double

  /// - Parameter isOutlier: true of at least one variant and false of at least one.
  package init(_ effects: SummaryEffects, isOutlier: [Bool]) {
    let weights = effects.weights
    func products(_ indices: [Int], _ other: [Double]) -> [Double] {
      indices.map { weights[$0] * effects.x[$0] * other[$0] }
    }
    let kept = isOutlier.indices.filter { !isOutlier[$0] }
    let outliers = isOutlier.indices.filter { isOutlier[$0] }
    let fixed = Array(outliers.prefix(kept.count))
    drawnCount = max(0, kept.count - outliers.count)
    (fixedXX, fixedXY) = (
      products(fixed, effects.x).compensatedSum(), products(fixed, effects.y).compensatedSum()
    )
    (xx, xy) = (products(kept, effects.x), products(kept, effects.y))
    all =
      (xy + products(outliers, effects.y)).compensatedSum()
      / (xx + products(outliers, effects.x)).compensatedSum()
    observed = Self.distortion(all: all, other: xy.compensatedSum() / xx.compensatedSum())
  }

  /// How many of those simulations distort more than the data do; each has a random stream of its own.
  package func exceedances(_ simulations: Range<Int>, key: StreamKey) -> Int {
    var drawn = [Int](repeating: 0, count: drawnCount)
    return simulations.count { simulation in
      var stream = RandomStream(key, simulation: UInt64(simulation))
      stream.fill(&drawn, below: xx.count)
      var (drawnXX, drawnXY) = (fixedXX, fixedXY)
      for index in drawn {
        drawnXX += xx[index]
        drawnXY += xy[index]
      }
      return Self.distortion(all: all, other: drawnXY / drawnXX) > observed
    }
  }

  private static func distortion(all: Double, other: Double) -> Double { abs((all - other) / other) }
}
