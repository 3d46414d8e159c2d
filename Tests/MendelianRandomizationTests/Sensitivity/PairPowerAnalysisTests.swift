import Foundation
import MendelianRandomization
import StudyModel
import Testing

@Suite struct PairPowerAnalysisTests {
  private func side(
    _ type: TraitType,
    units: String? = "SD",
    cases: Int? = nil,
    controls: Int? = nil,
    total: Int? = nil
  )
    -> StudySide
  {
    let size = SampleSize(total: total, cases: cases, controls: controls)
    let trait = Trait(id: traitID("T"), name: "T", type: type, units: units, sampleSize: size)
    return StudySide(trait: trait, source: nil)
  }

  private func power(
    _ exposure: StudySide,
    _ outcome: StudySide,
    rSquared: Double? = 0.02,
    error: Double? = 0.1
  ) -> PowerOutcome {
    let strength = InstrumentStrength(
      meanF: 30,
      medianF: 30,
      minimumF: 30,
      maximumF: 30,
      belowTen: 0,
      rSquared: rSquared,
      pairF: nil
    )
    let primary = error.map { error in
      Estimate(
        value: 0.1,
        standardError: error,
        interval: ConfidenceInterval(lower: 0, upper: 1),
        pValue: PValue(0.3)
      )
    }
    return PairPowerAnalysis(
      exposure: exposure,
      outcome: outcome,
      settings: PowerSettings(),
      significanceLevel: 0.05
    ).power([], strength: strength, primary: primary)
  }

  @Test func byDesignWhereTheDesignTells() throws {
    let analysis = try #require(
      power(side(.continuous), side(.binary, cases: 119, controls: 213_145)).analysis
    )
    #expect(analysis.basis == .design)
    #expect(analysis.cases == 119 && analysis.people == 213_264 && analysis.rSquared == 0.02)
    #expect(analysis.stated.map { exp($0.effect) }.map { ($0 * 10).rounded() / 10 } == [1.2, 1.5, 2])
    #expect(analysis.stated.map(\.power) == analysis.stated.map(\.power).sorted())
  }

  @Test func byPrecisionOfABinaryExposurePerDoublingOfItsOdds() throws {
    let analysis = try #require(power(side(.binary, units: nil), side(.continuous, total: 5_000)).analysis)
    #expect(analysis.basis == .precision)
    #expect(isClose(analysis.detectable, 2.801_585 * 0.1 * log(2.0), relative: 1e-4))
    #expect(analysis.rSquared == nil)
  }

  @Test func unknownRSquaredFallsBackOnThePrecision() throws {
    let outcome = power(side(.continuous), side(.binary, cases: 119, controls: 213_145), rSquared: nil)
    #expect(outcome.analysis?.basis == .precision)
    #expect(outcome.analysis?.cases == 119)
  }

  @Test func unitsThatAreNoSDLeaveTheDesignsReason() {
    let unknown = power(side(.continuous, units: nil), side(.binary, cases: 9, controls: 9), rSquared: nil)
    #expect(unknown.notEstimated?.reason == .explainedVarianceUnknown)
    let size = power(side(.continuous), side(.continuous, units: "mg/l"), error: nil)
    #expect(size.notEstimated?.reason == .sampleSizeUnknown)
    let binary = power(side(.binary, units: nil), side(.continuous, units: "mg/l"))
    #expect(binary.notEstimated?.reason == .notDefined)
  }
}
