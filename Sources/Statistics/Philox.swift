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

  /// Four blocks side by side, of `counter` and the three that follow it: the same as `block` gives, in about
  /// half the time. Lane i belongs to counter + i.
  ///
  /// - Parameter counter: its first word is at most 2³² − 4, so that counting does not carry.
  static func fourBlocks(
    counter: SIMD4<UInt32>,
    key: SIMD2<UInt32>
  ) -> (x: SIMD4<UInt64>, y: SIMD4<UInt64>, z: SIMD4<UInt64>, w: SIMD4<UInt64>) {
    // Words stand in 64-bit lanes whose upper halves are 0: the product of two is then one instruction.
    typealias Words = SIMD4<UInt64>
    let low = Words(repeating: 0xFFFF_FFFF)
    var c0 = (Words(repeating: UInt64(counter.x)) &+ Words(0, 1, 2, 3)) & low
    var c1 = Words(repeating: UInt64(counter.y))
    var c2 = Words(repeating: UInt64(counter.z))
    var c3 = Words(repeating: UInt64(counter.w))
    var (k0, k1) = (key.x, key.y)
    for _ in 0..<10 {
      let first = (c0 & low) &* Words(repeating: 0xD251_1F53)
      let second = (c2 & low) &* Words(repeating: 0xCD9E_8D57)
      c0 = (second &>> 32) ^ c1 ^ Words(repeating: UInt64(k0))
      c1 = second & low
      c2 = (first &>> 32) ^ c3 ^ Words(repeating: UInt64(k1))
      c3 = first & low
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
    }
    return (c0, c1, c2, c3)
  }
}
