import Foundation
import MendelianRandomization
import StudyModel
import Testing

@Suite struct SteigerAnalysisTests {
  private func side(_ type: TraitType, _ size: SampleSize = SampleSize(), prevalence: Double? = nil)
    -> StudySide
  {
    StudySide(
      trait: Trait(id: traitID("T"), name: "T", type: type, sampleSize: size, prevalence: prevalence),
      source: nil
    )
  }

  private func analysis(_ exposure: StudySide, _ outcome: StudySide) -> SteigerAnalysis {
    SteigerAnalysis(exposure: exposure, outcome: outcome, significanceLevel: 0.05)
  }

  /// A variant that explains about these shares of two traits in 10,000 people each.
  private func variant(_ id: String, exposureShare: Double, outcomeShare: Double) -> HarmonisedVariant {
    var variant = MendelianRandomizationTests.variant(
      id,
      x: (exposureShare * 10_000).squareRoot() * 0.01,
      xError: 0.01,
      y: (outcomeShare * 10_000).squareRoot() * 0.02,
      yError: 0.02,
      frequency: 0.3,
      sampleSize: 10_000
    )
    variant.outcome.sampleSize = 10_000
    return variant
  }

  // MARK: Against the peer, both sides quantitative

  /// The peer's sum for the pair starts from rounded p-values: its r² of each variant are the target.
  @Test func explainedVarianceOfThePairIsTheSum() throws {
    let quantitative = side(.continuous)
    let variants = try ReferenceTables.variants("bmi_chd")
    let pair = try #require(analysis(quantitative, quantitative).steiger(variants).pair)
    func total(_ quantity: String) throws -> Double {
      try variants.map { try ReferenceTables.estimate("bmi_chd", quantity, variant: $0.variant.id) }.reduce(
        0,
        +
      )
    }
    #expect(isClose(pair.exposureRSquared, try total("steiger_r2_exposure")))
    #expect(isClose(pair.outcomeRSquared, try total("steiger_r2_outcome")))
    #expect(pair.verdict == .exposureFirst)
  }

  @Test func variantsAgreeWithThePeer() throws {
    let quantitative = side(.continuous)
    let variants = try ReferenceTables.variants("bmi_chd")
    for (variant, row) in zip(variants, analysis(quantitative, quantitative).steiger(variants).variants) {
      let id = variant.variant.id
      let test = try #require(row.test)
      #expect(row.variant == id)
      let exposure = try ReferenceTables.estimate("bmi_chd", "steiger_r2_exposure", variant: id)
      let outcome = try ReferenceTables.estimate("bmi_chd", "steiger_r2_outcome", variant: id)
      #expect(isClose(test.exposureRSquared, exposure))
      #expect(isClose(test.outcomeRSquared, outcome))
      let n = (variant.exposure.sampleSize ?? 0, variant.outcome.sampleSize ?? 0)
      let p = steigerP(exposure, outcome, variance: 1 / (n.0 - 3) + 1 / (n.1 - 3))
      #expect(isClose(p, try ReferenceTables.estimate("bmi_chd", "steiger_p", variant: id)))
    }
  }

  // MARK: Noise and verdicts

  @Test func noiseIsTakenOffBothSides() throws {
    let people = side(.continuous, SampleSize(total: 10_000))
    let variants = (1...20).map { variant("rs\($0)", exposureShare: 0.004, outcomeShare: 0.0003) }
    let result = analysis(people, people).steiger(variants)
    let pair = try #require(result.pair)
    #expect(isClose(pair.exposureNoise, 20 / 9999.0))
    #expect(isClose(pair.outcomeNoise, 20 / 9999.0))
    let z =
      (atanh((pair.exposureRSquared - pair.exposureNoise).squareRoot())
        - atanh((pair.outcomeRSquared - pair.outcomeNoise).squareRoot())) / (2 / 9997.0).squareRoot()
    #expect(isClose(pair.pValue.value, erfc(z / 2.0.squareRoot()), relative: 1e-9))
    #expect(pair.verdict == .exposureFirst)
    let ratio = SteigerSensitivity(
      larger: (pair.exposureRSquared - pair.exposureNoise).squareRoot(),
      smaller: (pair.outcomeRSquared - pair.outcomeNoise).squareRoot()
    ).ratio
    #expect(isClose(result.sensitivityRatio, ratio))
  }

  @Test func verdictsFollowTheLargerSide() throws {
    let people = side(.continuous, SampleSize(total: 10_000))
    func verdict(_ exposureShare: Double, _ outcomeShare: Double) -> SteigerVerdict? {
      analysis(people, people)
        .steiger([variant("rs1", exposureShare: exposureShare, outcomeShare: outcomeShare)]).variants[0].test?
        .verdict
    }
    #expect(verdict(0.01, 0.0001) == .exposureFirst)
    #expect(verdict(0.0001, 0.01) == .outcomeFirst)
    #expect(verdict(0.01, 0.009) == .undecided)
    #expect(verdict(0.0002, 0.0001) == .cannotBeAssessed)
    #expect(verdict(0, 0) == .cannotBeAssessed)
  }

