/// The standard deviation of a sample and how far another sample of that size would move it.
package struct StandardDeviation: Hashable, Sendable {
  /// √(Σ(x − x̄)² / (n − 1)); NaN for n < 2.
  package let value: Double
  /// ½·s·√((κ − (n − 3)/(n − 1)) / n), κ the sample's kurtosis (m₄/m₂²): the delta method on Var(s²)
  /// (Cramér, Mathematical Methods of Statistics, 1946, §27.4). 0 where s is 0.
  package let standardError: Double

  /// The standard error is NaN wherever the value is.
  package init(of sample: [Double]) {
    let n = Double(sample.count)
    let mean = sample.mean
    let variance = sum(sample.count) { (sample[$0] - mean) * (sample[$0] - mean) } / n
    let fourthOverSquare =
      sum(sample.count) { index in
        let square = (sample[index] - mean) * (sample[index] - mean) / variance
        return square * square
      } / n
    self.init(count: n, variance: variance, kurtosis: fourthOverSquare)
  }

  /// - Parameters:
  ///   - variance: the second central moment, over n.
  ///   - fourthMoment: the fourth.
  init(count n: Double, variance: Double, fourthMoment: Double) {
    self.init(count: n, variance: variance, kurtosis: fourthMoment / (variance * variance))
  }

  private init(count n: Double, variance: Double, kurtosis: Double) {
    value = (variance * n / (n - 1)).squareRoot()
    guard value > 0, value.isFinite else {
      standardError = value
      return
    }
    standardError = 0.5 * value * (max(0, kurtosis - (n - 3) / (n - 1)) / n).squareRoot()
  }
}
