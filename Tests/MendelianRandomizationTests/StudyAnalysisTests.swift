import MendelianRandomization
import StudyModel
import Testing

@Suite struct StudyAnalysisTests {
  private let pair = studyPair("BMI")
  private var analysis: StudyAnalysis { StudyAnalysis(design: studyDesign(pairs: [pair])) }

  private func row(_ id: String, beta: Double, p: Double, line: Int) -> VariantAssociation {
    VariantAssociation(
      variant: GeneticVariant(id: id),
      effectAllele: Allele(rawValue: "A"),
      otherAllele: Allele(rawValue: "G"),
      effect: AlleleEffect(
        beta: beta,
        standardError: 0.01,
        pValue: PValue(p),
        effectAlleleFrequency: 0.3,
        sampleSize: 10_000
      ),
      line: line
    )
  }

  @Test func aFullPair() throws {
    let result = analysis.analyse(
      pair,
      data: suppliedTable(try ReferenceTables.variants("bmi_chd")),
      inputs: ["bmi_chd.tsv"]
    )
    #expect(result.id.rawValue == "BMI.forward")
    #expect(result.status == .analysed)
    #expect(result.flow.used == 79)
    #expect(result.inputs == ["bmi_chd.tsv"])
    #expect(result.scale.exposureUnits == "SD")
    #expect(result.scale.outcomeType == .binary)
    #expect(result.estimates.map(\.method) == MethodID.allCases)
    #expect(isClose(result.estimate(.ivwRandomEffects)?.estimate.value, 0.44590909695339853))
    #expect(result.estimate(.weightedMedian)?.monteCarlo?.draws == 200)
    #expect(result.singleVariant.count == 79)
    #expect(result.leaveOneOut.count == 79)
    #expect(result.heterogeneity.difference != nil)
    #expect(result.eggerIntercept.estimate != nil)
    #expect(result.variants.allSatisfy { $0.rSquared != nil })
    #expect(result.strength?.rSquared != nil)
  }

  @Test func theSameInputsGiveTheSameResult() throws {
    let data = suppliedTable(try ReferenceTables.variants("adiponectin_chd"))
    #expect(analysis.analyse(pair, data: data, inputs: []) == analysis.analyse(pair, data: data, inputs: []))
  }

  @Test func nothingSupplied() {
    let result = analysis.analyse(pair, data: .instrumentsNotSupplied, inputs: [])
    #expect(result.status == .instrumentsNotSupplied)
    #expect(result.estimates.map(\.method) == MethodID.allCases)
    #expect(
      result.estimates.map { $0.notEstimated?.reason } == MethodID.allCases.map { _ in .tooFewVariants }
    )
    #expect(result.heterogeneity.cochranNotEstimated?.available == 0)
    #expect(result.eggerIntercept.notEstimated?.needed == 3)
    #expect(result.strength == nil)
  }

  @Test func candidatesWithoutALookup() {
    var design = studyDesign(pairs: [pair])
    design.settings.pThreshold = 5e-8
    let candidates = [row("rs1", beta: 0.1, p: 1e-9, line: 2), row("rs2", beta: 0.1, p: 1e-6, line: 3)]
    let result = StudyAnalysis(design: design)
      .analyse(pair, data: .lookupNotSupplied(candidates: candidates), inputs: [])
    #expect(result.status == .lookupNotSupplied)
    #expect(result.flow == VariantFlow(candidates: 2, selected: 1))
    #expect(result.exclusions.map(\.reason) == [.pAboveThreshold, .lookupNotSupplied])
    #expect(result.exclusions.map(\.variant.id) == ["rs2", "rs1"])
    #expect(result.exclusions.map(\.exposure?.line) == [3, 2])
  }

  @Test func theTraitsThresholdStandsBeforeTheStudys() {
    var design = studyDesign(pairs: [pair])
    design.settings.pThreshold = 5e-8
    design.panel.traits[0].pThreshold = 5e-6
    let candidates = [row("rs1", beta: 0.1, p: 1e-9, line: 2), row("rs2", beta: 0.1, p: 1e-6, line: 3)]
    let result = StudyAnalysis(design: design)
      .analyse(pair, data: .lookupNotSupplied(candidates: candidates), inputs: [])
    #expect(result.flow.selected == 2)
  }

  @Test func noCandidateLeft() {
    let result = analysis.analyse(pair, data: .harmonised([]), inputs: [])
    #expect(result.status == .noInstrumentLeft)
    #expect(result.estimates.count == MethodID.allCases.count)
  }

  @Test func aZeroExposureEffectIsListedAndNotUsed() throws {
    let exposure = [row("rs1", beta: 0.1, p: 1e-9, line: 2), row("rs2", beta: 0, p: 1e-9, line: 3)]
    let outcome = [row("rs1", beta: 0.05, p: 0.1, line: 7), row("rs2", beta: 0.02, p: 0.1, line: 8)]
    let result = analysis.analyse(pair, data: .candidates(exposure: exposure, outcome: outcome), inputs: [])
    #expect(result.variants.map(\.variant.id) == ["rs1"])
    #expect(result.flow.harmonised == 2)
    #expect(result.flow.used == 1)
    let exclusion = try #require(result.exclusions.last)
    #expect(exclusion.reason == .exposureEffectZero)
    #expect(exclusion.stage == .estimation)
    #expect(exclusion.exposure?.line == 3)
    #expect(exclusion.outcome?.line == 8)
    #expect(result.estimate(.waldRatio) != nil)
  }

  @Test func aZeroEffectOfASuppliedTableNamesItsLine() throws {
    let zero = [variant("rs1", x: 0.1, y: 0.2), variant("rs2", x: 0, y: 0.1)]
    let result = analysis.analyse(pair, data: suppliedTable(zero), inputs: [])
    #expect(result.exclusions.last?.exposure?.line == 3)
    #expect(result.exclusions.last?.outcome?.effect?.beta == 0.1)
  }

  @Test func methodsThatTheStudyUsesAreDescribedOnce() {
    var design = studyDesign(pairs: [pair])
    design.settings.methods = [.weightedMedian, .ivwRandomEffects]
    design.settings.families = [FamilyDesign(id: "f", directions: [.forward], method: .mrEgger)]
    let ids = StudyAnalysis(design: design).methodDescriptions.map(\.id)
    #expect(ids == [.weightedMedian, .ivwRandomEffects, .mrEgger, .waldRatio])
  }
}
