import Statistics
import Testing

/// The known answers that accompany Random123 (Salmon et al. 2011) for Philox4x32-10.
@Suite struct PhiloxTests {
  @Test func zeroCounterAndKey() {
    let block = Philox4x32.block(counter: SIMD4(repeating: 0), key: SIMD2(repeating: 0))
    #expect(block == SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
  }

  @Test func allBitsSet() {
    let block = Philox4x32.block(counter: SIMD4(repeating: .max), key: SIMD2(repeating: .max))
    #expect(block == SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
  }
}
