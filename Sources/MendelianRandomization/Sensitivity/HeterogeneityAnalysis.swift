import Statistics
import StudyModel

/// Cochran's Q, Rücker's Q′ and their difference, each with its reason where it cannot be made.
package enum HeterogeneityAnalysis {
  /// The tests of a pair's instruments; the difference only where both tests are there.
  package static func heterogeneity(_ variants: [HarmonisedVariant]) -> Heterogeneity {
    var heterogeneity = Heterogeneity()
    do {
      heterogeneity.cochran = try CochransQ.test(variants)
    } catch {
      heterogeneity.cochranNotEstimated = error
    }
    do {
      heterogeneity.rucker = try RuckersQ.test(variants)
    } catch {
      heterogeneity.ruckerNotEstimated = error
    }
    if let cochran = heterogeneity.cochran, let rucker = heterogeneity.rucker {
      heterogeneity.difference = difference(cochran, rucker)
    }
    return heterogeneity
  }

  /// Q − Q′ on χ² with one degree of freedom. The intercept can only lower Q: a difference below 0 is
  /// rounding.
  static func difference(_ cochran: HeterogeneityTest, _ rucker: HeterogeneityTest) -> QDifference {
    let value = max(0, cochran.q - rucker.q)
    return QDifference(
      value: value,
      pValue: PValue(ChiSquaredDistribution(degreesOfFreedom: 1).upperTail(value))
    )
  }
}
