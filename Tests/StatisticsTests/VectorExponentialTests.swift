import Foundation
import Statistics
import Testing

@Suite struct VectorExponentialTests {
  /// The largest distance from libm's exp, itself good to less than one unit of the last place, in such units.
  private func largestError(_ arguments: [Double]) -> Double {
    var largest = 0.0
    for start in stride(from: 0, to: arguments.count, by: 4) {
      let lanes = (0..<4).map { arguments[min(start + $0, arguments.count - 1)] }
      let ours = exponential(SIMD4(lanes))
      for lane in 0..<4 {
        let reference = exp(lanes[lane])
        largest = max(largest, abs(ours[lane] - reference) / reference.ulp)
      }
    }
    return largest
  }

  @Test func overTheWholeRange() {
    var stream = RandomStream(StreamKey(seed: 1, names: ["exponential"]), simulation: 0)
    #expect(largestError((0..<200_000).map { _ in -700 * stream.nextUniform() }) <= 3)
    // A kernel density asks mostly for small arguments.
    #expect(largestError((0..<200_000).map { _ in -2 * stream.nextUniform() }) <= 3)
    #expect(largestError((0..<20_000).map { _ in -pow(10, -20 * stream.nextUniform()) }) <= 3)
  }

  /// Where k changes, |r| is largest: odd multiples of ½·ln 2, and their neighbours.
  @Test func atTheEdgesOfTheReduction() {
    let edges = stride(from: 1.0, to: 2019, by: 2).map { -$0 * 0.5 * M_LN2 }
    #expect(largestError(edges + edges.map(\.nextUp) + edges.map(\.nextDown)) <= 3)
    let multiples = (0..<1009).map { -Double($0) * M_LN2 }
    #expect(largestError(multiples + multiples.dropFirst().map(\.nextUp) + multiples.map(\.nextDown)) <= 3)
  }

  @Test func ends() {
    let ends = exponential(SIMD4(0, -0.0, -700, -.leastNonzeroMagnitude))
    #expect(ends[0] == 1 && ends[1] == 1 && ends[3] == 1)
    #expect(abs(ends[2] - exp(-700)) <= 3 * exp(-700).ulp)
    // Below −700 it stays.
    #expect(
      exponential(SIMD4(-700.000001, -1e9, -.greatestFiniteMagnitude, -.infinity))
        == SIMD4(repeating: ends[2])
    )
  }

  @Test func lanesDoNotMix() {
    let one = exponential(SIMD4(-1, -2, -3, -4))
    let other = exponential(SIMD4(-4, -1, -700, -2))
    #expect(one[0] == other[1] && one[1] == other[3] && one[3] == other[0])
  }
}
