import MendelianRandomization
import StudyModel
import Testing

@Suite struct FamilyAnalysisTests {
  private let traits = ["A", "B", "C", "D"]

  /// A result with that p of the primary method, or none.
  private func result(_ pair: PairDesign, p: Double?, status: PairStatus = .analysed) -> PairResult {
    let interval = ConfidenceInterval(lower: 0, upper: 1)
    let outcome = p.map { p in
      MethodOutcome(
        CausalEstimate(
          method: .ivwRandomEffects,
          variantCount: 3,
          estimate: Estimate(value: 0.5, standardError: 0.2, interval: interval, pValue: PValue(p))
        )
      )
    }
    let missing = NotEstimated(reason: .tooFewVariants, needed: 2, available: 0)
    return PairResult(
      id: pair.id,
      trait: pair.trait,
      direction: pair.direction,
      exposure: pair.exposure,
      outcome: pair.outcome,
      scale: EffectScale(exposureType: .continuous, outcomeType: .binary),
      status: status,
      estimates: [outcome ?? MethodOutcome(method: .ivwRandomEffects, notEstimated: missing)]
    )
  }

  @Test func adjustsForThePairsThatWereTested() throws {
    let pairs = traits.map { studyPair($0) }
    let analysis = FamilyAnalysis(design: studyDesign(pairs: pairs))
    let results = [
      result(pairs[0], p: 0.01), result(pairs[1], p: nil, status: .noInstrumentLeft),
      result(pairs[2], p: 0.04),
      result(pairs[3], p: 0.03),
    ]
    let family = try #require(analysis.families(results.reversed()).first)
    #expect(family.id == "forward")
    #expect(family.declared == 4)
    #expect(family.tested == 3)
    #expect(family.nominal == 3)
    #expect(isClose(family.nominalExpected, 0.15))
    #expect(family.passingBonferroni == 1)
    #expect(family.passingBenjaminiHochberg == 3)
    #expect(family.tests.map(\.pair.rawValue) == ["A.forward", "C.forward", "D.forward"])
    #expect(isClose(family.tests[0].bonferroni.value, 0.03))
    #expect(isClose(family.tests[1].bonferroni.value, 0.12))
    #expect(isClose(family.tests[2].benjaminiHochberg.value, 0.04))
    // Holm: 3·0.01, 2·0.03, then not below; Benjamini–Yekutieli: times 11/6; under 100 tests Storey's is BH.
    for (test, holm) in zip(family.tests, [0.03, 0.06, 0.06]) {
      #expect(isClose(test.holm?.value ?? 0, holm))
    }
    #expect(isClose(family.tests[2].benjaminiYekutieli?.value ?? 0, 0.04 * 11 / 6))
    #expect(family.tests.map(\.storey) == family.tests.map(\.benjaminiHochberg))
    #expect(family.storeyPi0 == 1)
    #expect(family.passingHolm == 1)
    #expect(family.effectiveTests == nil)
    #expect(family.untested == [UntestedPair(pair: pairs[1].id, status: .noInstrumentLeft)])
  }

