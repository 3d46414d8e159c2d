import Foundation

/// The highest peak of a kernel density whose values lie together.
package struct KernelClump: Sendable {
  /// A maximum in the values' own unit, and Σ wᵢ·exp(−(x − vᵢ)²/2h²) there.
  package struct Peak: Sendable {
    package var place: Double
    package var height: Double
  }

  /// Heights closer than this are equal but for rounding.
  static let tie = 1 + 1e-12

  /// Nodes a bandwidth.
  private static let perBandwidth = 3.0
  private static let step = 1 / perBandwidth
  /// Nodes that a value reaches before and after the nearest one.
  private static let reach = 12
  private static let margin = reach + 1
  /// How far f can exceed its larger neighbouring node, and what is lost where the kernel is cut off.
  private static let lift = exp(step * step / 8)
  private static let cutOff = 7e-4
  /// exp(−z²/2) at the nodes −12 … 11 from the nearest one.
  private static let kernel: [SIMD4<Double>] = (0..<2 * reach / 4).map { block in
    SIMD4(
      (0..<4).map { lane in
        let z = Double(4 * block + lane - reach) * step
        return exp(-0.5 * z * z)
      }
    )
  }

  private var curve = KernelCurve()
  private var nodes: [Double] = []
  private let lastStep: Double

  /// With empty buffers.
  ///
  /// - Parameter lastStep: a step of Halley's iteration below it is the last, in bandwidths; the error left is about its
  ///   cube.
  package init(lastStep: Double = 1e-5) { self.lastStep = lastStep }

  /// The width, in bandwidths, up to which nodes all along cost no more than a sort.
  static func affordableWidth(count: Int) -> Double { 128 + 2 * Double(count) }

  /// Expects finite values within the range, a bandwidth > 0, and gaps that keep the range affordable.
  package mutating func peak(
    of points: ArraySlice<WeightedValue>,
    from lowest: Double,
    to highest: Double,
    bandwidth: Double
  ) -> Peak {
    layOut(points, from: lowest, to: highest, bandwidth: bandwidth)
    let highestNode = self.highestNode()
    var best = refine(highestNode)
    let neglected = Self.cutOff * curve.totalWeight
    for node in 1..<nodes.count - 1 where node != highestNode {
      let height = nodes[node]
      guard height * Self.lift + neglected > best.height, height > nodes[node - 1],
        height >= nodes[node + 1]
      else { continue }
      let other = refine(node)
      let isHigher = other.height > best.height * Self.tie
      let isFirstOfEqual = other.height * Self.tie >= best.height && other.place < best.place
      if isHigher || isFirstOfEqual { best = other }
    }
    return Peak(place: lowest + best.place * bandwidth, height: best.height)
  }

  /// The first step of `peak` by itself: places in the values' own unit, and Σ wᵢ·exp(−(x − vᵢ)²/2h²) there of the
  /// values whose nearest node lies at most 12 nodes after and 11 before. Expects what `peak` does.
  package mutating func heightsAtNodes(
    of points: ArraySlice<WeightedValue>,
    from lowest: Double,
    to highest: Double,
    bandwidth: Double
  ) -> [Peak] {
    layOut(points, from: lowest, to: highest, bandwidth: bandwidth)
    return nodes.enumerated().map { node, height in
      Peak(place: lowest + Double(node - Self.margin) * Self.step * bandwidth, height: height)
    }
  }

  private mutating func layOut(
    _ points: ArraySlice<WeightedValue>,
    from lowest: Double,
    to highest: Double,
    bandwidth: Double
  ) {
    curve.load(points, from: lowest, bandwidth: bandwidth)
    layOut(width: (highest - lowest) / bandwidth)
  }

  /// Sums the kernels at the nodes, which stand at (index − margin)·step bandwidths from the lowest value.
  ///
  /// exp(−(kδ − u)²/2) = exp(−u²/2)·exp(uδ)ᵏ·exp(−(kδ)²/2): a value's distance u from its nearest node enters
  /// by two exponentials of small arguments (their series below err by 5e-12 and 4e-13), the rest are products.
  /// A kernel errs by at most 4.4e-12 of itself at its top and, k reaching 12, by 8.5e-12 at its ends.
  private mutating func layOut(width: Double) {
    let count = Int(width * Self.perBandwidth) + 2 + 2 * Self.margin
    nodes.removeAll(keepingCapacity: true)
    nodes.append(contentsOf: repeatElement(0, count: count))
    nodes.withUnsafeMutableBytes { nodes in
      Self.kernel.withUnsafeBufferPointer { kernel in
        curve.forEach { z, weight in
          let nearest = Int(z * Self.perBandwidth + 0.5)
          let u = z - Double(nearest) * Self.step
          let s = 0.5 * u * u
          let v = u * Self.step
          let q = 1 + v * (1 + v * (1 / 2 + v * (1 / 6 + v * (1 / 24 + v * (1 / 120 + v / 720)))))
          let q2 = q * q
          let q4 = q2 * q2
          let q8 = q4 * q4
          let top = weight * (1 - s * (1 - s * (1 / 2 - s * (1 / 6 - s / 24))))
          var product = top / (q8 * q4) * SIMD4(1, q, q2, q2 * q)
          var offset = (nearest + Self.margin - Self.reach) * MemoryLayout<Double>.stride
          for block in kernel {
            let sum = nodes.loadUnaligned(fromByteOffset: offset, as: SIMD4<Double>.self) + block * product
            nodes.storeBytes(of: sum, toByteOffset: offset, as: SIMD4<Double>.self)
            product *= q4
            offset += MemoryLayout<SIMD4<Double>>.stride
          }
        }
      }
    }
  }

  private func highestNode() -> Int {
    var best = 1
    for node in 1..<nodes.count - 1 where nodes[node] > nodes[best] { best = node }
    return best
  }

  /// The local maximum of the exact curve beside a node that is a local maximum of the nodes, in bandwidths from
  /// the lowest value.
  private func refine(_ node: Int) -> Peak {
    let centre = Double(node - Self.margin) * Self.step
    let bend = nodes[node - 1] - 2 * nodes[node] + nodes[node + 1]
    let vertex = bend < 0 ? 0.5 * Self.step * (nodes[node - 1] - nodes[node + 1]) / bend : 0
    let found = climb(from: centre + vertex, within: (centre - Self.step)...(centre + Self.step))
    return Self.mayHideAnother(found.shape) ? searchBeside(found.peak, found.shape) : found.peak
  }

  /// Whether a second peak may stand within two nodes, where the nodes need not show it: between the two the slope
  /// c₂t + c₃t²/2 + … of ln f would have to vanish again. The summand covers the orders left out.
  private static func mayHideAnother(_ shape: KernelCurve.Shape) -> Bool {
    shape.curvature > -(abs(shape.third) * step + 0.05)
  }

  /// Looks closely, on the side to which the curve bends least, for where it rises again.
  private func searchBeside(_ peak: Peak, _ shape: KernelCurve.Shape) -> Peak {
    let direction: Double = shape.third < 0 ? -1 : 1
    for offset in 1...8 {
      let place = peak.place + direction * Double(offset) * Self.step / 4
      guard curve.shape(at: place).slope * direction > 0 else { continue }
      let beyond = place + direction * Self.step
      let other = climb(from: place, within: min(place, beyond)...max(place, beyond)).peak
      return other.height > peak.height * Self.tie ? other : peak
    }
    return peak
  }

  /// Halley's iteration on the slope of ln f (cubic convergence); bisection where ln f is not concave or a step
  /// would leave the bracket.
  private func climb(from start: Double, within range: ClosedRange<Double>) -> (
    peak: Peak, shape: KernelCurve.Shape
  ) {
    var (low, high) = (range.lowerBound, range.upperBound)
    var place = start
    var shape = curve.shape(at: place)
    var move = 0.0
    for _ in 0..<60 {
      if shape.slope > 0 { low = place } else { high = place }
      let denominator = 2 * shape.curvature * shape.curvature - shape.slope * shape.third
      var next = place - 2 * shape.slope * shape.curvature / denominator
      let isHalley = shape.curvature < 0 && next >= low && next <= high
      if !isHalley { next = 0.5 * (low + high) }
      move = next - place
      place = next
      if abs(move) < (isHalley ? lastStep : 1e-12) { break }
      shape = curve.shape(at: place)
      move = 0
    }
    // The last step is too short to be worth another look at the curve.
    let gain = move * (shape.slope + 0.5 * move * shape.curvature)
    return (Peak(place: place, height: shape.height * (1 + gain)), shape)
  }
}
