import Foundation
import Statistics
import Testing

@Suite struct KernelCurveTests {
  private func curve(_ points: [WeightedValue], origin: Double, bandwidth: Double) -> KernelCurve {
    var curve = KernelCurve()
    // What was loaded before leaves no trace.
    curve.load([WeightedValue(value: 9, weight: 9)], from: 0, bandwidth: 1)
    curve.load(points[...], from: origin, bandwidth: bandwidth)
    return curve
  }

  /// Counts around a block of four. The exponential errs by 3 ulp, the places by the rounding of (v − origin)/h.
  @Test(arguments: [1, 3, 4, 5, 37], [0.3, 1.1])
  func heightIsTheDirectSum(_ count: Int, _ bandwidth: Double) {
    let points = KernelSamples.twoClumps(UInt64(count), count: count)
    let curve = curve(points, origin: -4, bandwidth: bandwidth)
    for place in stride(from: -3.0, through: 6, by: 0.37) {
      let reference = KernelSamples.moment(0, points, place, bandwidth)
      // Beyond 37 bandwidths the vector exponential stays at e⁻⁷⁰⁰.
      #expect(abs(curve.shape(at: (place + 4) / bandwidth).height - reference) <= 1e-12 * reference + 1e-290)
    }
  }

  /// ln f differentiated by central differences of the direct sum, h = 1e-3: good to h² and to rounding over h³.
  @Test(arguments: [2, 5, 40])
  func derivativesAreThoseOfTheLogarithm(_ count: Int) {
    let points = KernelSamples.twoClumps(UInt64(count), count: count)
    let curve = curve(points, origin: 0, bandwidth: 1)
    let h = 1e-3
    for place in stride(from: -1.0, through: 4, by: 0.5) {
      func logarithm(_ steps: Double) -> Double { log(KernelSamples.moment(0, points, place + steps * h, 1)) }
      let shape = curve.shape(at: place)
      #expect(abs(shape.slope - (logarithm(1) - logarithm(-1)) / (2 * h)) < 1e-5)
      #expect(abs(shape.curvature - (logarithm(1) - 2 * logarithm(0) + logarithm(-1)) / (h * h)) < 1e-5)
      let third = (logarithm(2) - 2 * logarithm(1) + 2 * logarithm(-1) - logarithm(-2)) / (2 * h * h * h)
      #expect(abs(shape.third - third) < 1e-4)
    }
  }

  @Test func oneKernelByHand() {
    let shape = curve([WeightedValue(value: 2, weight: 3)], origin: 1, bandwidth: 0.5).shape(at: 1)
    // z = 2 − 1 = 1: ln f has the slope z and the curvature −1.
    #expect(abs(shape.height - 3 * exp(-0.5)) < 1e-15)
    #expect(abs(shape.slope - 1) < 1e-15)
    #expect(abs(shape.curvature + 1) < 1e-15)
    #expect(abs(shape.third) < 1e-15)
  }
}