  /// 119 cases: an outcome whose noise is about 0.26 % a variant says nothing of instruments that explain 0.3 %.
  /// Variants without any effect, taken from the tail beyond p < 5 × 10⁻⁶, look like instruments of their own sample.
  @Test func chanceThatWasSelectedCannotBeAssessed() throws {
    let (people, cases) = (side(.continuous, SampleSize(total: 100_000)), side(.binary))
    let chosen = (1...5).map { index in
      var row = variant("rs\(index)", exposureShare: 0, outcomeShare: 0)
      let error = 0.1
      row.exposure = AlleleEffect(
        beta: (4.57 + 0.1 * Double(index)) * error,
        standardError: error,
        effectAlleleFrequency: 0.3
      )
      row.outcome = AlleleEffect(beta: 0, standardError: 0.003, sampleSize: 100_000)
      return row
    }
    func test(pThreshold: Double?) -> Steiger {
      SteigerAnalysis(exposure: cases, outcome: people, significanceLevel: 0.05, pThreshold: pThreshold)
        .steiger(chosen)
    }
    for threshold in [5e-6, nil] {
      let result = test(pThreshold: threshold)
      #expect(result.pair?.verdict == .cannotBeAssessed)
      #expect(result.sensitivityRatio == nil)
      #expect(result.variants.allSatisfy { $0.test?.verdict == .cannotBeAssessed })
      let pair = try #require(result.pair)
      #expect(pair.exposureNoiseGivenSelection > 10 * pair.exposureNoise)
    }
    // Chosen in another sample, at a threshold that few pass by chance, they would tell.
    #expect(test(pThreshold: 1e-12).pair?.verdict == .exposureFirst)
  }

  @Test func fewCasesCannotBeAssessed() throws {
    let f = 0.3
    let effective = 119.0
    var row = variant("rs1", exposureShare: 0.003, outcomeShare: 0)
    row.outcome = AlleleEffect(
      beta: 0.1,
      standardError: (1 / (2 * f * (1 - f) * effective)).squareRoot(),
      effectAlleleFrequency: f
    )
    let result = analysis(side(.continuous), side(.binary)).steiger([row])
    let test = try #require(result.pair)
    #expect(abs(test.outcomeNoise - 0.00255) < 0.00001)
    #expect(test.verdict == .cannotBeAssessed)
    #expect(result.sensitivityRatio == nil)
  }

  @Test func aBinaryExposureAndAContinuousOutcome() throws {
    let f = 0.25
    let liability = 2 * f * (1 - f) * 0.2 * 0.2
    var row = variant("rs1", exposureShare: 0, outcomeShare: 0.0002)
    row.exposure = AlleleEffect(beta: 0.2, standardError: 0.02, effectAlleleFrequency: f)
    let test = try #require(analysis(side(.binary), side(.continuous)).steiger([row]).pair)
    let scale = Double.pi * Double.pi / 3
    #expect(isClose(test.exposureRSquared, liability / (liability + scale)))
    let noise = 2 * f * (1 - f) * 0.02 * 0.02 / scale
    #expect(isClose(test.exposureNoise, noise))
    let corrected = max(0, test.outcomeRSquared - test.outcomeNoise)
    let z =
      (atanh((test.exposureRSquared - noise).squareRoot()) - atanh(corrected.squareRoot()))
      / (noise + 1 / 9997.0).squareRoot()
    #expect(isClose(test.pValue.value, erfc(abs(z) / 2.0.squareRoot()), relative: 1e-9))
    #expect(test.verdict == .exposureFirst)
  }

  // MARK: What is missing

  @Test func anUnknownShareIsNamedAndStopsThePair() {
    let people = side(.continuous, SampleSize(total: 10_000))
    var unknown = variant("rs2", exposureShare: 0.01, outcomeShare: 0)
    unknown.exposure.effectAlleleFrequency = nil
    unknown.outcome.effectAlleleFrequency = nil
    let known = variant("rs1", exposureShare: 0.01, outcomeShare: 0)
    let result = analysis(people, side(.binary)).steiger([known, unknown])
    #expect(result.pair == nil)
    #expect(
      result.notEstimated == NotEstimated(reason: .explainedVarianceUnknown, needed: 2, available: 1)
    )
    #expect(result.variants[0].test != nil)
    #expect(result.variants[1].notEstimated?.reason == .explainedVarianceUnknown)
  }

  @Test func aFrequencyOfTheOtherSideServesBoth() {
    let people = side(.continuous, SampleSize(total: 10_000))
    let both = variant("rs1", exposureShare: 0.01, outcomeShare: 0)
    var exposureOnly = both
    exposureOnly.outcome.effectAlleleFrequency = nil
    #expect(
      analysis(people, side(.binary)).steiger([exposureOnly])
        == analysis(people, side(.binary)).steiger([both])
    )
    var other = exposureOnly
    other.exposure.effectAlleleFrequency = 0.1
    #expect(
      analysis(people, side(.binary)).steiger([other]) != analysis(people, side(.binary)).steiger([both])
    )
  }

  @Test func withoutSampleSizesNothingIsKnown() {
    let none = [MendelianRandomizationTests.variant("rs1", x: 0.1, y: 0.1)]
    let result = analysis(side(.continuous), side(.continuous)).steiger(none)
    #expect(result.notEstimated?.reason == .explainedVarianceUnknown)
  }

  @Test func noVariantsAreTooFew() {
    let result = analysis(side(.continuous), side(.continuous)).steiger([])
    #expect(result == Steiger(notEstimated: NotEstimated(reason: .tooFewVariants, needed: 1, available: 0)))
  }

  @Test func variantsThatExplainEverythingGiveNoTest() {
    let people = side(.continuous, SampleSize(total: 10_000))
    let all = (1...3).map { variant("rs\($0)", exposureShare: 0.9, outcomeShare: 0.001) }
    #expect(analysis(people, people).steiger(all).notEstimated?.reason == .notFinite)
  }
}
