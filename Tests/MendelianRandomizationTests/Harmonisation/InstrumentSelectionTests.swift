import MendelianRandomization
import StudyModel
import Testing

@Suite struct InstrumentSelectionTests {
  @Test func aRowAtTheThresholdIsLeftOut() {
    let rows = [alleleRow("a", "A", "G", p: 5e-8), alleleRow("b", "A", "G", p: 4.999e-8)]
    let (kept, exclusions) = InstrumentSelection(pThreshold: 5e-8).select(rows)
    #expect(kept.map(\.variant.id) == ["b"])
    #expect(exclusions.map(\.reason) == [.pAboveThreshold])
    #expect(exclusions.first?.stage == .selection)
  }

  @Test func aMissingPComesFromBetaAndStandardError() {
    let strong = alleleRow("a", "A", "G", beta: 0.06, standardError: 0.01, p: nil)
    let weak = alleleRow("b", "A", "G", beta: 0.05, standardError: 0.01, p: nil)
    let huge = alleleRow("c", "A", "G", beta: -5, standardError: 0.01, p: nil)
    let broken = alleleRow("d", "A", "G", beta: 0, standardError: 0, p: nil)
    let (kept, exclusions) = InstrumentSelection(pThreshold: 5e-8).select([strong, weak, huge, broken])
    #expect(kept.map(\.variant.id) == ["a", "c"])
    #expect(exclusions.map(\.reason) == [.pAboveThreshold, .pMissing])
  }

  @Test func anUnderflownPIsComparedByItsLogarithm() {
    var faint = alleleRow("a", "A", "G")
    faint.effect?.pValue = PValue(negativeLog10: 400)
    let (kept, _) = InstrumentSelection(pThreshold: 1e-300).select([faint])
    #expect(kept.count == 1)
  }

  @Test func withoutAThresholdOnlyRowsWithoutEffectGo() {
    let (kept, exclusions) = InstrumentSelection(pThreshold: nil)
      .select([alleleRow("a", "A", "G", p: 0.9), alleleRow("b", "A", "G", beta: nil)])
    #expect(kept.map(\.variant.id) == ["a"])
    #expect(exclusions.map(\.reason) == [.exposureEffectMissing])
  }
}
