import Simulation
import StudyModel
import Testing

@Suite struct SummaryDrawTests {
  private func scenario(_ change: (inout SummaryScenario) -> Void = { _ in }) -> SummaryScenario {
    var scenario = SummaryScenario(id: "test", title: "A test")
    change(&scenario)
    return scenario
  }

  /// Errors of x and y over many variants, in units of their standard errors; every true effect is 6σx.
  private func errors(_ scenario: SummaryScenario) -> [(x: Double, y: Double)] {
    var exact = scenario
    exact.spreadOfZ = 0
    exact.variants = 20_000
    return SummaryDraw(exact, seed: 3).variants(replicate: 0).map { variant in
      let truth = exact.smallestZ * variant.exposure.standardError
      return (
        (variant.exposure.beta - truth) / variant.exposure.standardError,
        (variant.outcome.beta - exact.effect * truth) / variant.outcome.standardError
      )
    }
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  @Test(arguments: [0.0, 0.4])
  func errorsAreStandardNormalWithTheCorrelationAskedFor(_ correlation: Double) {
    let errors = errors(
      scenario {
        $0.effect = 0.2
        $0.errorCorrelation = correlation
      }
    )
    // Four standard errors of a mean and of a product of 20,000 draws.
    let slack = 4 / (20_000.0).squareRoot()
    #expect(abs(mean(errors.map(\.x))) < slack)
    #expect(abs(mean(errors.map(\.y))) < slack)
    #expect(abs(mean(errors.map { $0.x * $0.x }) - 1) < 2 * slack)
    #expect(abs(mean(errors.map { $0.y * $0.y }) - 1) < 2 * slack)
    #expect(abs(mean(errors.map { $0.x * $0.y }) - correlation) < 2 * slack)
  }

  @Test func aReplicateIsAFunctionOfSeedAndIndex() {
    let draw = SummaryDraw(scenario(), seed: 5)
    #expect(draw.variants(replicate: 7) == SummaryDraw(scenario(), seed: 5).variants(replicate: 7))
    #expect(draw.variants(replicate: 7) != draw.variants(replicate: 8))
    #expect(draw.variants(replicate: 7) != SummaryDraw(scenario(), seed: 6).variants(replicate: 7))
  }

  /// 30 % of 20,000 variants with α of one sign: the mean outcome error is 0.3·4·E|N| = 0.957.
  @Test func theInvalidShareHasThePleiotropyAskedFor() {
    let directional = errors(
      scenario {
        $0.invalidShare = 0.3
        $0.pleiotropy = .directional
      }
    )
    #expect(abs(mean(directional.map(\.y)) - 0.3 * 4 * 0.797_884_560_8) < 0.06)
    let balanced = errors(scenario { $0.invalidShare = 0.3 })
    #expect(abs(mean(balanced.map(\.y))) < 0.08)
    #expect(abs(mean(balanced.map { $0.y * $0.y }) - (1 + 0.3 * 16)) < 0.4)
  }

  @Test func theGridHasEveryKindOfTrouble() {
    let grid = SummaryScenario.grid
    #expect(Set(grid.map(\.id)).count == grid.count)
    #expect(grid.contains { $0.effect == 0 && $0.invalidShare == 0 })
    #expect(grid.contains { $0.invalidShare == 0.5 })
    #expect(
      Set(grid.filter { $0.invalidShare > 0 }.map(\.pleiotropy)) == Set(SummaryScenario.Pleiotropy.allCases)
    )
    #expect(grid.contains { $0.errorCorrelation > 0 } && grid.contains { $0.smallestZ < 2 })
  }
}
