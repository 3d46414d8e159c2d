import MendelianRandomization
import StudyModel
import Testing

@Suite struct SteigerFilterTests {
  private func test(_ exposure: Double, _ outcome: Double, outcomeNoise: Double = 0) -> SteigerTest {
    SteigerTest(
      exposureRSquared: exposure,
      outcomeRSquared: outcome,
      exposureNoise: 0,
      outcomeNoise: outcomeNoise,
      exposureNoiseGivenSelection: 0,
      verdict: .undecided,
      pValue: PValue(0.5)
    )
  }

  private let variants = (1...5).map { variant("rs\($0)", x: 0.1 * Double($0), y: 0.03 * Double($0 * $0)) }

  private func filtered(_ tests: [SteigerTest?], methods: [MethodID] = [.ivwRandomEffects, .mrEgger])
    -> SteigerFiltered
  {
    SteigerFilter(methods: methods, context: context()).filtered(
      Array(variants.prefix(tests.count)),
      tests: zip(variants, tests).map { SteigerVariant(variant: $0.variant.id, test: $1) }
    )
  }

  @Test func removesWhatExplainsMoreOfTheOutcome() throws {
    let found = filtered([test(0.1, 0.01), test(0.01, 0.1), test(0.1, 0.01), nil, test(0.1, 0.1)])
    #expect(found.removed == ["rs2"])
    #expect(found.unknown == 1)
    #expect(found.kept == 4)
    let kept = variants.filter { $0.variant.id != "rs2" }
    #expect(
      found.estimates
        == [.ivwRandomEffects, .mrEgger].map { MethodTable.outcome($0, kept, context: context()) }
    )
  }

  /// 0.02 of which 0.015 are noise is less than 0.01.
  @Test func noiseIsTakenOff() {
    let two = filtered([test(0.01, 0.02, outcomeNoise: 0.015), test(0.01, 0.02)])
    #expect(two.removed == ["rs2"])
  }

  @Test func oneThatIsLeftHasItsWaldRatio() {
    let found = filtered([test(0.1, 0.01), test(0.01, 0.1)])
    #expect(found.estimates.map(\.method) == [.waldRatio])
  }

  @Test func nothingLeftAndNothingKnownAreReasons() {
    #expect(filtered([test(0.01, 0.1)]).notEstimated?.reason == .noVariantLeft)
    #expect(filtered([nil, nil]).notEstimated?.reason == .explainedVarianceUnknown)
    #expect(filtered([]).notEstimated?.reason == .noVariantLeft)
  }
}
