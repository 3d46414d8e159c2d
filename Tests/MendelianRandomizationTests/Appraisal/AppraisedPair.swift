import MendelianRandomization
import StudyModel

/// A pair on which every check holds, and the means to spoil it check by check.
struct AppraisedPair {
  let pair = studyPair("A")

  /// A pair on which every check holds, to be spoiled check by check.
  func result() -> PairResult {
    let interval = ConfidenceInterval(lower: 0.3, upper: 0.7)
    let estimate = Estimate(value: 0.5, standardError: 0.1, interval: interval, pValue: PValue(1e-6))
    let variants = (0..<12).map { variant("rs\($0)", x: 0.1, y: 0.05) }
    return PairResult(
      id: pair.id,
      trait: pair.trait,
      direction: pair.direction,
      exposure: pair.exposure,
      outcome: pair.outcome,
      scale: EffectScale(exposureType: .continuous, exposureUnits: "SD", outcomeType: .binary),
      status: .analysed,
      variants: variants,
      strength: InstrumentStrength(
        meanF: 60,
        medianF: 50,
        minimumF: 30,
        maximumF: 90,
        belowTen: 0,
        rSquared: 0.02,
        pairF: 55
      ),
      estimates: [
        MethodOutcome(CausalEstimate(method: .ivwRandomEffects, variantCount: 12, estimate: estimate)),
        MethodOutcome(CausalEstimate(method: .mrEgger, variantCount: 12, estimate: estimate)),
      ],
      heterogeneity: Heterogeneity(
        cochran: HeterogeneityTest(
          method: .ivwRandomEffects,
          q: 12,
          degreesOfFreedom: 11,
          pValue: PValue(0.4),
          iSquared: 0.08
        )
      ),
      eggerIntercept: EggerIntercept(
        estimate: Estimate(value: 0, standardError: 1, interval: interval, pValue: PValue(0.6))
      ),
      leaveOneOut: [
        LeaveOneOutEstimate(variant: "rs0", estimate: estimate, shift: -0.4, heterogeneity: nil, moves: [])
      ],
      presso: MRPresso(globalTest: global(.notRejected)),
      steiger: Steiger(pair: steiger(.exposureFirst)),
      further: FurtherSensitivity(
        exposureHeterogeneity: ExposureHeterogeneity(unweighted: 0.9, weighted: 0.95),
        selection: selection(correctedF: 40, threshold: 5e-8),
        overlapBias: OverlapBias(fraction: 0.5, meanF: 40, relativeBias: 0.0125, worstRelativeBias: 0.025),
        power: PowerOutcome(analysis: power(detectable: 0.4))
      )
    )
  }

  func global(_ assessment: PressoGlobalTest.Assessment) -> PressoGlobalTest {
    PressoGlobalTest(
      observedRSS: 1,
      pValue: PValue(0.4),
      pValueMonteCarloError: 0.01,
      simulations: 1000,
      assessment: assessment
    )
  }

  func steiger(_ verdict: SteigerVerdict) -> SteigerTest {
    SteigerTest(
      exposureRSquared: 0.02,
      outcomeRSquared: 0.001,
      exposureNoise: 0,
      outcomeNoise: 0,
      exposureNoiseGivenSelection: 0,
      verdict: verdict,
      pValue: PValue(1e-9)
    )
  }

  func selection(correctedF: Double, threshold: Double) -> SelectionEffect {
    SelectionEffect(
      threshold: threshold,
      isDeclared: true,
      thresholdF: 30,
      expectedFWithoutAssociation: 32,
      falseExpected: 0.05,
      variants: [],
      correctedMeanF: correctedF,
      correctedBelowTen: 0
    )
  }

  func power(detectable: Double) -> PowerAnalysis {
    PowerAnalysis(
      basis: .design,
      rSquared: 0.02,
      people: 10_000,
      cases: 119,
      significanceLevel: 0.05,
      targetPower: 0.8,
      detectable: detectable,
      stated: []
    )
  }

  func design(_ change: (inout StudyDesign) -> Void = { _ in }) -> StudyDesign {
    var design = studyDesign(pairs: [pair])
    design.settings.instrumentSource = InstrumentSource(
      sample: .same,
      clumpingRSquared: 0.001,
      clumpingPanel: 5_000
    )
    design.settings.sampleOverlap = SampleOverlap(fraction: 0.5)
    design.disease.ancestry = "European"
    for place in design.panel.traits.indices { design.panel.traits[place].ancestry = "european" }
    change(&design)
    return design
  }

  func appraise(
    adjusted: Double = 1e-5,
    nominal: Double = 1e-6,
    design: StudyDesign? = nil,
    _ change: (inout PairResult) -> Void = { _ in }
  ) -> Appraisal {
    var result = result()
    change(&result)
    let test = AdjustedTest(
      pair: pair.id,
      method: .ivwRandomEffects,
      pValue: PValue(nominal),
      bonferroni: PValue(adjusted),
      benjaminiHochberg: PValue(adjusted)
    )
    let family = TestFamily(
      id: "forward",
      directions: [.forward],
      method: .ivwRandomEffects,
      groups: nil,
      significanceLevel: 0.05,
      declared: 41,
      tested: 41,
      nominal: 1,
      nominalExpected: 2.05,
      passingBonferroni: 0,
      passingBenjaminiHochberg: 0,
      tests: [test],
      untested: []
    )
    return PairAppraisal(design: design ?? self.design(), pair: pair, result: result, family: family)
      .appraisal()
  }

  func check(_ id: CheckID, of appraisal: Appraisal) -> AppraisalCheck? {
    appraisal.checks.first { $0.id == id }
  }
}
