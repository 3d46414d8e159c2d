import Foundation
import Statistics
import Testing

@Suite struct KernelDensityModeTests {
  private func mode(_ points: [WeightedValue], bandwidth: Double) -> Double {
    var points = points
    var density = KernelDensityMode()
    return density.mode(of: &points, bandwidth: bandwidth)
  }

  private func height(_ points: [WeightedValue], _ place: Double, _ bandwidth: Double) -> Double {
    points.reduce(0) { sum, point in
      let z = (point.value - place) / bandwidth
      return sum + point.weight * exp(-z * z / 2)
    }
  }

  /// The highest place of a fine grid over the values.
  private func highest(_ points: [WeightedValue], _ bandwidth: Double) -> Double {
    let values = points.map(\.value)
    let grid = stride(from: values.min() ?? 0, through: values.max() ?? 0, by: bandwidth / 100)
    return grid.map { height(points, $0, bandwidth) }.max() ?? 0
  }

  private func sample(_ seed: UInt64, count: Int, weighted: Bool) -> [WeightedValue] {
    var stream = RandomStream(StreamKey(seed: seed, names: ["sample"]), simulation: 0)
    return (0..<count).map { _ in
      let normal = Ziggurat.shared.normal(&stream)
      let clump = stream.nextUniform() < 0.4 ? 3.0 : 0
      return WeightedValue(value: normal + clump, weight: weighted ? stream.nextUniform() : 1)
    }
  }

  @Test(arguments: [3, 4, 5, 8, 17, 80, 333], [0.05, 0.3, 0.9])
  func noPlaceOfAFineGridIsHigher(_ count: Int, _ bandwidth: Double) {
    for seed in 1...20 {
      let points = sample(UInt64(seed), count: count, weighted: seed.isMultiple(of: 2))
      let found = height(points, mode(points, bandwidth: bandwidth), bandwidth)
      #expect(found >= highest(points, bandwidth) * (1 - 1e-12), "seed \(seed)")
    }
  }

  /// Two equal kernels more than 2h apart have two peaks; a trace of weight decides.
  @Test(arguments: [2.001, 2.01, 2.05, 2.2, 2.5, 3])
  func peaksCloseTogether(_ distance: Double) {
    for (left, right) in [(1, 1.001), (1.001, 1), (1, 1.00001), (1.00001, 1)] {
      let points = [
        WeightedValue(value: 0.7, weight: left), WeightedValue(value: 0.7 + distance, weight: right),
      ]
      let found = height(points, mode(points, bandwidth: 1), 1)
      #expect(found >= highest(points, 1) * (1 - 1e-9))
    }
  }

  @Test func oneAndTwoValues() {
    #expect(mode([WeightedValue(value: 3, weight: 2)], bandwidth: 1) == 3)
    let two = [WeightedValue(value: 0, weight: 1), WeightedValue(value: 1, weight: 1)]
    #expect(abs(mode(two, bandwidth: 1) - 0.5) < 1e-12)
    #expect(mode([], bandwidth: 1).isNaN)
  }

  @Test func bandwidthZeroTakesTheHeaviestValue() {
    let points = [(2.0, 1.0), (1, 0.6), (5, 1.1), (1, 0.6)].map { WeightedValue(value: $0, weight: $1) }
    #expect(mode(points, bandwidth: 0) == 1)
  }

  @Test func notFiniteIsNoNumber() {
    let points = [WeightedValue(value: .infinity, weight: 1), WeightedValue(value: 1, weight: 1)]
    #expect(mode(points, bandwidth: 1).isNaN)
    #expect(mode([WeightedValue(value: 1, weight: 1)], bandwidth: .nan).isNaN)
  }

  /// The clumps lie so far apart that no nodes could fill the gap; the heaviest stands anywhere.
  @Test(arguments: [0, 7, 19])
  func clumpsFarApart(_ heaviest: Int) {
    var points: [WeightedValue] = []
    for clump in 0..<20 {
      for member in 0..<(clump == heaviest ? 6 : 5) {
        let place = pow(-2.5, Double(clump)) + 0.1 * Double(member)
        points.append(WeightedValue(value: place, weight: 1))
      }
    }
    let found = mode(points.reversed(), bandwidth: 0.2)
    #expect(abs(found - (pow(-2.5, Double(heaviest)) + 0.25)) < 1e-9 * max(1, abs(found)))
  }

  @Test func aChainOfWideGapsIsLaidOutPieceByPiece() {
    var points = (0..<2000).map { WeightedValue(value: 11 * Double($0), weight: 1) }
    points.append(WeightedValue(value: 11 * 1234 + 0.5, weight: 1))
    #expect(abs(mode(points, bandwidth: 1) - (11 * 1234 + 0.25)) < 1e-9)
  }

  @Test(arguments: 1...10)
  func shiftScaleAndOrder(_ seed: Int) {
    let points = sample(UInt64(seed), count: 60, weighted: true)
    let reference = mode(points, bandwidth: 0.4)
    let shifted = points.map { WeightedValue(value: $0.value + 7, weight: $0.weight) }
    #expect(abs(mode(shifted, bandwidth: 0.4) - (reference + 7)) < 1e-11)
    let scaled = points.map { WeightedValue(value: $0.value * -1e-9, weight: $0.weight * 1e9) }
    #expect(abs(mode(scaled, bandwidth: 0.4e-9) / (reference * -1e-9) - 1) < 1e-10)
    #expect(abs(mode(points.reversed(), bandwidth: 0.4) - reference) < 1e-11)
  }
}

@Suite struct KernelDensityModeAccuracyTests {
  @Test(arguments: [5, 14, 79, 300])
  func drawsLieWithinTheirAccuracyOfTheMode(_ count: Int) {
    var (exact, draw) = (KernelDensityMode(), KernelDensityMode(.draw))
    var bandwidth = ModeBandwidth(factor: 1)
    var normals = [Double](repeating: 0, count: count)
    let key = StreamKey(seed: 4, names: ["accuracy"])
    for simulation in 0..<300 {
      var stream = RandomStream(key, simulation: UInt64(simulation))
      Ziggurat.shared.fill(&normals, from: &stream)
      var points = normals.map { WeightedValue(value: $0 * abs($0), weight: 1 + $0 * $0) }
      let h = bandwidth(points)
      var same = points
      let distance = abs(exact.mode(of: &points, bandwidth: h) - draw.mode(of: &same, bandwidth: h))
      #expect(distance < 1e-4 * h)
    }
  }
}
