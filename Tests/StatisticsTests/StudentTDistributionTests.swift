import Statistics
import Testing

/// References: mpmath 1.3 at 60 digits.
@Suite struct StudentTDistributionTests {
  @Test(arguments: [
    (0.7, 1, 0.61119977557157044, 0.21381681390233775),
    (2.0, 3, 0.13932596855884318, 0.85596792915603352),
    (-3.49, 77, 0.0008025378362906421, 3.0955344832783758),
    (12.5, 8, 1.5697770737012802e-6, 5.8041620179955722),
    (50, 77, 1.8437012127576018e-60, 59.734309458642775),
    (60, 500, 1.3393541267264357e-230, 229.87310457985911),
    (1e6, 50, 3.3460608876219989e-259, 258.47546616052914),
  ])
  func twoSidedTail(t: Double, degreesOfFreedom: Double, p: Double, negativeLog10: Double) {
    let tail = StudentTDistribution(degreesOfFreedom: degreesOfFreedom).twoSided(t)
    #expect(isClose(tail.value, p, relative: 2e-13 * max(1, negativeLog10)))
    #expect(isClose(tail.negativeLog10, negativeLog10))
  }

  @Test(arguments: [
    (1e5, 77, 313.41282251646783),
    (1e30, 12, 354.17160050046192),
    (1e200, 2, 400.0),
    (40, 100_000, 346.38234256246355),
  ])
  func tailBeyondTheRangeOfDoubles(t: Double, degreesOfFreedom: Double, negativeLog10: Double) {
    let tail = StudentTDistribution(degreesOfFreedom: degreesOfFreedom).twoSided(t)
    #expect(isClose(tail.negativeLog10, negativeLog10))
  }

  @Test(arguments: [
    (0.025, 1, 12.706204736174704), (0.025, 2, 4.3026527297494637), (0.025, 77, 1.9912543953883849),
    (0.025, 8, 2.3060041352041666), (0.005, 5, 4.0321429835552281),
  ])
  func upperQuantile(p: Double, degreesOfFreedom: Double, t: Double) {
    #expect(isClose(StudentTDistribution(degreesOfFreedom: degreesOfFreedom).upperQuantile(p), t))
  }

  @Test func outsideTheDomainIsNotANumber() {
    #expect(StudentTDistribution(degreesOfFreedom: 0).twoSided(1).value.isNaN)
    #expect(StudentTDistribution(degreesOfFreedom: 3).upperQuantile(2).isNaN)
  }
}
