import CPhilox

/// The counter-based generator Philox4x32-10 (Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy
/// as 1, 2, 3", SC '11, doi 10.1145/2063384.2063405): a keyed bijection of 128-bit counters, so that any
/// block of any stream can be computed by itself, in any order, on any thread.
package enum Philox4x32 {
  /// Ten rounds on one counter.
  package static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    // Scalars, not vectors: the rounds mix lanes, and a shuffle costs more than the four multiplications.
    var (c0, c1, c2, c3) = (counter.x, counter.y, counter.z, counter.w)
    var (k0, k1) = (key.x, key.y)
    for _ in 0..<10 {
      let first = UInt64(c0) &* 0xD251_1F53
      let second = UInt64(c2) &* 0xCD9E_8D57
      c0 = UInt32(truncatingIfNeeded: second >> 32) ^ c1 ^ k0
      c1 = UInt32(truncatingIfNeeded: second)
      c2 = UInt32(truncatingIfNeeded: first >> 32) ^ c3 ^ k1
      c3 = UInt32(truncatingIfNeeded: first)
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
    }
    return SIMD4(c0, c1, c2, c3)
  }

  /// The words of that many blocks from `counter` on, each block's lower half before its upper: the same as `block` gives,
  /// several times as fast.
  ///
  /// - Parameter counter: its first word plus `blocks` is at most 2³², so that counting does not carry.
  static func fill(
    _ words: UnsafeMutablePointer<UInt64>,
    blocks: Int,
    counter: SIMD4<UInt32>,
    key: SIMD2<UInt32>
  ) {
    var (counter, key) = (counter, key)
    withUnsafeBytes(of: &counter) { counter in
      withUnsafeBytes(of: &key) { key in
        guard let counter = counter.baseAddress, let key = key.baseAddress else { return }
        philox_fill(
          words,
          blocks,
          counter.assumingMemoryBound(to: UInt32.self),
          key.assumingMemoryBound(to: UInt32.self)
        )
      }
    }
  }
}
