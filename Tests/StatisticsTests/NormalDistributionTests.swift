import Statistics
import Testing

/// References: mpmath 1.3 at 60 digits.
@Suite struct NormalDistributionTests {
  @Test(arguments: [
    (0.5, 0.61707507745197379, 0.20966199360125958),
    (1.959963984540054, 0.050000000000000022, 1.301029995663981),
    (5, 5.7330314375838782e-7, 6.2416156767266733),
    (-10, 1.5239706048321052e-23, 22.817023409822095),
    (30, 9.8134278542963741e-198, 197.00817926599697),
    (36.9, 4.621048962281235e-298, 297.33525942989378),
  ])
  func twoSidedTail(z: Double, p: Double, negativeLog10: Double) {
    let tail = NormalDistribution.twoSided(z)
    #expect(isClose(tail.value, p))
    #expect(isClose(tail.negativeLog10, negativeLog10, relative: 1e-14))
  }

  @Test(arguments: [
    (37.2, 302.16595406481788),
    (40, 349.13597646368186),
    (-100, 2173.5705128733704),
    (1e5, 2171472414.6143191),
  ])
  func tailBeyondTheRangeOfDoubles(z: Double, negativeLog10: Double) {
    #expect(isClose(NormalDistribution.twoSided(z).negativeLog10, negativeLog10, relative: 1e-14))
  }

  @Test func tailJoinsWithoutAStep() {
    // ln of the tail falls by about z per unit: nothing else may show between neighbouring arguments.
    let tails = stride(from: 36.9, to: 37.3, by: 0.001).map { NormalDistribution.twoSided($0).negativeLog10 }
    for (earlier, later) in zip(tails, tails.dropFirst()) {
      #expect(later - earlier > 0.0160 && later - earlier < 0.0164)
    }
  }

  @Test(arguments: [
    (0.975, 1.9599639845400539), (0.995, 2.5758293035489005), (1e-10, -6.3613409024040562),
  ])
  func quantile(p: Double, z: Double) {
    #expect(isClose(NormalDistribution.quantile(p), z))
  }

  @Test func cumulativeInvertsQuantile() {
    for p in [1e-12, 0.01, 0.3, 0.5, 0.9] {
      #expect(isClose(NormalDistribution.cumulative(NormalDistribution.quantile(p)), p, relative: 1e-13))
    }
  }

  @Test func outsideTheDomainIsNotANumber() {
    #expect(NormalDistribution.quantile(1.5).isNaN)
    #expect(NormalDistribution.twoSided(.nan).value.isNaN)
  }
}
