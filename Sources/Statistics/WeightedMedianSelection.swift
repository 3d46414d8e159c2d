/// What `weightedMedian(sorting:)` gives, but for the rounding of differently ordered sums, in expected linear
/// time. Among equal values, whose order the definition leaves open, it may take them in another order.
///
/// Reorders `values`. NaN for no values.
package func weightedMedian(selecting values: inout [WeightedValue]) -> Double {
  values.withUnsafeMutableBufferPointer { values in
    guard !values.isEmpty else { return .nan }
    var total = 0.0
    for entry in values { total += entry.weight }
    var selection = WeightedSelection(values: values, half: 0.5 * total)
    return selection.median()
  }
}

/// Partitions until few values are left around one half of the cumulated weight.
private struct WeightedSelection {
  let values: UnsafeMutableBufferPointer<WeightedValue>
  let half: Double
  private var low = 0
  private var high: Int
  /// Weight of the values before `low`.
  private var below = 0.0

  init(values: UnsafeMutableBufferPointer<WeightedValue>, half: Double) {
    self.values = values
    self.half = half
    high = values.count
  }

  mutating func median() -> Double {
    while high - low > Selection.small, narrow() {}
    UnsafeMutableBufferPointer(rebasing: values[low..<high]).sortSmall { $0.value < $1.value }
    return crossing()
  }

  /// One partition; false where equal values stall it.
  private mutating func narrow() -> Bool {
    let pivot = Selection.medianOfThree(
      values[low].value,
      values[(low + high) / 2].value,
      values[high - 1].value
    )
    var store = low
    var left = 0.0
    for index in low..<high {
      let entry = values[index]
      values[index] = values[store]
      values[store] = entry
      let isBelow = entry.value < pivot
      left += isBelow ? entry.weight : 0
      store += isBelow ? 1 : 0
    }
    guard store > low else { return false }
    if below + left >= half {
      high = store
    } else {
      below += left
      low = store
    }
    return true
  }

  /// Interpolates between the two values whose places hold one half: among the sorted few, or one of them and
  /// its neighbour before or after.
  private func crossing() -> Double {
    var previous = values[..<low].max { $0.value < $1.value }
    var previousPlace = below - 0.5 * (previous?.weight ?? 0)
    var cumulated = below
    for entry in values[low..<high] {
      let place = cumulated + 0.5 * entry.weight
      if place >= half { return interpolate(previous, previousPlace, entry, place) }
      previous = entry
      previousPlace = place
      cumulated += entry.weight
    }
    guard let next = values[high...].min(by: { $0.value < $1.value }) else { return previous?.value ?? .nan }
    return interpolate(previous, previousPlace, next, cumulated + 0.5 * next.weight)
  }

  private func interpolate(
    _ previous: WeightedValue?,
    _ previousPlace: Double,
    _ next: WeightedValue,
    _ place: Double
  ) -> Double {
    guard let previous else { return next.value }
    return previous.value + (next.value - previous.value) * (half - previousPlace) / (place - previousPlace)
  }
}
