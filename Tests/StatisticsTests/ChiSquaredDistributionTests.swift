import Statistics
import Testing

/// References: mpmath 1.3 at 60 digits.
@Suite struct ChiSquaredDistributionTests {
  @Test(arguments: [
    (3.841458820694124, 1, 0.050000000000000057, 1.3010299956639807),
    (0.5, 4, 0.97350097883925609, 0.011663607467756543),
    (143.65084092503372, 78, 8.7284199524756468e-6, 5.0590643666067853),
    (1000, 10, 1.8702907209159497e-208, 207.72809088080246),
  ])
  func upperTail(x: Double, degreesOfFreedom: Double, p: Double, negativeLog10: Double) {
    let tail = ChiSquaredDistribution(degreesOfFreedom: degreesOfFreedom).upperTail(x)
    #expect(isClose(tail.value, p))
    #expect(isClose(tail.negativeLog10, negativeLog10))
  }

  @Test(arguments: [
    (1500, 3, 324.23058649574523),
    (2000, 78, 364.99619523904241),
    (1e5, 1, 21717.322159443943),
    (50000, 1000, 9794.1686659473617),
    (30000, 10000, 1959.8882227307261),
  ])
  func tailBeyondTheRangeOfDoubles(x: Double, degreesOfFreedom: Double, negativeLog10: Double) {
    let tail = ChiSquaredDistribution(degreesOfFreedom: degreesOfFreedom).upperTail(x)
    #expect(isClose(tail.negativeLog10, negativeLog10))
  }

  @Test func ends() {
    let distribution = ChiSquaredDistribution(degreesOfFreedom: 3)
    #expect(distribution.upperTail(0).value == 1)
    #expect(distribution.upperTail(-1).value.isNaN)
    #expect(ChiSquaredDistribution(degreesOfFreedom: 0).upperTail(1).value.isNaN)
  }
}