  @Test func withoutDeclarationEachDirectionIsAFamilyAndTheStudyAnother() {
    let both = studyDesign(pairs: [studyPair("A"), studyPair("A", .reverse), studyPair("B")])
    #expect(FamilyAnalysis(design: both).declared.map(\.id) == ["forward", "reverse", "study"])
    let pairs = both.pairs
    let study = FamilyAnalysis(design: both).families(pairs.map { result($0, p: 0.01) }).last
    #expect(study?.tested == 3)
    #expect(study?.tests.first?.bonferroni.value == 0.03)
    #expect(
      FamilyAnalysis(design: studyDesign(pairs: [studyPair("A", .reverse)])).declared.map(\.id) == ["reverse"]
    )
  }

  /// Two traits that are one: worth one test, so that 1 − (1 − p)¹ = p.
  @Test func correlatedTraitsCountAsTheTestsThatTheyAreWorth() throws {
    let pairs = ["A", "B", "C"].map { studyPair($0) }
    var design = studyDesign(pairs: pairs)
    design.traitCorrelations = TraitCorrelations(
      file: "r.tsv",
      traits: [traitID("A"), traitID("B")],
      rows: [[1, 1], [1, 1]]
    )
    let results = zip(pairs, [0.02, 0.03, 0.5]).map { result($0, p: $1) }
    let family = try #require(FamilyAnalysis(design: design).families(results).first)
    #expect(family.tested == 3)
    #expect(isClose(family.effectiveTests?.count ?? 0, 2))
    #expect(family.effectiveTests?.covered == 2)
    #expect(family.effectiveTests?.passing == 1)
    #expect(isClose(family.tests[0].effective?.value ?? 0, 1 - 0.98 * 0.98))
  }

  @Test func declaredFamiliesMayTakeSomeGroupsAndBothDirections() throws {
    let pairs = [studyPair("A"), studyPair("A", .reverse), studyPair("B"), studyPair("C")]
    let family = FamilyDesign(
      id: "cells",
      directions: [.forward, .reverse],
      method: .ivwRandomEffects,
      groups: ["cells"]
    )
    let design = studyDesign(
      pairs: pairs,
      groups: ["A": "cells", "B": "proteins"],
      settings: AnalysisSettings(families: [family])
    )
    let families = FamilyAnalysis(design: design).families(pairs.map { result($0, p: 0.2) })
    #expect(families.count == 1)
    #expect(families[0].tests.map(\.pair.rawValue) == ["A.forward", "A.reverse"])
    #expect(families[0].declared == 2)
  }

  @Test func aPairWithOneVariantEntersWithItsWaldRatio() throws {
    let pair = studyPair("A")
    let analysis = StudyAnalysis(design: studyDesign(pairs: [pair]))
    let result = analysis.analyse(pair, data: suppliedTable([variant(x: 0.1, y: 0.05)]), inputs: [])
    let test = try #require(analysis.conclude([result]).families.first?.tests.first)
    #expect(test.method == .waldRatio)
    #expect(test.pValue == result.estimate(.waldRatio)?.estimate.pValue)
  }

  @Test func anAnalysedPairWithoutTheFamilysEstimateSaysWhy() throws {
    let pair = studyPair("A")
    let family = FamilyDesign(id: "egger", directions: [.forward], method: .mrEgger)
    let design = studyDesign(
      pairs: [pair],
      settings: AnalysisSettings(bootstrapDraws: 200, families: [family])
    )
    let analysis = StudyAnalysis(design: design)
    let two = [variant("rs1", x: 0.1, y: 0.05), variant("rs2", x: 0.2, y: 0.05)]
    let result = analysis.analyse(pair, data: suppliedTable(two), inputs: [])
    let conclusion = try #require(analysis.conclude([result]).families.first)
    #expect(conclusion.tested == 0)
    #expect(conclusion.untested.first?.notEstimated?.reason == .tooFewVariants)
  }

  // MARK: Supplied results

  @Test func aWaldRatioCountsForASuppliedPairOfOneVariant() throws {
    let pair = studyPair("A")
    let analysis = StudyAnalysis(design: studyDesign(pairs: [pair]))
    let ratio = suppliedEstimate(.waldRatio, 1, 1.225154923, 0.9102593528, 0.178321708)
    let result = analysis.analyse(pair, data: .results(SuppliedResults(estimates: [ratio])), inputs: [])
    let family = try #require(analysis.conclude([result]).families.first)
    #expect(family.tests.map(\.method) == [.waldRatio])
    #expect(family.tests.first?.pValue == PValue(0.178321708))
  }

  @Test func pairsThatTheResultsDoNotSpeakOfAreUntested() throws {
    let pairs = [studyPair("A"), studyPair("B"), studyPair("C")]
    let analysis = StudyAnalysis(design: studyDesign(pairs: pairs))
    let results = [
      analysis.analyse(pairs[0], data: .results(suppliedGrowthFactor), inputs: []),
      analysis.analyse(pairs[1], data: .resultsNotSupplied, inputs: []),
      analysis.analyse(
        pairs[2],
        data: .results(SuppliedResults(estimates: [suppliedEstimate(.weightedMedian, 4, 0.3, 0.7, 0.66)])),
        inputs: []
      ),
    ]
    let family = try #require(analysis.conclude(results).families.first)
    #expect(family.tested == 1)
    #expect(
      family.untested == [
        UntestedPair(pair: pairs[1].id, status: .resultsNotSupplied),
        UntestedPair(pair: pairs[2].id, status: .analysed, notEstimated: NotEstimated(reason: .notInResults)),
      ]
    )
  }

  @Test func aSuppliedEstimateThatIsNoNumberKeepsItsOwnReason() throws {
    let pair = studyPair("A")
    let analysis = StudyAnalysis(design: studyDesign(pairs: [pair]))
    let rows = [
      suppliedEstimate(.ivwRandomEffects, 4, .infinity, 0.7, 0.6),
      suppliedEstimate(.weightedMedian, 4, 0.3, 0.7, 0.66),
    ]
    let result = analysis.analyse(pair, data: .results(SuppliedResults(estimates: rows)), inputs: [])
    let family = try #require(analysis.conclude([result]).families.first)
    #expect(family.untested.map(\.notEstimated) == [NotEstimated(reason: .notFinite)])
  }

  @Test func aRatioOfOneOfTwoVariantsDoesNotStandForThePair() throws {
    // The second variant's ratio leaves the range of doubles: the pair has two instruments all the same.
    let pair = studyPair("A")
    let analysis = StudyAnalysis(design: studyDesign(pairs: [pair]))
    let two = [variant("rs1", x: 0.1, y: 0.05), variant("rs2", x: .leastNonzeroMagnitude, y: 0.05)]
    var result = analysis.analyse(pair, data: suppliedTable(two), inputs: [])
    result.estimates = []
    #expect(result.singleVariant.map(\.variant) == ["rs1"])
    #expect(try #require(analysis.conclude([result]).families.first).tested == 0)
  }
}
