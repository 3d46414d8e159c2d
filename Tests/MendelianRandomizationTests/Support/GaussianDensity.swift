import Foundation

/// A kernel density spelt out, to hold the fast one against.
struct GaussianDensity {
  var values: [Double]
  var weights: [Double]
  var bandwidth: Double

  func height(_ place: Double) -> Double {
    zip(values, weights).reduce(0) { sum, point in
      let z = (point.0 - place) / bandwidth
      return sum + point.1 * exp(-z * z / 2)
    }
  }

  /// d ln f / dx, in bandwidths.
  func logSlope(_ place: Double) -> Double {
    let moment = zip(values, weights).reduce(0) { sum, point in
      let z = (point.0 - place) / bandwidth
      return sum + z * point.1 * exp(-z * z / 2)
    }
    return moment / height(place)
  }

  func grid(perBandwidth: Double) -> StrideThrough<Double> {
    stride(from: values.min() ?? 0, through: values.max() ?? 0, by: bandwidth / perBandwidth)
  }
}
