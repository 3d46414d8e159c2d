import Foundation
import MendelianRandomization
import Statistics
import Testing

@Suite struct PowerCalculationTests {
  private let binary = PowerCalculation(rSquared: 0.02, people: 213_264, cases: 119, significanceLevel: 0.05)

  @Test func withoutAnEffectPowerIsTheLevel() {
    #expect(isClose(binary.power(0), 0.05))
  }

  @Test func theDetectableEffectHasThePower() throws {
    let effect = try #require(binary.detectable(power: 0.8))
    #expect(isClose(binary.power(effect), 0.8, relative: 1e-9))
    #expect(isClose(binary.power(-effect), 0.8, relative: 1e-9))
    // (1.96 + 0.8416)/√(R²·cases·(1 − φ)) but for the other tail, which is next to nothing.
    let approximate = 2.801_585 / (0.02 * 119 * (1 - 119 / 213_264.0)).squareRoot()
    #expect(isClose(effect, approximate, relative: 1e-4))
  }

  /// By 10⁶ draws of the statistic.
  @Test func agreesWithDraws() {
    let calculation = PowerCalculation(rSquared: 0.01, people: 20_000, cases: nil, significanceLevel: 0.05)
    let mean = 0.15 * (0.01 * 20_000.0).squareRoot()
    var stream = RandomStream(StreamKey(seed: 1, names: ["power"]), simulation: 0)
    var normals = [Double](repeating: 0, count: 1_000_000)
    Ziggurat.shared.fill(&normals, from: &stream)
    let share = Double(normals.count { abs($0 + mean) > 1.959_963_985 }) / 1e6
    #expect(abs(calculation.power(0.15) - share) < 4 * (share * (1 - share) / 1e6).squareRoot())
  }

  /// By drawn data: people with a score that explains R² of the exposure, a linear outcome; the test of the ratio.
  @Test func agreesWithSimulatedPeople() {
    let (people, rSquared, effect) = (1_500, 0.05, 0.3)
    var rejected = 0
    let runs = 600
    for run in 0..<runs {
      var stream = RandomStream(StreamKey(seed: 2, names: ["people"]), simulation: UInt64(run))
      var normals = [Double](repeating: 0, count: 3 * people)
      Ziggurat.shared.fill(&normals, from: &stream)
      // Score and exposure have variance 1; the outcome's errors leave it variance 1 too.
      let (root, rest) = (rSquared.squareRoot(), (1 - rSquared).squareRoot())
      let noise = (1 - effect * effect).squareRoot()
      var (gy, gg) = (0.0, 0.0)
      for index in 0..<people {
        let score = normals[3 * index]
        let exposure = root * score + rest * normals[3 * index + 1]
        let outcome = effect * exposure + noise * normals[3 * index + 2]
        gy += score * outcome
        gg += score * score
      }
      if abs(gy / gg.squareRoot()) > 1.96 { rejected += 1 }
    }
    let share = Double(rejected) / Double(runs)
    let stated = PowerCalculation(
      rSquared: rSquared,
      people: Double(people),
      cases: nil,
      significanceLevel: 0.05
    )
    .power(effect)
    #expect(abs(share - stated) < 4 * (stated * (1 - stated) / Double(runs)).squareRoot() + 0.01)
  }

  @Test func byPrecisionAStandardErrorIsAllThatCounts() throws {
    let calculation = PowerCalculation(standardError: 0.1, significanceLevel: 0.05)
    #expect(isClose(try #require(calculation.detectable(power: 0.8)), 0.280_158_5, relative: 1e-5))
  }

  @Test func noInformationDetectsNothing() {
    let none = PowerCalculation(rSquared: 0, people: 1000, cases: nil, significanceLevel: 0.05)
    #expect(none.detectable(power: 0.8) == nil)
    #expect(binary.detectable(power: 0.01) == nil)
    #expect(PowerCalculation(standardError: 0, significanceLevel: 0.05).detectable(power: 0.8) == nil)
  }
}
