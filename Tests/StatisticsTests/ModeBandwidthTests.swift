import Foundation
import Statistics
import Testing

@Suite struct ModeBandwidthTests {
  private func bandwidth(_ values: [Double], factor: Double = 1) -> Double {
    var bandwidth = ModeBandwidth(factor: factor)
    return bandwidth(values.map { WeightedValue(value: $0, weight: 1) })
  }

  @Test func byHand() {
    // SD = √2.5; the distances 2 1 0 1 2 from the median 3 have the median 1.
    let reference = 0.9 * 1.4826 / pow(5, 0.2)
    #expect(abs(bandwidth([5, 1, 4, 2, 3]) - reference) < 1e-15)
    #expect(abs(bandwidth([5, 1, 4, 2, 3], factor: 0.5) - reference / 2) < 1e-15)
    // SD = 1 is the smaller here, 1.4826·MAD being 1.4826·0.866….
    let pair = bandwidth([-0.5.squareRoot(), 0.5.squareRoot()])
    #expect(abs(pair - 0.9 / pow(2, 0.2)) < 1e-15)
  }

  @Test func equalValuesKeepTheirRoundingAsWidth() {
    #expect(bandwidth([3, 3, 3]) == 3e-12)
    #expect(bandwidth([0, 0, 0, 1]) == 0)
    #expect(bandwidth([1]).isNaN)
    #expect(bandwidth([1, .infinity, 2]).isNaN)
  }

  /// 0.9·min(SD, 1.4826·MAD)·n^(−1/5) spelt out.
  @Test(arguments: [2, 3, 17, 40, 501])
  func isTheSmallerSpreadOfAnySample(_ count: Int) {
    var stream = RandomStream(StreamKey(seed: 8, names: ["bandwidth"]), simulation: UInt64(count))
    let sample = (0..<count).map { _ in Ziggurat.shared.normal(&stream) }
    let spread = min(StandardDeviation(of: sample).value, MedianAbsoluteDeviation(of: sample).value)
    #expect(isClose(bandwidth(sample), 0.9 * spread / pow(Double(count), 0.2), relative: 1e-13))
  }
}
