import Statistics
import StudyModel

/// How one method did over the replicates of one scenario.
package struct MethodPerformance: Hashable, Sendable {
  package let method: MethodID
  /// Replicates that gave an estimate, and those that gave none.
  package private(set) var estimated = 0
  package private(set) var missing = 0
  package private(set) var covered = 0
  /// p below the significance level.
  package private(set) var rejected = 0
  private var sum = 0.0
  private var sumOfSquares = 0.0

  package init(method: MethodID) { self.method = method }

  /// Counts one replicate.
  ///
  /// - Parameter truth: the causal effect behind it.
  package mutating func add(_ outcome: MethodOutcome, truth: Double, significanceLevel: Double) {
    guard let estimate = outcome.result?.estimate else {
      missing += 1
      return
    }
    estimated += 1
    let error = estimate.value - truth
    sum += error
    sumOfSquares += error * error
    if estimate.interval.lower <= truth, truth <= estimate.interval.upper { covered += 1 }
    if estimate.pValue.value < significanceLevel { rejected += 1 }
  }

  /// Adds the counts of other replicates of the same scenario.
  package mutating func add(_ other: MethodPerformance) {
    estimated += other.estimated
    missing += other.missing
    covered += other.covered
    rejected += other.rejected
    sum += other.sum
    sumOfSquares += other.sumOfSquares
  }

  /// Mean error of the estimates; NaN without any.
  package var bias: Double { sum / Double(estimated) }

  /// Standard deviation of the estimates over replicates; NaN under two.
  package var spread: Double {
    let n = Double(estimated)
    return (max(0, sumOfSquares - sum * sum / n) / (n - 1)).squareRoot()
  }

  /// Monte-Carlo standard error of the bias.
  package var biasError: Double { spread / Double(estimated).squareRoot() }

  /// Share of intervals that hold the truth, with its Monte-Carlo interval.
  package var coverage: ProportionInterval { ProportionInterval(count: covered, of: estimated) }

  /// Share of p-values below the level: the type-I error where there is no effect, the power where there is one.
  package var rejection: ProportionInterval { ProportionInterval(count: rejected, of: estimated) }
}
