import Foundation
import Statistics

/// What kernel densities are tested on, and the density spelt out.
enum KernelSamples {
  /// Two overlapping clumps, the same for the same seed.
  static func twoClumps(_ seed: UInt64, count: Int) -> [WeightedValue] {
    var stream = RandomStream(StreamKey(seed: seed, names: ["kernel"]), simulation: 0)
    return (0..<count).map { _ in
      let normal = Ziggurat.shared.normal(&stream)
      let clump = stream.nextUniform() < 0.4 ? 3.0 : 0
      return WeightedValue(value: normal + clump, weight: stream.nextUniform())
    }
  }

  /// Σ wᵢ·exp(−(x − vᵢ)²/2h²)·((vᵢ − x)/h)ᵏ.
  static func moment(_ order: Int, _ points: [WeightedValue], _ place: Double, _ bandwidth: Double) -> Double
  {
    sum(points.count) { index in
      let z = (points[index].value - place) / bandwidth
      return points[index].weight * exp(-z * z / 2) * pow(z, Double(order))
    }
  }
}
