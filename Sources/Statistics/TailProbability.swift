import Foundation

/// The probability of a result at least as extreme, which keeps its size where a double underflows.
package struct TailProbability: Hashable, Sendable, Comparable {
  /// In [0, 1]; 0, or a denormal with few digits, where the tail is below the smallest normal double.
  package let value: Double
  /// −log₁₀ of the probability, finite wherever the argument is.
  package let negativeLog10: Double

  /// Below this the value is taken from the logarithm: `erfc` and Boost lose digits towards 1e-308.
  package static let smallestDirect = 1e-300

  /// A probability that a double holds with all its digits, or 0.
  package init(_ value: Double) {
    self.value = value
    negativeLog10 = value == 0 ? .infinity : max(0, -log10(value))
  }

  /// A probability by its logarithm, whatever its size.
  package init(negativeLog10: Double) {
    self.negativeLog10 = negativeLog10
    value = pow(10, -negativeLog10)
  }

  /// Takes the probability itself where a double holds it, and its natural logarithm where it does not.
  init(direct: Double, naturalLogarithm: () -> Double) {
    if direct >= Self.smallestDirect || direct.isNaN {
      self.init(direct)
    } else {
      self.init(negativeLog10: -naturalLogarithm() / M_LN10)
    }
  }

  /// The probability times a factor ≥ 0, at most 1.
  package func scaled(by factor: Double) -> TailProbability {
    let product = value * factor
    if product >= 1 { return TailProbability(1) }
    if value >= Self.smallestDirect { return TailProbability(product) }
    return TailProbability(negativeLog10: negativeLog10 - log10(factor))
  }

  /// 1 − (1 − p)^count: that at least one of so many independent tests has as small a p.
  package func unionOfIndependent(_ count: Double) -> TailProbability {
    if value >= 1 { return TailProbability(count > 0 ? 1 : 0) }
    // Below, 1 − (1 − p)^count is count·p to the last digit.
    if value < 1e-290 { return scaled(by: count) }
    return TailProbability(min(1, -expm1(count * log1p(-value))))
  }

  /// By the logarithms, which tell tails apart that are both 0 as doubles.
  package static func < (left: Self, right: Self) -> Bool {
    if left.negativeLog10 != right.negativeLog10 { return left.negativeLog10 > right.negativeLog10 }
    return left.value < right.value
  }
}
