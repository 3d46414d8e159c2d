/// Σ wᵢ·exp(−(x − zᵢ)²/2) with its derivatives, x and z in bandwidths from the lowest value; four values at a time.
package struct KernelCurve: Sendable {
  /// f and the first three derivatives of ln f.
  package struct Shape: Sendable {
    /// f.
    package var height: Double
    /// (ln f)′, (ln f)″ and (ln f)‴, in bandwidths.
    package var slope: Double
    package var curvature: Double
    package var third: Double
  }

  private var places: [SIMD4<Double>] = []
  /// 0 where the last block is padded.
  private var weights: [SIMD4<Double>] = []
  private var count = 0
  private(set) var totalWeight = 0.0

  /// Of no values.
  package init() {}

  /// Takes the place of what was loaded before.
  ///
  /// - Parameters:
  ///   - points: in any order; weights ≥ 0.
  ///   - origin: where x is 0.
  package mutating func load(_ points: ArraySlice<WeightedValue>, from origin: Double, bandwidth: Double) {
    count = points.count
    totalWeight = 0
    places.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
    points.withUnsafeBufferPointer { points in
      for start in stride(from: 0, to: points.count, by: 4) {
        var place = SIMD4<Double>.zero
        var weight = SIMD4<Double>.zero
        for lane in 0..<min(4, points.count - start) {
          place[lane] = points[start + lane].value
          weight[lane] = points[start + lane].weight
          totalWeight += points[start + lane].weight
        }
        places.append((place - origin) / bandwidth)
        weights.append(weight)
      }
    }
  }

  /// Calls with the place and weight of each value.
  @inline(__always)
  func forEach(_ body: (Double, Double) -> Void) {
    for index in 0..<count { body(places[index >> 2][index & 3], weights[index >> 2][index & 3]) }
  }

  /// The derivatives are the cumulants of z − x under the weights wᵢ·exp(−(x − zᵢ)²/2), less 1 for the second.
  package func shape(at x: Double) -> Shape {
    var sums = (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
    places.withUnsafeBufferPointer { places in
      weights.withUnsafeBufferPointer { weights in
        for block in places.indices {
          let z = places[block] - x
          let mass = weights[block] * exponential(z * z * -0.5)
          let first = mass * z
          let second = first * z
          sums.0 += mass
          sums.1 += first
          sums.2 += second
          sums.3 += second * z
        }
      }
    }
    let height = Self.sum(sums.0)
    let m1 = Self.sum(sums.1) / height
    let m2 = Self.sum(sums.2) / height
    let m3 = Self.sum(sums.3) / height
    return Shape(
      height: height,
      slope: m1,
      curvature: m2 - m1 * m1 - 1,
      third: m3 - 3 * m1 * m2 + 2 * m1 * m1 * m1
    )
  }

  private static func sum(_ lanes: SIMD4<Double>) -> Double { (lanes.x + lanes.y) + (lanes.z + lanes.w) }
}
