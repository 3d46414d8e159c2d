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

  /// The one table of layers.
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

  /// Fills the buffer with the draws that `normal` would give, one after the other, and faster: the stream's
  /// words are made first, many at a time, and lie where the draws will.
  package func fill(_ buffer: inout [Double], from stream: inout RandomStream) {
    buffer.withUnsafeMutableBufferPointer { buffer in
      buffer.withMemoryRebound(to: UInt64.self) { words in
        stream.fill(words)
        // A draw takes a word or more, so that no word is written over before it was read.
        var source = PreparedWords(words: words, stream: stream)
        edges.withUnsafeBufferPointer { edges in
          heights.withUnsafeBufferPointer { heights in
            for index in 0..<words.count {
              // Nearly every draw lies within its layer, and takes one word.
              if let x = source.within(edges) {
                words[index] = x.bitPattern
              } else {
                words[index] = Self.normal(&source, edges: edges, heights: heights).bitPattern
              }
            }
          }
        }
        stream = source.stream
      }
    }
  }

  /// One draw.
  package func normal(_ stream: inout RandomStream) -> Double {
    edges.withUnsafeBufferPointer { edges in
      heights.withUnsafeBufferPointer { heights in
        Self.normal(&stream, edges: edges, heights: heights)
      }
    }
  }

  /// Words that were made before, and those of the stream when they are used up.
  private struct PreparedWords: RandomNumberGenerator {
    let words: UnsafeMutableBufferPointer<UInt64>
    var stream: RandomStream
    private var place = 0

    init(words: UnsafeMutableBufferPointer<UInt64>, stream: RandomStream) {
      self.words = words
      self.stream = stream
    }

    mutating func next() -> UInt64 {
      guard place < words.count else { return stream.next() }
      defer { place += 1 }
      return words[place]
    }

    /// The draw of the next word where it lies within its layer; nil, and the word kept, where it does not.
    @inline(__always)
    mutating func within(_ edges: UnsafeBufferPointer<Double>) -> Double? {
      guard place < words.count else { return nil }
      let bits = words[place]
      let layer = Int(bits & 0x7F)
      let x = (Double(Int64(bitPattern: bits) >> 11) + 0.5) * 0x1p-52 * edges[layer]
      guard abs(x) < edges[layer + 1] else { return nil }
      place += 1
      return x
    }
  }

  @inline(__always)
  private static func normal<Source: RandomNumberGenerator>(
    _ source: inout Source,
    edges: UnsafeBufferPointer<Double>,
    heights: UnsafeBufferPointer<Double>
  ) -> Double {
    while true {
      let bits = source.next()
      let layer = Int(bits & 0x7F)
      // 53 signed bits over the layer's width: uniform in (−1, 1).
      let uniform = (Double(Int64(bitPattern: bits) >> 11) + 0.5) * 0x1p-52
      let x = uniform * edges[layer]
      if abs(x) < edges[layer + 1] { return x }
      if layer == 0 { return tail(&source, isNegative: uniform < 0) }
      let low = heights[layer]
      let high = heights[layer + 1]
      if low + RandomStream.uniform(source.next()) * (high - low) < exp(-0.5 * x * x) { return x }
    }
  }

  /// A draw beyond the base layer (Marsaglia 1964).
  @inline(never)
  private static func tail<Source: RandomNumberGenerator>(
    _ source: inout Source,
    isNegative: Bool
  ) -> Double {
    while true {
      let x = -log(RandomStream.uniform(source.next())) / tailStart
      let y = -log(RandomStream.uniform(source.next()))
      if 2 * y >= x * x { return isNegative ? -(tailStart + x) : tailStart + x }
    }
  }

  private static func density(_ x: Double) -> Double { exp(-0.5 * x * x) }
}
