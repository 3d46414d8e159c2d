import MendelianRandomization
import StudyModel
import Testing

/// Instruments that were selected from a genome-wide file go through the same harmonising, and nothing of them vanishes.
@Suite struct SelectedInstrumentsTests {
  private func row(_ id: String, line: Int, _ effect: String = "A", _ other: String = "G")
    -> VariantAssociation
  {
    VariantAssociation(
      variant: GeneticVariant(id: id),
      effectAllele: Allele(rawValue: effect),
      otherAllele: Allele(rawValue: other),
      effect: AlleleEffect(beta: 0.1, standardError: 0.01, effectAlleleFrequency: 0.3),
      line: line
    )
  }

  private func selected(_ instruments: [VariantAssociation]) throws -> SelectedInstruments {
    let trait = try #require(TraitID(rawValue: "A"))
    let clumped = Exclusion(
      variant: GeneticVariant(id: "rs9"),
      stage: .clumping,
      reason: .clumped,
      exposure: ExcludedRow(row("rs9", line: 9)),
      lead: ClumpLead(variant: "rs1", rSquared: 0.5)
    )
    let rare = Exclusion(
      variant: GeneticVariant(id: "rs8"),
      stage: .selection,
      reason: .minorAlleleRare,
      exposure: ExcludedRow(row("rs8", line: 8))
    )
    let selection = TraitSelection(
      trait: trait,
      pThreshold: 5e-6,
      candidates: instruments.count + 2,
      instruments: instruments.count
    )
    return SelectedInstruments(selection: selection, instruments: instruments, exclusions: [clumped, rare])
  }

  @Test func theFlowGoesThroughClumping() throws {
    var proxied = row("rs3", line: 3, "G", "A")
    let proxy = try ProxyVariant(
      variant: GeneticVariant(id: "rs33"),
      effectAllele: #require(Allele(rawValue: "C")),
      otherAllele: #require(Allele(rawValue: "T")),
      rSquared: 0.9
    )
    proxied.proxy = proxy
    proxied.effect?.effectAlleleFrequency = 0.7
    var flagged = row("rs3", line: 12)
    flagged.flags = [.notInPanel]
    let result = Harmoniser(settings: HarmonisationSettings()).harmonise(
      try selected([row("rs1", line: 10), row("rs2", line: 11), flagged]),
      outcome: [row("rs1", line: 2), proxied]
    )
    #expect(result.variants.map(\.variant.id) == ["rs1", "rs3"])
    #expect(
      result.flow
        == VariantFlow(candidates: 5, selected: 4, independent: 3, found: 2, harmonised: 2, used: 2)
    )
    #expect(result.exclusions.map(\.reason) == [.minorAlleleRare, .clumped, .notInOutcome])
    // Told of the instrument's effect allele, the proxy is told of its other one.
    let stand = try #require(result.variants.last)
    #expect(stand.proxy == proxy.forOtherAllele && stand.outcome.beta == -0.1)
    #expect(stand.flags == [.notInPanel, .proxy])
  }
}
