import Statistics
import StudyModel

/// Cochran's Q = Σw(y − bx)² about the IVW estimate b, on χ² with n − 1 degrees of freedom (Del Greco M F et
/// al., Statistics in Medicine 2015;34:2926–2940).
package enum CochransQ {
  /// Throws `tooFewVariants` under 2.
  package static func test(_ variants: [HarmonisedVariant]) throws(NotEstimated) -> HeterogeneityTest {
    guard variants.count >= 2 else {
      throw NotEstimated(reason: .tooFewVariants, needed: 2, available: variants.count)
    }
    let effects = SummaryEffects(variants)
    return try test(RegressionThroughOrigin(x: effects.x, y: effects.y, weights: effects.weights))
  }

  /// The test of the scatter about a line through two variants or more.
  static func test(_ line: RegressionThroughOrigin) throws(NotEstimated) -> HeterogeneityTest {
    try HeterogeneityTest(
      method: .ivwRandomEffects,
      q: line.residualSumOfSquares,
      degreesOfFreedom: line.degreesOfFreedom
    )
  }
}

extension HeterogeneityTest {
  /// Tests Q on χ² and computes I² (Higgins & Thompson, Statistics in Medicine 2002;21:1539–1558).
  ///
  /// - Throws: `notFinite` where Q is no number.
  init(method: MethodID, q: Double, degreesOfFreedom: Int) throws(NotEstimated) {
    guard q.isFinite else { throw NotEstimated(reason: .notFinite) }
    let df = Double(degreesOfFreedom)
    self.init(
      method: method,
      q: q,
      degreesOfFreedom: degreesOfFreedom,
      pValue: PValue(ChiSquaredDistribution(degreesOfFreedom: df).upperTail(q)),
      iSquared: q > df ? (q - df) / q : 0,
      iSquaredInterval: ISquaredInterval.interval(q: q, degreesOfFreedom: degreesOfFreedom)
    )
  }
}
