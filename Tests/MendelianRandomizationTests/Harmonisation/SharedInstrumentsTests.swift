import MendelianRandomization
import StudyModel
import Testing

@Suite struct SharedInstrumentsTests {
  private let effect = AlleleEffect(beta: 0.1, standardError: 0.01)

  private func pair(
    _ trait: String,
    _ direction: Direction = .forward,
    used: [String],
    excluded: [(String, ExclusionReason)] = []
  ) throws -> PairResult {
    let id = try #require(TraitID(rawValue: trait))
    let row = ExcludedRow(line: 2, effectAllele: nil, otherAllele: nil, effect: effect)
    return PairResult(
      id: PairID(trait: id, direction: direction),
      trait: id,
      direction: direction,
      exposure: id,
      outcome: id,
      scale: EffectScale(exposureType: .continuous, outcomeType: .binary),
      status: .analysed,
      variants: used.map {
        HarmonisedVariant(
          variant: GeneticVariant(id: $0),
          effectAllele: nil,
          otherAllele: nil,
          exposure: effect,
          outcome: effect,
          alignment: .same,
          isPalindromic: false
        )
      },
      exclusions: excluded.map {
        Exclusion(variant: GeneticVariant(id: $0.0), stage: .selection, reason: $0.1, exposure: row)
      }
    )
  }

  @Test func usedByOneAndCandidateOfAnother() throws {
    let shared = SharedInstruments.find(in: [
      try pair("A", used: ["rs1", "rs2"]), try pair("B", used: ["rs3"], excluded: [("rs1", .clumped)]),
      try pair("C", used: ["rs1"]),
    ])
    #expect(shared.map(\.variant) == ["rs1"])
    #expect(shared.first?.traits.map(\.rawValue) == ["A", "B", "C"])
  }

  @Test func whatIsNotAssociatedIsNotShared() throws {
    let reasons: [ExclusionReason] = [
      .pAboveThreshold, .pMissing, .exposureEffectMissing, .exposureEffectZero,
    ]
    for reason in reasons {
      let pairs = [try pair("A", used: ["rs1"]), try pair("B", used: [], excluded: [("rs1", reason)])]
      #expect(SharedInstruments.find(in: pairs) == [])
    }
  }

  @Test func whatNobodyUsesIsNotListed() throws {
    let pairs = [
      try pair("A", used: [], excluded: [("rs1", .notInPanel)]),
      try pair("B", used: [], excluded: [("rs1", .clumped)]),
    ]
    #expect(SharedInstruments.find(in: pairs) == [])
  }

  /// The disease's instruments are the same for every trait.
  @Test func theReverseDirectionDoesNotCount() throws {
    let pairs = [try pair("A", .reverse, used: ["rs1"]), try pair("B", .reverse, used: ["rs1"])]
    #expect(SharedInstruments.find(in: pairs) == [])
  }
}
