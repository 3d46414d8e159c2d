import Foundation
import LinkageDisequilibrium

extension Array {
  /// The two elements of a list of two.
  var pair: (Element, Element)? { count == 2 ? (self[0], self[1]) : nil }
}

/// The natural logarithm, with a number for 0 that no likelihood reaches.
func logOrFloor(_ value: Double) -> Double { value > 0 ? log(value) : -1e9 }
