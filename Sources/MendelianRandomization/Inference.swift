import Statistics
import StudyModel

/// Turns a value and its standard error into an estimate: the interval and the test use one distribution.
enum Inference {
  static let confidenceLevel = 0.95

  /// Interval and test by the standard normal.
  static func normal(value: Double, standardError: Double) -> Estimate {
    let half = NormalDistribution.quantile(1 - (1 - confidenceLevel) / 2) * standardError
    return Estimate(
      value: value,
      standardError: standardError,
      interval: ConfidenceInterval(lower: value - half, upper: value + half, level: confidenceLevel),
      pValue: PValue(NormalDistribution.twoSided(value / standardError))
    )
  }

  /// Interval and test by Student's t.
  static func studentT(value: Double, standardError: Double, degreesOfFreedom: Int) -> Estimate {
    let distribution = StudentTDistribution(degreesOfFreedom: Double(degreesOfFreedom))
    return Estimate(
      value: value,
      standardError: standardError,
      interval: interval(value: value, standardError: standardError, degreesOfFreedom: degreesOfFreedom),
      pValue: PValue(distribution.twoSided(value / standardError))
    )
  }

  /// value ± t·SE.
  static func interval(value: Double, standardError: Double, degreesOfFreedom: Int) -> ConfidenceInterval {
    let distribution = StudentTDistribution(degreesOfFreedom: Double(degreesOfFreedom))
    let half = distribution.upperQuantile((1 - confidenceLevel) / 2) * standardError
    return ConfidenceInterval(
      lower: value - half,
      upper: value + half,
      level: confidenceLevel,
      degreesOfFreedom: Double(degreesOfFreedom)
    )
  }
}

extension PValue {
  /// A tail that a double holds is taken by its value alone, so that writing and reading it changes nothing.
  init(_ tail: TailProbability) {
    if tail.value >= TailProbability.smallestDirect {
      self.init(tail.value)
    } else {
      self.init(negativeLog10: tail.negativeLog10)
    }
  }
}

extension TailProbability {
  init(_ pValue: PValue) {
    if pValue.value >= Self.smallestDirect {
      self.init(pValue.value)
    } else {
      self.init(negativeLog10: pValue.negativeLog10)
    }
  }
}

extension Estimate {
  /// Whether every number of it can be written down; a standard error of 0 is none.
  var isUsable: Bool {
    value.isFinite && standardError.isFinite && standardError > 0 && interval.lower.isFinite
      && interval.upper.isFinite && !pValue.value.isNaN && pValue.negativeLog10.isFinite
  }
}
