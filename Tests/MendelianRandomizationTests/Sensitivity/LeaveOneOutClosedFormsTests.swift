import MendelianRandomization
import Statistics
import StudyModel
import Testing

/// The closed forms against running the method anew without each variant.
@Suite struct LeaveOneOutClosedFormsTests {
  enum Kind: CaseIterable, Sendable { case ordinary, oneHeavy, oneOutlier, agreeing, turned }

  private func variants(_ kind: Kind, _ count: Int, seed: UInt64) -> [HarmonisedVariant] {
    var stream = RandomStream(StreamKey(seed: seed, names: ["leave one out"]), simulation: 0)
    let spread = kind == .agreeing ? 0.1 : 1.2
    var variants = (0..<count).map { index in
      let x = 0.05 + 0.1 * stream.nextUniform()
      let y = 0.4 * x + spread * 0.02 * Ziggurat.shared.normal(&stream)
      return variant("rs\(index)", x: x, y: y, yError: 0.01 + 0.02 * stream.nextUniform())
    }
    switch kind {
    case .ordinary, .agreeing: break
    case .oneHeavy: variants[1].outcome.standardError = 1e-9
    case .oneOutlier: variants[1].outcome.beta = 1e5
    case .turned: variants = variants.enumerated().map { $0 % 2 == 0 ? flipped($1) : $1 }
    }
    return variants
  }

  @Test(arguments: [MethodID.ivwRandomEffects, .ivwFixedEffect, .mrEgger], Kind.allCases)
  func isTheMethodRunAnew(_ method: MethodID, _ kind: Kind) throws {
    for count in [3, 4, 5, 20, 150] {
      let variants = variants(kind, count, seed: UInt64(count))
      let rows = LeaveOneOut(method: method, significanceLevel: 0.05, context: context()).estimates(variants)
        .rows
      let expected = variants.indices.compactMap { index -> (String, CausalEstimate, HeterogeneityTest?)? in
        var rest = variants
        rest.remove(at: index)
        let outcome = MethodTable.outcome(method, rest, context: context())
        return outcome.result.map { (variants[index].variant.id, $0, try? CochransQ.test(rest)) }
      }
      #expect(rows.map(\.variant) == expected.map(\.0))
      for (row, (_, anew, heterogeneity)) in zip(rows, expected) {
        #expect(isClose(row.estimate.value, anew.estimate.value, relative: 1e-9))
        #expect(isClose(row.estimate.standardError, anew.estimate.standardError))
        #expect(isClose(row.estimate.interval.lower, anew.estimate.interval.lower, relative: 1e-9))
        #expect(row.estimate.interval.degreesOfFreedom == anew.estimate.interval.degreesOfFreedom)
        #expect(isClose(row.heterogeneity?.q, try #require(heterogeneity).q))
        #expect(row.heterogeneity?.degreesOfFreedom == heterogeneity?.degreesOfFreedom)
      }
    }
  }

  @Test func oneVariantThatAloneDiffersLeavesNoSlopeForMREgger() {
    let variants = (0..<6).map { variant("rs\($0)", x: $0 == 2 ? 0.2 : 0.1, y: 0.01 * Double($0)) }
    let rows = LeaveOneOut(method: .mrEgger, significanceLevel: 0.05, context: context()).estimates(variants)
      .rows
    #expect(rows.map(\.variant) == ["rs0", "rs1", "rs3", "rs4", "rs5"])
  }
}
