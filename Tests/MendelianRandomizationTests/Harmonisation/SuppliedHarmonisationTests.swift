import MendelianRandomization
import StudyModel
import Testing

/// Tables that came harmonised.
@Suite struct SuppliedHarmonisationTests {
  private func supplied(
    _ id: String,
    _ alleles: (String?, String?) = ("A", "G"),
    exposure: Double? = 0.1,
    outcome: Double? = 0.05,
    p: Double? = 1e-10,
    frequencies: (Double?, Double?) = (0.3, nil),
    isKept: Bool = true,
    line: Int = 2
  ) -> SuppliedHarmonisedRow {
    SuppliedHarmonisedRow(
      variant: GeneticVariant(id: id),
      effectAllele: alleles.0.flatMap(Allele.init),
      otherAllele: alleles.1.flatMap(Allele.init),
      exposure: alleleRow(id, nil, nil, beta: exposure, frequency: frequencies.0, p: p).effect,
      outcome: alleleRow(id, nil, nil, beta: outcome, frequency: frequencies.1).effect,
      isKept: isKept,
      line: line
    )
  }

  private func adopt(_ rows: [SuppliedHarmonisedRow], pThreshold: Double? = nil) -> HarmonisationResult {
    Harmoniser(settings: HarmonisationSettings()).adopt(rows, pThreshold: pThreshold)
  }

  @Test func effectsAreTakenAsTheyStand() throws {
    let result = adopt([supplied("rs1", ("A", "T"), frequencies: (0.5, 0.5)), supplied("rs2", (nil, nil))])
    #expect(result.variants.map(\.alignment) == [.supplied, .supplied])
    #expect(result.variants.map(\.isPalindromic) == [true, false])
    #expect(result.variants.map { $0.flags.contains(.strandAsSupplied) } == [true, false])
    #expect(result.variants.map(\.outcome.beta) == [0.05, 0.05])
    #expect(result.flow == VariantFlow(candidates: 2, selected: 2, found: 2, harmonised: 2, used: 2))
  }

  @Test func unusableRowsAreNamed() {
    let result = adopt(
      [
        supplied("a", isKept: false, line: 2), supplied("b", exposure: nil, line: 3),
        supplied("c", outcome: nil, line: 4), supplied("d", p: 1e-3, line: 5),
        supplied("e", ("A", "A"), line: 6), supplied("f", line: 7), supplied("f", line: 8),
        supplied("g", line: 9), supplied("g", ("A", "C"), line: 10), supplied("h", isKept: false, line: 11),
        supplied("h", line: 12),
      ],
      pThreshold: 1e-5
    )
    #expect(result.variants.map(\.variant.id) == ["f", "h"])
    let reasons = Dictionary(
      uniqueKeysWithValues: result.exclusions.map { ($0.exposure?.line ?? 0, $0.reason) }
    )
    #expect(
      reasons == [
        2: .markedNotKept, 3: .exposureEffectMissing, 4: .outcomeEffectMissing, 5: .pAboveThreshold,
        6: .identicalAlleles, 8: .duplicate, 9: .duplicateAmbiguous, 10: .duplicateAmbiguous,
        11: .markedNotKept,
      ]
    )
    #expect(result.flow == VariantFlow(candidates: 11, selected: 6, found: 5, harmonised: 2, used: 2))
  }

  @Test func aFrequencyClashIsFlagged() {
    let result = adopt([supplied("rs1", frequencies: (0.1, 0.9)), supplied("rs2", frequencies: (0.1, 0.2))])
    #expect(result.variants.map(\.flags) == [[.frequencyClash], []])
  }
}
