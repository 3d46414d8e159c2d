/// Finding order statistics without sorting everything.
package enum Selection {
  /// Below this many values, insertion sort is faster than another partition.
  static let small = 16

  /// The `rank`-th smallest (0 the smallest), in expected linear time; reorders the values so that those before
  /// `rank` are not larger and those after it not smaller. Expects no NaN.
  package static func select(_ rank: Int, in values: UnsafeMutableBufferPointer<Double>) -> Double {
    var low = 0
    var high = values.count
    while high - low > small {
      let pivot = medianOfThree(values[low], values[(low + high) / 2], values[high - 1])
      let store = partition(values, low, high, below: pivot)
      // Equal values could stall the partition.
      guard store > low else { break }
      if rank < store { high = store } else { low = store }
    }
    UnsafeMutableBufferPointer(rebasing: values[low..<high]).sortSmall { $0 < $1 }
    return values[rank]
  }

  /// The median: the mean of the middle two for an even count. Reorders; NaN for no values.
  package static func median(_ values: UnsafeMutableBufferPointer<Double>) -> Double {
    guard !values.isEmpty else { return .nan }
    let middle = values.count / 2
    let upper = select(middle, in: values)
    guard values.count.isMultiple(of: 2) else { return upper }
    var lower = values[0]
    for index in 1..<max(1, middle) { lower = max(lower, values[index]) }
    return lower + 0.5 * (upper - lower)
  }

  static func medianOfThree(_ a: Double, _ b: Double, _ c: Double) -> Double {
    max(min(a, b), min(max(a, b), c))
  }

  /// Moves the values below the pivot to the front; gives the first place after them. Without branches, for
  /// which side a value falls on cannot be predicted.
  private static func partition(
    _ values: UnsafeMutableBufferPointer<Double>,
    _ low: Int,
    _ high: Int,
    below pivot: Double
  ) -> Int {
    var store = low
    for index in low..<high {
      let value = values[index]
      values[index] = values[store]
      values[store] = value
      store += value < pivot ? 1 : 0
    }
    return store
  }
}

extension UnsafeMutableBufferPointer {
  /// Insertion sort for a few elements, the library's sort for many; both stable.
  func sortSmall(_ isBefore: (Element, Element) -> Bool) {
    guard count <= Selection.small else {
      var all = self
      all.sort(by: isBefore)
      return
    }
    for end in indices.dropFirst() {
      let element = self[end]
      var place = end
      while place > 0, isBefore(element, self[place - 1]) {
        self[place] = self[place - 1]
        place -= 1
      }
      self[place] = element
    }
  }
}
