import MendelianRandomization
import StudyModel
import Testing

@Suite struct InstrumentStrengthAnalysisTests {
  private func analysis(_ total: Int? = nil) -> InstrumentStrengthAnalysis {
    let trait = Trait(id: traitID("T"), name: "T", type: .continuous, sampleSize: SampleSize(total: total))
    return InstrumentStrengthAnalysis(exposure: StudySide(trait: trait, source: nil))
  }

  @Test(arguments: ReferenceTables.datasets)
  func fAgreesWithThePeer(_ dataset: String) throws {
    let strength = try #require(analysis().strength(try ReferenceTables.variants(dataset)))
    #expect(isClose(strength.meanF, try ReferenceTables.estimate(dataset, "f_mean")))
    #expect(isClose(strength.medianF, try ReferenceTables.estimate(dataset, "f_median")))
    #expect(isClose(strength.minimumF, try ReferenceTables.estimate(dataset, "f_min")))
    #expect(isClose(strength.maximumF, try ReferenceTables.estimate(dataset, "f_max")))
  }

  @Test func pairFByHand() throws {
    // F = 100 and 25 with n = 1002 and 1102: r² = 100/1100 and 25/1125; N is the mean, 1052.
    let variants = [
      variant("rs1", x: 0.1, y: 0.1, sampleSize: 1002), variant("rs2", x: 0.05, y: 0.1, sampleSize: 1102),
    ]
    let strength = try #require(analysis(99).strength(variants.map(analysis(99).described)))
    let rSquared = 100.0 / 1100 + 25.0 / 1125
    #expect(isClose(strength.rSquared, rSquared))
    #expect(isClose(strength.pairF, rSquared * (1052 - 3) / ((1 - rSquared) * 2)))
  }

  @Test func aBinaryExposureHasNoFOfAllInstruments() throws {
    let size = SampleSize(cases: 2000, controls: 400_000)
    let trait = Trait(id: traitID("D"), name: "D", type: .binary, sampleSize: size)
    let analysis = InstrumentStrengthAnalysis(exposure: StudySide(trait: trait, source: nil))
    var instrument = variant("rs1", x: 0.3, y: 0.1)
    instrument.exposure.effectAlleleFrequency = 0.3
    let strength = try #require(analysis.strength([analysis.described(instrument)]))
    #expect(strength.rSquared != nil)
    #expect(strength.pairF == nil)
  }

  @Test func oneUnknownMakesTheSumUnknown() throws {
    let variants = [variant("rs1", x: 0.1, y: 0.1, sampleSize: 1002), variant("rs2", x: 0.05, y: 0.1)]
    let strength = try #require(analysis().strength(variants.map(analysis().described)))
    #expect(strength.rSquared == nil)
    #expect(strength.pairF == nil)
    #expect(strength.meanF == 62.5 || isClose(strength.meanF, 62.5))
  }

  @Test func variantsCannotExplainMoreThanThereIs() throws {
    let all = (1...3).map { variant("rs\($0)", x: 0.4, y: 0.1, sampleSize: 1002) }
    let strength = try #require(analysis().strength(all.map(analysis().described)))
    #expect(all.map(analysis().described).allSatisfy { ($0.rSquared ?? 0) > 0.6 })
    #expect(strength.rSquared == nil && strength.pairF == nil)
  }

  @Test func countsWeakInstruments() throws {
    let variants = [
      variant("rs1", x: 0.1, y: 0.1), variant("rs2", x: 0.03, y: 0.1), variant("rs3", x: 0.0317, y: 0),
    ]
    #expect(try #require(analysis().strength(variants)).belowTen == 1)
  }

  @Test func noVariantsHaveNoStrength() {
    #expect(analysis().strength([]) == nil)
  }
}
