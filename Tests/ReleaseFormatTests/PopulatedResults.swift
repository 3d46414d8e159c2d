import ReleaseFormat
import StudyModel

extension PopulatedRelease {
  static let effect = AlleleEffect(
    beta: -0.1,
    standardError: 0.012345678901234567,
    pValue: tiny,
    effectAlleleFrequency: 0.3,
    sampleSize: 1000.5,
    imputationQuality: 0.98,
    derived: [.standardErrorFromP]
  )
  static let place = GeneticVariant(id: "rs1", chromosome: "6", position: 31_000_000)
  static let proxy: ProxyVariant? = {
    guard let effect = Allele(rawValue: "A"), let other = Allele(rawValue: "G") else { return nil }
    return ProxyVariant(
      variant: GeneticVariant(id: "rs2", chromosome: "6", position: 31_000_100),
      effectAllele: effect,
      otherAllele: other,
      rSquared: 0.95
    )
  }()
  static let variant = HarmonisedVariant(
    variant: place,
    effectAllele: Allele(rawValue: "A"),
    otherAllele: Allele(rawValue: "CT"),
    exposure: effect,
    outcome: effect,
    alignment: .strandFlippedAndSwapped,
    isPalindromic: true,
    flags: [.extendedHLA, .rareInCases],
    fStatistic: 65.61,
    rSquared: 0.001,
    proxy: proxy
  )
  static let row = ExcludedRow(
    line: 7,
    effectAllele: Allele(rawValue: "I"),
    otherAllele: Allele(rawValue: "D"),
    effect: effect,
    proxy: proxy
  )
  static func test(_ method: MethodID) -> HeterogeneityTest {
    HeterogeneityTest(
      method: method,
      q: 12.5,
      degreesOfFreedom: 9,
      pValue: PValue(0.186),
      iSquared: 0.28,
      iSquaredInterval: ConfidenceInterval(lower: 0, upper: 0.65)
    )
  }

  static let forward: PairResult? = design.map { design in
    var result = empty(design, at: 0, status: .analysed)
    result.flow = VariantFlow(
      candidates: 12,
      selected: 11,
      independent: 11,
      found: 10,
      harmonised: 9,
      used: 8
    )
    result.variants = [variant, variant]
    result.exclusions = [
      Exclusion(
        variant: place,
        stage: .lookup,
        reason: .notInOutcome,
        exposure: row,
        outcome: row,
        lead: ClumpLead(variant: "rs3", rSquared: 0.4),
        confounder: ConfounderAssociation(trait: "Body mass index", pValue: tiny)
      )
    ]
    result.strength = InstrumentStrength(
      meanF: 20.5,
      medianF: 19,
      minimumF: 9.5,
      maximumF: 65.61,
      belowTen: 1,
      rSquared: 0.03,
      pairF: 22.25
    )
    result.estimates = [
      MethodOutcome(
        CausalEstimate(
          method: .ivwRandomEffects,
          variantCount: 8,
          estimate: estimate,
          smallSampleInterval: interval,
          residualStandardError: 1.25,
          monteCarlo: MonteCarlo(
            draws: 10_000,
            standardErrorOfStandardError: 0.002,
            standardErrorOfEstimate: 0.001
          ),
          details: details
        )
      ),
      MethodOutcome(method: .mrEgger, notEstimated: lacking),
    ]
    result.heterogeneity = Heterogeneity(
      cochran: test(.ivwRandomEffects),
      cochranNotEstimated: lacking,
      rucker: test(.mrEgger),
      ruckerNotEstimated: lacking,
      difference: QDifference(value: 0.5, pValue: PValue(0.48))
    )
    result.eggerIntercept = EggerIntercept(estimate: estimate, notEstimated: lacking)
    let ratio = SingleVariantEstimate(
      variant: "rs1",
      estimate: estimate,
      weight: 0.5,
      secondOrderStandardError: 0.34
    )
    result.singleVariant = [ratio, ratio]
    result.leaveOneOut = [leftOut]
    result.leaveOneOutMissing = [MissingEstimate(variant: "rs1", notEstimated: lacking)]
    result.leaveOneOutNotEstimated = lacking
    result.presso = presso
    result.steiger = steiger
    result.further = further
    result.inputs = ["exposures/CRP.tsv"]
    return result
  }

