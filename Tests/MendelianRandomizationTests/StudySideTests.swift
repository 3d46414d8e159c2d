import MendelianRandomization
import StudyModel
import Testing

@Suite struct StudySideTests {
  private let trait = Trait(
    id: traitID("T"),
    name: "T",
    type: .binary,
    units: "SD",
    sampleSize: SampleSize(total: 10, cases: 4, controls: 6),
    prevalence: 0.1
  )

  @Test func theTraitsOwnStudy() {
    let side = StudySide(trait: trait, source: nil)
    #expect(side.units == "SD")
    #expect(side.sampleSize.cases == 4)
    #expect(side.prevalence == 0.1)
  }

  @Test func anotherSourceBringsItsOwnNumbersAndBorrowsNone() {
    let side = StudySide(trait: trait, source: PairSource(sampleSize: SampleSize(total: 99), units: "mmol/L"))
    #expect(side.units == "mmol/L")
    #expect(side.sampleSize.people == 99)
    #expect(side.sampleSize.cases == nil)
    #expect(side.prevalence == 0.1)
  }
}
