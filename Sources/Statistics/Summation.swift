/// Sums in the order given, with Neumaier's compensation (ZAMM 1974;54:39–51): what each addition rounds off
/// is kept and added at the end, so that reordering the terms hardly moves the last bit.
package struct CompensatedSum: Sendable {
  private var total = 0.0
  private var compensation = 0.0

  /// A sum of no terms, which is 0.
  package init() {}

  /// The sum so far.
  package var value: Double {
    // A sum that overflowed has no meaningful compensation left.
    total.isFinite ? total + compensation : total
  }

  /// Adds one term.
  package mutating func add(_ term: Double) {
    let next = total + term
    compensation += abs(total) >= abs(term) ? (total - next) + term : (term - next) + total
    total = next
  }
}

/// Σ term(i) for i in 0 ..< count, compensated.
package func sum(_ count: Int, _ term: (Int) -> Double) -> Double {
  var total = CompensatedSum()
  for index in 0..<count { total.add(term(index)) }
  return total.value
}

extension Collection where Element == Double {
  /// Σ of the elements in their order, compensated.
  package func compensatedSum() -> Double {
    var total = CompensatedSum()
    for element in self { total.add(element) }
    return total.value
  }

  /// The arithmetic mean; NaN for no elements.
  package var mean: Double { compensatedSum() / Double(count) }
}
