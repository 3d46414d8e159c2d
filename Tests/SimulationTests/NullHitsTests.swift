import Simulation
import StudyModel
import Testing

@Suite struct NullHitsTests {
  private func pair(_ trait: String, _ direction: Direction, p: Double?) throws -> PairResult {
    let id = try #require(TraitID(rawValue: trait))
    let interval = ConfidenceInterval(lower: -1, upper: 1)
    let estimates = p.map { p in
      [
        MethodOutcome(
          CausalEstimate(
            method: .ivwRandomEffects,
            variantCount: 3,
            estimate: Estimate(value: 0, standardError: 1, interval: interval, pValue: PValue(p))
          )
        )
      ]
    }
    return PairResult(
      id: PairID(trait: id, direction: direction),
      trait: id,
      direction: direction,
      exposure: id,
      outcome: id,
      scale: EffectScale(exposureType: .continuous, outcomeType: .binary),
      status: .analysed,
      estimates: estimates ?? []
    )
  }

  @Test func hitsAreCountedByDirectionAndReplicate() throws {
    var hits = NullHits()
    let first = [
      try pair("A", .forward, p: 0.01), try pair("B", .forward, p: 0.05), try pair("A", .reverse, p: nil),
    ]
    hits.add(first, primaryMethod: .ivwRandomEffects, significanceLevel: 0.05)
    let second = [
      try pair("A", .forward, p: 0.2), try pair("B", .forward, p: 0.04), try pair("A", .reverse, p: 0.001),
    ]
    hits.add(second, primaryMethod: .ivwRandomEffects, significanceLevel: 0.05)
    hits.add([try pair("A", .forward, p: 0.5)], primaryMethod: .ivwRandomEffects, significanceLevel: 0.05)
    #expect(hits.counts == [.forward: [1, 1, 0], .reverse: [0, 1, 0]])
    // 0.05 itself is not below the level, and a pair without an estimate is no test.
    #expect(hits.tests == [.forward: 5, .reverse: 1])
    #expect(hits.share(.forward) == 0.4 && hits.share(.reverse) == 1)
    #expect(hits.distribution(.forward) == [1, 2])
    #expect(hits.share(.forward, atLeast: 1) == 2.0 / 3 && hits.share(.forward, atLeast: 2) == 0)
  }
}
