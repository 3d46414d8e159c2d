import Foundation

/// Standard normal draws by the ziggurat of Marsaglia & Tsang (J Stat Softw 2000;5(8)) with 128 layers and,
/// as Doornik advises ("An improved ziggurat method", 2005), a layer chosen by bits that the uniform does not
/// use.
package struct Ziggurat: Sendable {
  /// Right edges of the layers from the widest (the base, tail included) to 0, 129 of them.
  private let edges: [Double]
  /// exp(−x²/2) at the edges.
  private let heights: [Double]

  /// Where the tail begins, and the area of each layer, for 128 layers (Doornik 2005, table 1).
  private static let tailStart = 3.442619855899
  private static let layerArea = 9.91256303526217e-3

  package static let shared = Ziggurat()

  private init() {
    var edges = [Self.layerArea / Self.density(Self.tailStart), Self.tailStart]
    for layer in 2..<128 {
      let last = edges[layer - 1]
      edges.append((-2 * log(Self.layerArea / last + Self.density(last))).squareRoot())
    }
    edges.append(0)
    self.edges = edges
    heights = edges.map(Self.density)
  }

  /// Fills the buffer with draws. The loop stands here, beside `normal`, so that the compiler sees both.
  package func fill(_ buffer: inout [Double], from stream: inout RandomStream) {
    for index in buffer.indices { buffer[index] = normal(&stream) }
  }

  /// One draw.
  package func normal(_ stream: inout RandomStream) -> Double {
    while true {
      let bits = stream.next()
      let layer = Int(bits & 0x7F)
      // 53 signed bits over the layer's width: uniform in (−1, 1).
      let uniform = (Double(Int64(bitPattern: bits) >> 11) + 0.5) * 0x1p-52
      let x = uniform * edges[layer]
      if abs(x) < edges[layer + 1] { return x }
      if layer == 0 { return tail(&stream, isNegative: uniform < 0) }
      let low = heights[layer]
      let high = heights[layer + 1]
      if low + stream.nextUniform() * (high - low) < exp(-0.5 * x * x) { return x }
    }
  }

  /// A draw beyond the base layer (Marsaglia 1964).
  private func tail(_ stream: inout RandomStream, isNegative: Bool) -> Double {
    while true {
      let x = -log(stream.nextUniform()) / Self.tailStart
      let y = -log(stream.nextUniform())
      if 2 * y >= x * x { return isNegative ? -(Self.tailStart + x) : Self.tailStart + x }
    }
  }

  private static func density(_ x: Double) -> Double { exp(-0.5 * x * x) }
}
