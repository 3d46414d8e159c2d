/// A value and how much it counts.
package struct WeightedValue: Sendable {
  package var value: Double
  package var weight: Double

  package init(value: Double, weight: Double) {
    self.value = value
    self.weight = weight
  }
}

/// The weighted median as Bowden et al. define it (Genet Epidemiol 2016;40:304–314): the values in order,
/// each at the middle of its own share of the cumulated weight, interpolated linearly at one half.
///
/// A value that carries all the weight is the median: there is nothing to interpolate with. Sorts `values` in
/// place, so that a bootstrap need not allocate. NaN for no values.
package func weightedMedian(sorting values: inout [WeightedValue]) -> Double {
  guard !values.isEmpty else { return .nan }
  values.sort { $0.value < $1.value }
  var total = 0.0
  for entry in values { total += entry.weight }
  let half = 0.5 * total
  var cumulated = 0.0
  var previousPlace = 0.0
  for index in values.indices {
    let weight = values[index].weight
    let place = cumulated + 0.5 * weight
    if place >= half {
      guard index > 0 else { return values[0].value }
      let below = values[index - 1].value
      return below + (values[index].value - below) * (half - previousPlace) / (place - previousPlace)
    }
    previousPlace = place
    cumulated += weight
  }
  return values[values.count - 1].value
}
