import Statistics
import StudyModel

/// The distribution by which a method's estimate is tested against zero, here and in TwoSampleMR.
package enum TestDistribution: Hashable, Sendable {
  case normal
  case studentT(degreesOfFreedom: Int)

  /// Student's t with n − 2 degrees of freedom for MR-Egger and n − 1 for the modes, the normal for all others.
  package init(_ method: MethodID, variantCount: Int) {
    switch method {
    case .mrEgger, .mrEggerSIMEX, .mrEggerRadialFirstOrder, .mrEggerRadialSecondOrder, .mrEggerRadial:
      self = .studentT(degreesOfFreedom: variantCount - 2)
    case .simpleMode, .weightedMode, .simpleModeNOME, .weightedModeNOME:
      self = .studentT(degreesOfFreedom: variantCount - 1)
    default: self = .normal
    }
  }

  /// Whether it exists: Student's t needs a degree of freedom.
  package var isDefined: Bool {
    if case .studentT(let degreesOfFreedom) = self { degreesOfFreedom >= 1 } else { true }
  }

  /// Value, interval and p-value of a value with its standard error.
  package func estimate(value: Double, standardError: Double) -> Estimate {
    switch self {
    case .normal: Inference.normal(value: value, standardError: standardError)
    case .studentT(let degreesOfFreedom):
      Inference.studentT(
        value: value,
        standardError: standardError,
        degreesOfFreedom: degreesOfFreedom
      )
    }
  }

  /// P(|T| ≥ |statistic|).
  package func twoSided(_ statistic: Double) -> TailProbability {
    switch self {
    case .normal: NormalDistribution.twoSided(statistic)
    case .studentT(let degreesOfFreedom):
      StudentTDistribution(degreesOfFreedom: Double(degreesOfFreedom)).twoSided(statistic)
    }
  }
}
