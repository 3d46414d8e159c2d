/// eˣ of four numbers at once, for x ≤ 0, within 3 ulp; below −700 it stays at e⁻⁷⁰⁰.
///
/// x = k·ln 2 + r with |r| ≤ ½·ln 2: e^r by its Taylor series to r¹², the power of two by its bits. A libm call
/// a lane would take most of a kernel density's time.
@inline(__always)
package func exponential(_ argument: SIMD4<Double>) -> SIMD4<Double> {
  let x = argument.replacing(with: -700, where: argument .< -700)
  // Adding 1.5·2⁵² rounds to an integer, which then stands in the low bits.
  let shifter = SIMD4<Double>(repeating: 0x1.8p52)
  let shifted = x * 0x1.71547652b82fep0 + shifter
  let k = shifted - shifter
  let r = x - k * 0x1.62e42fee00000p-1 - k * 0x1.a39ef35793c76p-33
  var series = SIMD4<Double>(repeating: 1 / 479_001_600)
  series = series * r + 1 / 39_916_800
  series = series * r + 1 / 3_628_800
  series = series * r + 1 / 362_880
  series = series * r + 1 / 40_320
  series = series * r + 1 / 5040
  series = series * r + 1 / 720
  series = series * r + 1 / 120
  series = series * r + 1 / 24
  series = series * r + 1 / 6
  series = series * r + 0.5
  series = series * r + 1
  series = series * r + 1
  let exponent = unsafeBitCast(shifted, to: SIMD4<UInt64>.self) &<< 52
  return unsafeBitCast(unsafeBitCast(series, to: SIMD4<UInt64>.self) &+ exponent, to: SIMD4<Double>.self)
}
