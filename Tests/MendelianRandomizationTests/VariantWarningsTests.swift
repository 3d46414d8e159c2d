import MendelianRandomization
import StudyModel
import Testing

@Suite struct VariantWarningsTests {
  private func side(_ type: TraitType, cases: Int? = nil) -> StudySide {
    StudySide(
      trait: Trait(id: traitID("T"), name: "T", type: type, sampleSize: SampleSize(cases: cases)),
      source: nil
    )
  }

  private func flags(_ frequency: Double?, exposure: StudySide, outcome: StudySide) -> [VariantFlag] {
    VariantWarnings(exposure: exposure, outcome: outcome)
      .flagged(variant(x: 0.1, y: 0.1, frequency: frequency)).flags
  }

  @Test func fewMinorAllelesAmongTheCasesOfEitherSide() {
    let continuous = side(.continuous)
    let disease = side(.binary, cases: 100)
    #expect(flags(0.04, exposure: continuous, outcome: disease) == [.rareInCases])
    #expect(flags(0.04, exposure: disease, outcome: continuous) == [.rareInCases])
    #expect(flags(0.96, exposure: continuous, outcome: disease) == [.rareInCases])
    // 2 · 0.05 · 100 is ten: not fewer.
    #expect(flags(0.05, exposure: continuous, outcome: disease) == [])
  }

  @Test func whatIsUnknownIsNotFlagged() {
    #expect(flags(nil, exposure: side(.continuous), outcome: side(.binary, cases: 100)) == [])
    #expect(flags(0.001, exposure: side(.continuous), outcome: side(.binary)) == [])
    #expect(flags(0.001, exposure: side(.continuous, cases: 100), outcome: side(.continuous)) == [])
  }

  @Test(arguments: [
    ("6", 25_000_000, true), ("chr6", 34_000_000, true), ("6", 24_999_999, false), ("6", 34_000_001, false),
    ("16", 30_000_000, false),
  ])
  func extendedHLA(chromosome: String, position: Int, isFlagged: Bool) {
    var placed = variant(x: 0.1, y: 0.1)
    placed.variant.chromosome = chromosome
    placed.variant.position = position
    placed.flags = [.strandInferred]
    let warnings = VariantWarnings(exposure: side(.continuous), outcome: side(.continuous))
    let flags = warnings.flagged(placed).flags
    #expect(flags == (isFlagged ? [.strandInferred, .extendedHLA] : [.strandInferred]))
    #expect(warnings.flagged(warnings.flagged(placed)).flags == flags)
  }

  @Test func withoutAPositionNothingIsSaid() {
    var placed = variant(x: 0.1, y: 0.1)
    placed.variant.chromosome = "6"
    #expect(
      VariantWarnings(exposure: side(.continuous), outcome: side(.continuous)).flagged(placed).flags == []
    )
  }
}
