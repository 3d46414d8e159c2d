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
    #expect(result.estimates.map(\.method) == MethodID.standard)
    #expect(isClose(result.estimate(.ivwRandomEffects)?.estimate.value, 0.44590909695339853))
    #expect(result.estimate(.weightedMedian)?.monteCarlo?.draws == 200)
    #expect(result.singleVariant.count == 79)
    #expect(result.leaveOneOut.count == 79)
    #expect(result.heterogeneity.difference != nil)
    #expect(result.eggerIntercept.estimate != nil)
    #expect(result.variants.allSatisfy { $0.rSquared != nil })
    #expect(result.strength?.rSquared != nil)
    #expect(result.estimate(.simpleMode) != result.estimate(.weightedMode))
    #expect(result.steiger.variants.count == 79)
    #expect(result.steiger.pair?.exposureRSquared == result.strength?.rSquared)
    #expect(result.steiger.variants.map(\.test?.exposureRSquared) == result.variants.map(\.rSquared))
  }

  @Test func mrPressoIsRunOnceForItsTestsAndItsEstimate() throws {
    let variants = try ReferenceTables.variants("bmi_chd")
    let result = analysis.analyse(pair, data: suppliedTable(variants), inputs: [])
    #expect(result.presso.outliers == ["rs6713510", "rs7903146"])
    #expect(result.estimate(.mrPresso)?.variantCount == 77)
    let settings = AnalysisSettings()
    let alone = MRPressoAnalysis(
      settings: settings.mrPresso,
      significanceLevel: settings.significanceLevel,
      pair: pair.id,
      seed: 1
    )
    #expect(result.presso == alone.analyse(variants))
  }

  @Test func theStudysSettingsReachMRPresso() throws {
    var design = studyDesign(pairs: [pair])
    design.settings.mrPresso = MRPressoSettings(simulations: 500, rDistortionP: true)
    design.settings.significanceLevel = 0.001
    let variants = try ReferenceTables.variants("adiponectin_chd")
    func analyse() -> PairResult {
      StudyAnalysis(design: design).analyse(pair, data: suppliedTable(variants), inputs: [])
    }
    // 500 simulations cannot show a p below 0.001.
    #expect(analyse().presso.globalTest?.assessment == .notRejected)
    #expect(analyse().estimates.last?.notEstimated?.reason == .globalTestNotRejected)
    design.settings.significanceLevel = 0.05
    #expect(analyse().presso.globalTest?.simulations == 500)
    #expect(analyse().presso.distortion?.rPackagePValue != nil)
  }

  @Test func aPairOfTenThousandVariantsIsAnalysed() {
    var design = studyDesign(pairs: [pair])
    design.settings.methods = [.ivwRandomEffects, .mrEgger, .mrPresso]
    design.settings.mrPresso.simulations = 20
    let many = (0..<10_000).map { index in
      variant("rs\(index)", x: index % 10 == 0 ? 0 : 0.01 + 0.00001 * Double(index), y: 0.001)
    }
    let result = StudyAnalysis(design: design).analyse(pair, data: suppliedTable(many), inputs: [])
    #expect(result.flow.used == 9000)
    #expect(result.exclusions.count == 1000)
    #expect(result.leaveOneOut.count == 9000)
    #expect(result.presso.globalTest != nil)
  }

  @Test func aLeaveOneOutAnalysisThatWouldTakeHoursSaysSo() {
    var design = studyDesign(pairs: [pair])
    design.settings.methods = [.ivwRandomEffects]
    design.settings.primaryMethod = .weightedMode
    design.settings.bootstrapDraws = 1000
    design.settings.mrPresso.simulations = 20
    let many = (0..<400).map { variant("rs\($0)", x: 0.01 + 0.001 * Double($0), y: 0.001) }
    let result = StudyAnalysis(design: design).analyse(pair, data: suppliedTable(many), inputs: [])
    #expect(result.leaveOneOut.isEmpty)
    #expect(
      result.leaveOneOutNotEstimated == NotEstimated(reason: .tooManyDraws, needed: 316, available: 400)
    )
  }

  @Test func theSameInputsGiveTheSameResult() throws {
    let data = suppliedTable(try ReferenceTables.variants("adiponectin_chd"))
    #expect(analysis.analyse(pair, data: data, inputs: []) == analysis.analyse(pair, data: data, inputs: []))
  }

  @Test func nothingSupplied() {
    let result = analysis.analyse(pair, data: .instrumentsNotSupplied, inputs: [])
    #expect(result.status == .instrumentsNotSupplied)
    #expect(result.estimates.map(\.method) == MethodID.standard)
    #expect(
      result.estimates.map { $0.notEstimated?.reason } == MethodID.standard.map { _ in .tooFewVariants }
    )
    #expect(result.heterogeneity.cochranNotEstimated?.available == 0)
    #expect(result.eggerIntercept.notEstimated?.needed == 3)
    #expect(
      result.presso.notEstimated == NotEstimated(reason: .tooFewVariants, needed: 4, available: 0)
    )
    #expect(result.strength == nil)
    #expect(result.steiger.notEstimated == NotEstimated(reason: .tooFewVariants, needed: 1, available: 0))
    #expect(result.steiger.variants.isEmpty)
  }

  @Test func theStudysBandwidthReachesTheModes() throws {
    var design = studyDesign(pairs: [pair])
    design.settings.methods = [.simpleMode]
    let data = suppliedTable(try ReferenceTables.variants("bmi_chd"))
    let usual = StudyAnalysis(design: design).analyse(pair, data: data, inputs: [])
    design.settings.modeBandwidth = 0.5
    let narrow = StudyAnalysis(design: design).analyse(pair, data: data, inputs: [])
    #expect(usual.estimate(.simpleMode)?.estimate.value != narrow.estimate(.simpleMode)?.estimate.value)
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
    #expect(result.estimates.count == MethodID.standard.count)
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
    let ids = StudyAnalysis(design: design).methodDescriptions(of: []).map(\.id)
    #expect(ids == [.weightedMedian, .ivwRandomEffects, .mrEgger, .waldRatio])
  }
}
