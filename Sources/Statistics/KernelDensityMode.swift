/// The place where Σ wᵢ·exp(−(x − vᵢ)²/2h²), a Gaussian kernel density of weighted values, is largest: of the
/// continuous curve, not of a grid.
///
/// The curve is laid out on nodes h/3 apart, each value reaching the 24 nearest. ln f(x) + x²/2h² is convex for a
/// sum of Gaussians of one width, so between nodes f exceeds the larger of its neighbours at most by the factor
/// exp((h/3)²/8h²): every local maximum of the nodes that this could lift to the top is refined on the exact
/// curve. Where the sample is too wide for nodes all along, it is cut where no kernel reaches, and each clump
/// that is heavy enough to hold the maximum is laid out by itself.
///
/// O(n), or O(n log n) for a wide sample. Keeps its buffers, so that a bootstrap need not allocate.
package struct KernelDensityMode: Sendable {
  private var clump: KernelClump

  /// A gap of so many bandwidths parts two clumps: the kernel is e⁻⁷² there.
  private static let gap = 12.0

  /// How near the maximum is found.
  package enum Accuracy: Sendable {
    /// To the rounding of doubles.
    case exact
    /// To 3e-5 bandwidths: of a bootstrap's draws, whose scatter is of the order of a bandwidth.
    case draw

    fileprivate var lastStep: Double { self == .exact ? 1e-5 : 0.03 }
  }

  /// With empty buffers; one value serves any number of samples.
  package init(_ accuracy: Accuracy = .exact) { clump = KernelClump(lastStep: accuracy.lastStep) }

  /// - Parameters:
  ///   - points: their order may change. Weights ≥ 0.
  ///   - bandwidth: h. At 0 the mode is the value of the greatest total weight.
  /// - Returns: of equally high maxima the smallest; NaN for no points, or where a number is not finite.
  package mutating func mode(of points: inout [WeightedValue], bandwidth: Double) -> Double {
    guard bandwidth >= 0, let first = points.first else { return .nan }
    var lowest = first.value
    var highest = first.value
    var total = 0.0
    for point in points {
      lowest = min(lowest, point.value)
      highest = max(highest, point.value)
      total += point.weight
    }
    guard lowest.isFinite, highest.isFinite, total.isFinite, total > 0 else { return .nan }
    let width = (highest - lowest) / bandwidth
    if lowest == highest { return lowest }
    if width <= KernelClump.affordableWidth(count: points.count) {
      return clump.peak(of: points[...], from: lowest, to: highest, bandwidth: bandwidth).place
    }
    points.sort { $0.value < $1.value }
    return bandwidth == 0 ? Self.heaviestValue(points) : modeOfClumps(points, bandwidth: bandwidth)
  }

  /// Expects sorted points.
  private mutating func modeOfClumps(_ points: [WeightedValue], bandwidth: Double) -> Double {
    var best = KernelClump.Peak(place: .nan, height: 0)
    var start = 0
    var weight = 0.0
    for index in points.indices {
      weight += points[index].weight
      let isLast = index + 1 == points.count
      guard isLast || points[index + 1].value - points[index].value > Self.gap * bandwidth else { continue }
      // No kernel is higher than 1.
      if weight > best.height {
        let found = clump.peak(
          of: points[start...index],
          from: points[start].value,
          to: points[index].value,
          bandwidth: bandwidth
        )
        if found.height > best.height * KernelClump.tie { best = found }
      }
      start = index + 1
      weight = 0
    }
    return best.place
  }

  /// Expects sorted points.
  private static func heaviestValue(_ points: [WeightedValue]) -> Double {
    var best = (value: Double.nan, weight: -Double.infinity)
    var index = 0
    while index < points.count {
      let value = points[index].value
      var weight = 0.0
      while index < points.count, points[index].value == value {
        weight += points[index].weight
        index += 1
      }
      if weight > best.weight { best = (value, weight) }
    }
    return best.value
  }
}
