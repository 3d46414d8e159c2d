/// What a family of random streams is keyed by: a seed and permanent names, never a thread or a place in a
/// queue.
package struct StreamKey: Hashable, Sendable {
  let words: SIMD2<UInt32>

  /// Hashes the seed and the names (FNV-1a, 64 bits, each name closed by a byte that no UTF-8 text holds),
  /// then mixes the bits with SplitMix64's finaliser. The hash is spelt out because Swift's own differs from
  /// run to run.
  package init(seed: UInt64, names: [String]) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func absorb(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for shift in stride(from: 0, to: 64, by: 8) { absorb(UInt8(truncatingIfNeeded: seed >> UInt64(shift))) }
    for name in names {
      for byte in name.utf8 { absorb(byte) }
      absorb(0xFF)
    }
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    hash ^= hash >> 31
    words = SIMD2(UInt32(truncatingIfNeeded: hash), UInt32(truncatingIfNeeded: hash >> 32))
  }
}

/// The random numbers of one simulation: a function of the key and the simulation's index alone.
package struct RandomStream: RandomNumberGenerator, Sendable {
  private let key: SIMD2<UInt32>
  private var counter: SIMD4<UInt32>
  private var spare: UInt64 = 0
  private var hasSpare = false

  /// The stream from its beginning.
  package init(_ key: StreamKey, simulation: UInt64) {
    self.key = key.words
    counter = SIMD4(
      0,
      0,
      UInt32(truncatingIfNeeded: simulation),
      UInt32(truncatingIfNeeded: simulation >> 32)
    )
  }

  /// 64 bits: half a block of the generator, the lower half first.
  package mutating func next() -> UInt64 {
    if hasSpare {
      hasSpare = false
      return spare
    }
    let block = Philox4x32.block(counter: counter, key: key)
    counter.x &+= 1
    if counter.x == 0 { counter.y &+= 1 }
    spare = UInt64(block.w) << 32 | UInt64(block.z)
    hasSpare = true
    return UInt64(block.y) << 32 | UInt64(block.x)
  }

  /// Fills the buffer with what `next` would give, one after the other.
  mutating func fill(_ words: UnsafeMutableBufferPointer<UInt64>) {
    var index = 0
    if hasSpare && !words.isEmpty {
      words[0] = next()
      index = 1
    }
    let blocks = (words.count - index) / 2
    if let base = words.baseAddress, blocks > 0, blocks <= Int(UInt32.max - counter.x) {
      Philox4x32.fill(base + index, blocks: blocks, counter: counter, key: key)
      counter.x += UInt32(blocks)
      index += 2 * blocks
    }
    while index < words.count {
      words[index] = next()
      index += 1
    }
  }

  /// Uniform in (0, 1), never 0 nor 1: 52 bits, each cell represented by its middle.
  package mutating func nextUniform() -> Double { Self.uniform(next()) }

  static func uniform(_ bits: UInt64) -> Double { (Double(bits >> 12) + 0.5) * 0x1p-52 }

  /// Fills the buffer with draws from 0 ..< `bound`, each with probability 1/bound to within 2⁻⁶⁴.
  ///
  /// - Parameter bound: at least 1.
  package mutating func fill(_ buffer: inout [Int], below bound: Int) {
    let bound = UInt64(bound)
    buffer.withUnsafeMutableBufferPointer { buffer in
      buffer.withMemoryRebound(to: UInt64.self) { words in
        fill(words)
        for index in 0..<words.count { words[index] = words[index].multipliedFullWidth(by: bound).high }
      }
    }
  }
}
