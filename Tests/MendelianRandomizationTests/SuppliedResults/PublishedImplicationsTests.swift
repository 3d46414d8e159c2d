import Foundation
import MendelianRandomization
import StudyModel
import Testing

@Suite struct PublishedImplicationsTests {
  private func implied(
    _ estimate: Double,
    _ lower: Double,
    _ upper: Double,
    p: Double,
    scale: PublishedEstimate.Scale = .oddsRatio,
    roundings: [Double] = [0.005, 0.005, 0.005, 0.0005]
  ) throws -> PublishedEstimate.Implied? {
    let trait = try #require(TraitID(rawValue: "A"))
    let published = PublishedEstimate(
      trait: trait,
      direction: .forward,
      method: "IVW",
      scale: scale,
      estimate: estimate,
      lower: lower,
      upper: upper,
      pValue: PValue(p),
      source: "Nobody"
    )
    return PublishedImplications(estimate: published, roundings: roundings, tests: 41)?.implied
  }

  /// By hand: σ = ln(0.74/0.13)/3.919928 = 0.443660, z = ln 0.31/σ = −2.639820, p = 0.008295.
  @Test func anOddsRatio() throws {
    let implied = try #require(try implied(0.31, 0.13, 0.74, p: 0.009))
    #expect(abs(implied.standardError - 0.443660) < 1e-6)
    #expect(abs(implied.pValue.value - 0.008295) < 1e-6)
    #expect(implied.bonferroni.value == 0.369 && implied.tests == 41)
    // (1.959964 + 0.841621) σ.
    #expect(abs(implied.detectable - 2.801585 * 0.443660) < 1e-4)
    #expect(implied.agrees && implied.pRange[0] < implied.pValue && implied.pValue < implied.pRange[1])
  }

  @Test func aPThatDoesNotBelongToItsInterval() throws {
    #expect(try implied(0.31, 0.13, 0.74, p: 0.04)?.agrees == false)
    #expect(try implied(0.31, 0.13, 0.74, p: 0.0005)?.agrees == false)
  }

  @Test func aDifferenceOnItsOwnScale() throws {
    let implied = try #require(
      try implied(0.2, 0.004, 0.396, p: 0.0455, scale: .beta, roundings: [0.05, 0.0005, 0.0005, 0.00005])
    )
    #expect(abs(implied.standardError - 0.392 / 3.919928) < 1e-6)
    #expect(abs(implied.pValue.value - 0.0455) < 2e-4)
  }

  @Test func anEstimateThatMayLieOnTheNullAllowsEveryP() throws {
    let implied = try #require(try implied(1.00, 0.90, 1.11, p: 0.99))
    #expect(implied.pRange[1].value == 1 && implied.agrees && implied.bonferroni.value == 1)
  }

  @Test func anIntervalWithoutWidthImpliesNothing() throws {
    #expect(try implied(1, 1, 1, p: 0.5) == nil)
  }
}
