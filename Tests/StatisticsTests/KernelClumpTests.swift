import Foundation
import Statistics
import Testing

@Suite struct KernelClumpTests {
  private func range(_ points: [WeightedValue]) -> (lowest: Double, highest: Double) {
    let values = points.map(\.value)
    return (values.min() ?? 0, values.max() ?? 0)
  }

  private func nodes(_ points: [WeightedValue], _ bandwidth: Double) -> [KernelClump.Peak] {
    var clump = KernelClump()
    let (lowest, highest) = range(points)
    return clump.heightsAtNodes(of: points[...], from: lowest, to: highest, bandwidth: bandwidth)
  }

  /// Against the direct sum of the kernels that reach a node. The expansion errs by at most 8.5e-12 of each kernel, as
  /// `layOut` derives from the first terms that its series leave out; all terms are positive, so that their sum errs
  /// by no larger share.
  @Test(arguments: [1, 2, 9, 80, 500], [0.11, 0.5, 1.3])
  func theExpansionIsTheDirectSumOfWhatReachesANode(_ count: Int, _ bandwidth: Double) {
    for seed in UInt64(1)...5 {
      let points = KernelSamples.twoClumps(seed, count: count)
      let lowest = range(points).lowest
      for (index, node) in nodes(points, bandwidth).enumerated() {
        let reaching = points.filter { point in
          let nearest = Int((point.value - lowest) / bandwidth * 3 + 0.5) + 13
          return (nearest - 12...nearest + 11).contains(index)
        }
        let reference = KernelSamples.moment(0, reaching, node.place, bandwidth)
        #expect(abs(node.height - reference) <= 1e-11 * reference, "seed \(seed), node \(index)")
      }
    }
  }

  /// What is cut off: less than e^(−(11½/3)²/2) = 6.5e-4 of each weight.
  @Test(arguments: [9, 500])
  func lessThanTheStatedShareIsCutOff(_ count: Int) {
    let points = KernelSamples.twoClumps(3, count: count)
    let total = points.map(\.weight).compensatedSum()
    for node in nodes(points, 0.2) {
      let missing = KernelSamples.moment(0, points, node.place, 0.2) - node.height
      #expect(missing > -1e-11 * total && missing < 7e-4 * total)
    }
  }

  /// The error is largest where a value lies half-way between two nodes.
  @Test func theExpansionHoldsHalfWayBetweenNodes() {
    for offset in [1 / 6.0 - 1e-9, 1 / 6.0 + 1e-9] {
      let points = [WeightedValue(value: 0, weight: 1e-30), WeightedValue(value: 5 + offset, weight: 1)]
      for node in nodes(points, 1) where abs(node.place - 5) < 3.5 {
        let reference = KernelSamples.moment(0, points, node.place, 1)
        #expect(abs(node.height - reference) <= 1e-11 * reference)
      }
    }
  }

  @Test(arguments: 1...10)
  func thePeakIsAMaximumWithItsExactHeight(_ seed: Int) {
    let points = KernelSamples.twoClumps(UInt64(seed), count: 60)
    let (lowest, highest) = range(points)
    var clump = KernelClump()
    let peak = clump.peak(of: points[...], from: lowest, to: highest, bandwidth: 0.4)
    #expect(isClose(peak.height, KernelSamples.moment(0, points, peak.place, 0.4), relative: 1e-11))
    let slope = KernelSamples.moment(1, points, peak.place, 0.4) / peak.height
    #expect(abs(slope) < 1e-10)
    for node in nodes(points, 0.4) { #expect(node.height <= peak.height * (1 + 1e-11)) }
  }
}
