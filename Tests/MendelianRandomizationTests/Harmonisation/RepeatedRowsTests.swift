import MendelianRandomization
import StudyModel
import Testing

/// One rsID on several rows, of either file.
@Suite struct RepeatedRowsTests {
  private func reasons(_ result: HarmonisationResult) -> [ExclusionReason] { result.exclusions.map(\.reason) }

  @Test func theRowWhoseAllelesMatchThePartnersStands() {
    let result = harmoniseRows(
      [alleleRow("rs1", "A", "C", beta: 0.2, line: 2), alleleRow("rs1", "A", "G", line: 3)],
      [alleleRow("rs1", "G", "A", frequency: 0.7)]
    )
    #expect(result.variants.map(\.exposure.beta) == [0.1])
    #expect(reasons(result) == [.duplicateOtherAlleles])
    #expect(result.exclusions.first?.exposure?.line == 2)
    #expect(result.flow == VariantFlow(candidates: 2, selected: 1, found: 1, harmonised: 1, used: 1))
  }

  @Test func outcomeRowsAreChosenTheSameWay() {
    let result = harmoniseRows(
      [alleleRow("rs1", "A", "G")],
      [
        alleleRow("rs1", "A", "C", line: 2), alleleRow("rs1", "T", "C", beta: 0.7, line: 3),
        alleleRow("rs1", "T", "C", line: 4),
      ]
    )
    #expect(result.variants.map(\.outcome.beta) == [0.7])
    #expect(reasons(result) == [.duplicateOtherAlleles, .duplicate])
    #expect(result.exclusions.allSatisfy { $0.exposure == nil && $0.stage == .lookup })
    #expect(result.flow == VariantFlow(candidates: 1, selected: 1, found: 1, harmonised: 1, used: 1))
  }

  @Test func aMatchOnTheSameStrandComesBeforeOneAcrossStrands() {
    let result = harmoniseRows(
      [alleleRow("rs1", "T", "G", beta: 0.2, line: 2), alleleRow("rs1", "A", "C", line: 3)],
      [alleleRow("rs1", "A", "C")]
    )
    #expect(result.variants.map(\.exposure.beta) == [0.1])
  }

  @Test func noneStandsWhereThePartnerDoesNotTell() {
    let exposures = [alleleRow("rs1", "A", "G", line: 2), alleleRow("rs1", "G", "A", line: 3)]
    let result = harmoniseRows(exposures, [alleleRow("rs1", "A", "G")])
    #expect(result.variants.isEmpty)
    #expect(reasons(result) == [.duplicateAmbiguous, .duplicateAmbiguous])
    #expect(result.flow == VariantFlow(candidates: 2))
    let reverse = harmoniseRows([alleleRow("rs1", "A", "G")], exposures)
    #expect(reasons(reverse) == [.duplicateAmbiguous, .duplicateAmbiguous])
    #expect(reverse.exclusions.map { $0.outcome?.line } == [2, 3])
    #expect(reverse.flow == VariantFlow(candidates: 1, selected: 1))
  }

  @Test func anOutcomeRowWithoutEffectDoesNotHideOneThatHasIt() {
    let result = harmoniseRows(
      [alleleRow("rs1", "A", "G")],
      [alleleRow("rs1", "A", "G", beta: nil, line: 2), alleleRow("rs1", "A", "G", beta: 0.3, line: 3)]
    )
    #expect(result.variants.map(\.outcome.beta) == [0.3])
    #expect(reasons(result) == [.outcomeEffectMissing])
  }

  @Test func repeatedCandidatesThatTheOutcomeLacksAreEachListed() {
    let result = harmoniseRows(
      [
        alleleRow("rs1", "A", "G", line: 2), alleleRow("rs1", "A", "G", line: 3),
        alleleRow("rs1", "A", "C", line: 4),
      ],
      []
    )
    #expect(reasons(result) == [.duplicate, .notInOutcome, .notInOutcome])
    #expect(result.flow == VariantFlow(candidates: 3, selected: 2))
  }

  /// Nothing is lost: every candidate row is used or is the exposure's row of exactly one exclusion.
  @Test(arguments: HarmonisationPolicy.allCases, 0..<40)
  func everyCandidateIsAccountedFor(policy: HarmonisationPolicy, seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let exposure = randomRows(&random)
    let result = harmoniseRows(exposure, randomRows(&random), policy, pThreshold: 1e-5)
    let excluded = result.exclusions.compactMap(\.exposure?.line)
    #expect(Set(excluded).count == excluded.count)
    #expect(result.variants.count + excluded.count == exposure.count)
    #expect(result.flow.candidates == exposure.count)
    #expect(result.flow.used == result.variants.count)
    #expect(result.flow.harmonised == result.variants.count)
    #expect(Set(result.variants.map(\.variant.id)).count == result.variants.count)
    let outcomeOnly = result.exclusions.filter { $0.exposure == nil }.compactMap(\.outcome?.line)
    #expect(Set(outcomeOnly).count == outcomeOnly.count)
  }

  private func randomRows(_ random: inout SplitMix) -> [VariantAssociation] {
    let alleles: [String?] = ["A", "C", "G", "T", "I", "D", "AT", "TA", nil]
    return (0..<60).map { index in
      alleleRow(
        "rs\(Int.random(in: 0..<25, using: &random))",
        alleles.randomElement(using: &random) ?? nil,
        alleles.randomElement(using: &random) ?? nil,
        beta: Bool.random(using: &random) || Bool.random(using: &random) ? 0.1 : nil,
        frequency: [0.1, 0.42, 0.5, 0.9, nil].randomElement(using: &random) ?? nil,
        p: [1e-3, 1e-9, nil].randomElement(using: &random) ?? nil,
        line: index + 2
      )
    }
  }

  private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return z ^ (z >> 31)
    }
  }
}
