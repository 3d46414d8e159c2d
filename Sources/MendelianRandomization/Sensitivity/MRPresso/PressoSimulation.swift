import Statistics

/// What the residual sum of squares would be if every variant lay on the line of the others: draws
/// x* ~ N(x, σx), y* ~ N(b₋ᵢ x, σy), and fits the simulated variants' own leave-one-out lines.
package struct PressoSimulation: Sendable {
  /// x/σy, σx/σy and b₋ᵢ x/σy: with u = x*/σy and v = y*/σy the weights are gone from every sum.
  private let x: [Double]
  private let xError: [Double]
  private let y: [Double]

  /// Of the variants that the lines were fitted to.
  package init(_ lines: LeaveOneOutLines) {
    let effects = lines.effects
    let variants = 0..<effects.count
    x = variants.map { effects.x[$0] / effects.yError[$0] }
    xError = variants.map { effects.xError[$0] / effects.yError[$0] }
    y = variants.map { lines.slopes[$0] * effects.x[$0] / effects.yError[$0] }
  }

  /// The sums of those simulations. Each reads a random stream of its own, keyed by its index: any split of
  /// the range gives the same numbers. Linear in the number of variants.
  package func residualSums(_ simulations: Range<Int>, key: StreamKey) -> [Double] {
    let ziggurat = Ziggurat.shared
    var draws = [Double](repeating: 0, count: 2 * x.count)
    return simulations.map { simulation in
      var stream = RandomStream(key, simulation: UInt64(simulation))
      ziggurat.fill(&draws, from: &stream)
      return draws.withUnsafeMutableBufferPointer(residualSum)
    }
  }

  /// Turns 2n normals into u and v, alternating, and returns Σ (v − b₋ᵢ u)².
  private func residualSum(_ draws: inout UnsafeMutableBufferPointer<Double>) -> Double {
    var uu = 0.0
    var uv = 0.0
    for index in x.indices {
      let u = x[index] + xError[index] * draws[2 * index]
      let v = y[index] + draws[2 * index + 1]
      draws[2 * index] = u
      draws[2 * index + 1] = v
      uu += u * u
      uv += u * v
    }
    var total = 0.0
    for index in x.indices {
      let u = draws[2 * index]
      let v = draws[2 * index + 1]
      var (restUU, restUV) = (uu - u * u, uv - u * v)
      // Only one variant can hold more than half of Σu²: subtracting it would cost digits.
      if restUU < 0.5 * uu { (restUU, restUV) = Self.sums(draws, without: index) }
      let residual = v - u * (restUV / restUU)
      total += residual * residual
    }
    return total
  }

  private static func sums(
    _ draws: UnsafeMutableBufferPointer<Double>,
    without excluded: Int
  ) -> (uu: Double, uv: Double) {
    var uu = 0.0
    var uv = 0.0
    for index in 0..<draws.count / 2 where index != excluded {
      uu += draws[2 * index] * draws[2 * index]
      uv += draws[2 * index] * draws[2 * index + 1]
    }
    return (uu, uv)
  }
}