  static let leftOut = LeaveOneOutEstimate(
    variant: "rs1",
    estimate: estimate,
    shift: -1.5,
    heterogeneity: test(.ivwRandomEffects),
    moves: [.signChanged, .alarm],
    monteCarloError: 0.001
  )
  static let details = EstimateDetails(
    tauSquared: 0.0004,
    intercept: estimate,
    heterogeneity: test(.ivwRadial),
    validVariants: ["rs1"],
    invalidVariants: ["rs2"],
    confidenceSet: ConfidenceSet(pieces: [
      ConfidenceSet.Piece(lower: nil, upper: -0.5), ConfidenceSet.Piece(lower: 0.1, upper: nil, isCut: true),
    ]),
    effectiveStrength: 32.5,
    tuning: 1.25,
    iSquaredGx: 0.85
  )
  static let further = FurtherSensitivity(
    exposureHeterogeneity: ExposureHeterogeneity(unweighted: 0.91, weighted: 0.9, notEstimated: lacking),
    leaveOneOut: [
      LeaveOneOutSeries(
        method: .weightedMedian,
        rows: [leftOut],
        missing: [MissingEstimate(variant: "rs1", notEstimated: lacking)],
        notEstimated: lacking
      )
    ],
    influence: [
      VariantInfluence(
        variant: "rs1",
        cooksDistance: 0.75,
        studentisedResidual: -2.5,
        leverage: 0.4,
        isInfluential: true
      )
    ],
    selection: SelectionEffect(
      threshold: 5e-6,
      isDeclared: true,
      thresholdF: 20.8,
      expectedFWithoutAssociation: 22.8,
      falseExpected: 5,
      variants: [CorrectedVariant(variant: "rs1", beta: -0.05, fStatistic: 16.5)],
      correctedMeanF: 16.5,
      correctedBelowTen: 0,
      correctedEstimate: estimate,
      correctedNotEstimated: lacking
    ),
    steigerFiltered: SteigerFiltered(
      removed: ["rs1"],
      unknown: 1,
      kept: 7,
      estimates: [MethodOutcome(method: .mrEgger, notEstimated: lacking)],
      notEstimated: lacking
    ),
    overlapBias: OverlapBias(fraction: 0.25, meanF: 16.5, relativeBias: 0.015, worstRelativeBias: 0.06),
    power: PowerOutcome(
      analysis: PowerAnalysis(
        basis: .design,
        rSquared: 0.03,
        people: 213_264,
        cases: 119,
        significanceLevel: 0.05,
        targetPower: 0.8,
        detectable: 1.48,
        stated: [StatedPower(effect: 0.405, power: 0.12)]
      ),
      notEstimated: lacking
    ),
    fisher: FishersCombinedTest(statistic: 41.5, degreesOfFreedom: 16, pValue: PValue(0.0005))
  )

  static let reverse = design.map { empty($0, at: 1, status: .instrumentsNotSupplied) }

  /// A pair of which only another tool's Wald ratio is known.
  static let supplied: PairResult? = design.map { design in
    var result = empty(design, at: 2, status: .analysed)
    result.basis = .suppliedResults
    result.estimates = [
      MethodOutcome(CausalEstimate(method: .waldRatio, variantCount: 1, estimate: estimate)),
      MethodOutcome(method: .mrRAPS, notEstimated: NotEstimated(reason: .notInResults)),
    ]
    result.presso.notEstimated = NotEstimated(reason: .onlyResultsSupplied)
    result.steiger.notEstimated = NotEstimated(reason: .onlyResultsSupplied)
    return result
  }

