/// One thing that a release says: what it is of, a code, and the numbers that stand with it.
///
/// Releases are compared fact by fact: one that only one of them has was gained or lost, one whose code differs was
/// changed, one whose numbers differ has moved.
struct Fact {
  var key: FactKey
  /// Nil where there are only numbers.
  var code: String?
  var numbers: [FactNumber]
  /// The standard error that a shift of the first number is counted in.
  var standardError: Double?

  init(
    _ aspect: Aspect,
    _ subject: String? = nil,
    code: String? = nil,
    _ numbers: [FactNumber] = [],
    standardError: Double? = nil
  ) {
    key = FactKey(aspect: aspect, subject: subject)
    self.code = code
    self.numbers = numbers
    self.standardError = standardError
  }

  /// Numbers of the whole pair or study.
  init(_ aspect: Aspect, _ numbers: [FactNumber]) { self.init(aspect, nil, code: nil, numbers) }
}

struct FactKey: Hashable {
  var aspect: Aspect
  var subject: String?
}

/// A number, and what its smallest differences are held against.
struct FactNumber {
  var field: String
  var value: Double
  var measure: Measure
  /// What is printed in its place: p, where the value is its logarithm.
  var shown: Double?

  enum Measure {
    /// Counts, which are the same or not.
    case exact
    /// Beside max(|old|, |new|): `size`, of what is left when numbers of that size cancel; `standardError` of an estimate;
    /// `error` by the Monte Carlo.
    case plain(size: Double = 0, standardError: Double? = nil, error: Double = 0)
    /// The value is −log₁₀ p; `error` is of it.
    case negativeLog10P(error: Double = 0)
  }
}
