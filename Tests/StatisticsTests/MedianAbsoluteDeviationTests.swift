import Foundation
import Statistics
import Testing

@Suite struct MedianAbsoluteDeviationTests {
  @Test func byHand() {
    #expect(MedianAbsoluteDeviation(of: [1, 2, 4, 8, 100]).value == 1.4826 * 3)
    #expect(MedianAbsoluteDeviation(of: [1, 2, 3, 4]).value == 1.4826)
  }

  @Test func degenerateSamples() {
    #expect(MedianAbsoluteDeviation(of: []).value.isNaN)
    #expect(MedianAbsoluteDeviation(of: [1, .nan]).value.isNaN)
    let equal = MedianAbsoluteDeviation(of: [2, 2, 2])
    #expect(equal.value == 0)
    #expect(equal.standardError == 0)
    #expect(MedianAbsoluteDeviation(of: [1, 2]).standardError.isFinite)
    #expect(MedianAbsoluteDeviation(of: [0, 0, 1, 1, 2, 2]).standardError.isFinite)
  }

  /// Normal, skewed and two-humped samples: the stated error is the spread over samples.
  @Test(arguments: 0..<3)
  func statedErrorIsTheSpreadOverSamples(_ shape: Int) {
    let results = (0..<200).map { sample in
      var stream = RandomStream(StreamKey(seed: 5, names: ["mad"]), simulation: UInt64(sample))
      return MedianAbsoluteDeviation(
        of: (0..<1000).map { _ in
          let normal = Ziggurat.shared.normal(&stream)
          return switch shape {
          case 0: normal
          case 1: -log(stream.nextUniform())
          default: normal + (stream.nextUniform() < 0.35 ? 4 : 0)
          }
        }
      )
    }
    let observed = StandardDeviation(of: results.map(\.value)).value
    // The spread of 200 values is known to 5 %, the densities behind each statement to some 10 %.
    #expect(abs(results.map(\.standardError).mean / observed - 1) < 0.25)
  }

  /// 36.7 % of the efficiency of the standard deviation under the normal (Rousseeuw & Croux 1993).
  @Test func efficiencyUnderTheNormal() {
    var stream = RandomStream(StreamKey(seed: 1, names: ["efficiency"]), simulation: 0)
    let many = MedianAbsoluteDeviation(of: (0..<200_000).map { _ in Ziggurat.shared.normal(&stream) })
    let reference = (1 / (2 * 0.3675) / 200_000).squareRoot()
    #expect(abs(many.standardError / reference - 1) < 0.1)
  }
}