  static func empty(_ design: StudyDesign, at index: Int, status: PairStatus) -> PairResult {
    let pair = design.pairs[index]
    return PairResult(
      id: pair.id,
      trait: pair.trait,
      direction: pair.direction,
      exposure: pair.exposure,
      outcome: pair.outcome,
      scale: EffectScale(
        exposureType: .continuous,
        exposureUnits: "SD",
        outcomeType: .binary,
        outcomeUnits: "log odds"
      ),
      status: status
    )
  }

  static let presso = MRPresso(
    globalTest: PressoGlobalTest(
      observedRSS: 31.5,
      pValue: PValue(0.0004),
      pValueMonteCarloError: 0.0002,
      simulations: 10_000,
      assessment: .rejected
    ),
    notEstimated: lacking,
    outlierTest: [
      PressoOutlierTest(
        variant: "rs1",
        difference: -0.25,
        standardError: 0.05,
        pValue: PValue(5.7e-7),
        bonferroni: PValue(1.14e-6),
        isOutlier: true
      )
    ],
    distortion: PressoDistortion(
      percent: 12.5,
      interval: ConfidenceInterval(lower: -3.25, upper: 29.5),
      lowerMonteCarloError: 0.125,
      upperMonteCarloError: 0.25,
      draws: 10_000,
      rPackagePValue: PValue(0.3),
      rPackagePValueMonteCarloError: 0.0046
    ),
    distortionNotEstimated: lacking
  )
  static let steigerTest = SteigerTest(
    exposureRSquared: 0.031,
    outcomeRSquared: 0.0021,
    exposureNoise: 0.0001,
    outcomeNoise: 0.0002,
    exposureNoiseGivenSelection: 0.0003,
    verdict: .exposureFirst,
    pValue: PValue(1e-20)
  )
  static let steiger = Steiger(
    pair: steigerTest,
    notEstimated: NotEstimated(reason: .explainedVarianceUnknown),
    sensitivityRatio: 17.5,
    variants: [SteigerVariant(variant: "rs1", test: steigerTest, notEstimated: lacking)]
  )

  static func conclusions(_ tested: PairID, _ untested: PairID, trait: TraitID) -> Conclusions {
    let p = estimate.pValue
    let families = [
      TestFamily(
        id: "all",
        directions: [.forward, .reverse],
        method: .ivwRandomEffects,
        groups: ["Acute phase"],
        significanceLevel: 0.05,
        declared: 2,
        tested: 1,
        nominal: 1,
        nominalExpected: 0.05,
        passingBonferroni: 1,
        passingBenjaminiHochberg: 1,
        tests: [
          AdjustedTest(
            pair: tested,
            method: .ivwRandomEffects,
            pValue: p,
            bonferroni: p,
            benjaminiHochberg: p,
            holm: p,
            benjaminiYekutieli: p,
            storey: p,
            effective: p
          )
        ],
        untested: [UntestedPair(pair: untested, status: .instrumentsNotSupplied, notEstimated: lacking)],
        passingHolm: 1,
        passingBenjaminiYekutieli: 1,
        passingStorey: 1,
        storeyPi0: 1,
        effectiveTests: EffectiveTests(count: 1, covered: 1, passing: 1)
      )
    ]
    let check = AppraisalCheck(
      id: .power,
      status: .fails,
      finding: .underpowered,
      number: 1.48,
      threshold: 0.693,
      count: 119,
      subjects: ["overlap"]
    )
    let appraisals = [tested, untested].map { pair in
      Appraisal(pair: pair, checks: [check], verdict: .suggestive, rule: "nominal_only", gravest: [.power])
    }
    return Conclusions(
      families: families,
      appraisals: appraisals,
      sharedInstruments: [SharedInstrument(variant: "rs1", traits: [trait, trait])]
    )
  }
}
