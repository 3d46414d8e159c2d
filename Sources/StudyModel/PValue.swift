import Foundation

/// A p-value that survives underflow: below the smallest double the logarithm still tells its size.
package struct PValue: Hashable, Sendable, Comparable {
  /// In [0, 1]; 0 where the double underflows.
  package let value: Double
  /// −log₁₀ p; infinite only where a file printed a bare 0.
  package let negativeLog10: Double

  /// Takes a p that a double can hold.
  package init(_ value: Double) {
    self.value = value
    negativeLog10 = value == 0 ? .infinity : -log10(value)
  }

  /// Takes a p given by its logarithm, and by its value where that is known more exactly.
  package init(negativeLog10: Double, value: Double? = nil) {
    self.value = value ?? pow(10, -negativeLog10)
    self.negativeLog10 = negativeLog10
  }

  package static func < (left: PValue, right: PValue) -> Bool {
    if left.value != right.value { return left.value < right.value }
    return left.negativeLog10 > right.negativeLog10
  }
}

/// A plain number in JSON; below 1e-300, where a double loses digits, `{"neg_log10": …}`.
extension PValue: Codable {
  private enum CodingKeys: String, CodingKey {
    case negativeLog10 = "neg_log10"
  }

  private static let smallestExact = 1e-300

  package init(from decoder: any Decoder) throws {
    if let value = try? decoder.singleValueContainer().decode(Double.self) {
      self.init(value)
    } else {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      self.init(negativeLog10: try container.decode(Double.self, forKey: .negativeLog10))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    if value >= Self.smallestExact || negativeLog10.isInfinite {
      var container = encoder.singleValueContainer()
      try container.encode(value)
    } else {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(negativeLog10, forKey: .negativeLog10)
    }
  }
}
