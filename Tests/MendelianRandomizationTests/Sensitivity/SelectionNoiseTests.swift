import Foundation
import MendelianRandomization
import Statistics
import StudyModel
import Testing

@Suite struct SelectionNoiseTests {
  /// Effects with these z.
  private func effects(_ z: [Double]) -> [AlleleEffect] {
    z.map { AlleleEffect(beta: 0.01 * $0, standardError: 0.01) }
  }

  /// E[χ²₁ | χ²₁ > c] by the trapezoidal rule over z.
  @Test(arguments: [0.05, 1e-3, 5e-6, 5e-8]) func inflationIsTheMeanOfTheTail(threshold: Double) {
    let start = -NormalDistribution.quantile(threshold / 2)
    let step = 1e-4
    var (mass, moment) = (0.0, 0.0)
    for index in 0...200_000 {
      let z = start + Double(index) * step
      let density = exp(-0.5 * z * z) * (index == 0 ? 0.5 : 1)
      mass += density
      moment += density * z * z
    }
    let noise = SelectionNoise(effects([10]), declared: threshold)
    #expect(isClose(noise.inflation, moment / mass, relative: 1e-6))
  }

  /// p < 5 × 10⁻⁶ alone gives F of 22.7 on average, and five such variants in a genome.
  @Test func theUsualThresholds() {
    let ten = effects((1...10).map { 4.6 + 0.1 * Double($0) })
    let loose = SelectionNoise(ten, declared: 5e-6)
    #expect(isClose(loose.inflation, 22.7, relative: 0.01))
    #expect(isClose(loose.falseExpected, 5))
    #expect(isClose(loose.factor, 1 + 0.5 * (loose.inflation - 1)))
    let strict = SelectionNoise(ten, declared: 5e-8)
    #expect(isClose(strict.falseExpected, 0.05))
    #expect(strict.factor < 1.2)
  }

  @Test func noMoreThanAllCanBeChance() {
    let two = SelectionNoise(effects([4.7, 5]), declared: 5e-6)
    #expect(two.falseExpected == 2)
    #expect(isClose(two.factor, two.inflation))
  }

  @Test func withoutAThresholdTheLargestPStandsForIt() {
    var some = effects([6, 5, 7])
    let p = NormalDistribution.twoSided(5).value
    #expect(isClose(SelectionNoise(some, declared: nil).threshold, p))
    some[0].pValue = PValue(1e-4)
    #expect(SelectionNoise(some, declared: nil).threshold == 1e-4)
  }

  @Test(arguments: [0, 1.0]) func thresholdsThatChooseNothingAddNothing(threshold: Double) {
    #expect(SelectionNoise(effects([5]), declared: threshold).factor == 1)
    #expect(SelectionNoise([], declared: nil).factor == 1)
  }
}
