import MendelianRandomization
import StudyModel
import Testing

@Suite struct HarmonisationResultTests {
  private func exclusion(
    _ id: String,
    _ stage: Exclusion.Stage,
    exposure: Int? = nil,
    outcome: Int? = nil
  ) -> Exclusion {
    Exclusion(
      variant: GeneticVariant(id: id),
      stage: stage,
      reason: .duplicate,
      exposure: exposure.map { ExcludedRow(alleleRow(id, "A", "G", line: $0)) },
      outcome: outcome.map { ExcludedRow(alleleRow(id, "A", "G", line: $0)) }
    )
  }

  @Test func exclusionsStandInTheOrderOfTheFlowAndOfTheLines() {
    let result = HarmonisationResult(
      candidates: 9,
      variants: [],
      unordered: [
        exclusion("e", .harmonisation, exposure: 2), exclusion("c", .lookup, exposure: 8),
        exclusion("b", .selection, exposure: 7), exclusion("a", .selection, exposure: 3),
        exclusion("d", .lookup, exposure: 8),
      ]
    )
    #expect(result.exclusions.map(\.variant.id) == ["a", "b", "c", "d", "e"])
  }

  @Test func theFlowCountsTheExposuresRowsAlone() {
    let result = HarmonisationResult(
      candidates: 9,
      variants: [variant("rs1", x: 0.1, y: 0.2)],
      unordered: [
        exclusion("a", .selection, exposure: 2), exclusion("b", .lookup, exposure: 3),
        exclusion("c", .lookup, outcome: 4), exclusion("d", .harmonisation, exposure: 5, outcome: 6),
      ]
    )
    #expect(result.flow == VariantFlow(candidates: 9, selected: 8, found: 7, harmonised: 6, used: 1))
  }
}
