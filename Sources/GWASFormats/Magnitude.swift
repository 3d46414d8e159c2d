/// Sizes of numbers that the analysis can square, divide and multiply with each other without leaving the range of
/// doubles.
enum Magnitude {
  /// Of effects other than 0 and of standard errors. The largest term of any method, the product of both variances
  /// over the fourth power of an effect, stays below 1e240.
  static let range = 1e-30...1e30

  /// As the sentence about a number outside of `range` goes on.
  static let rule = "is too large or too near 0 to be one (1e-30 to 1e30 in size)"

  /// Of people.
  static let sampleSizes = 1.0...1e12
}
