import ReleaseFormat
import StudyModel

/// An invented release in which every field of the model holds something, so that a field that a file loses
/// shows.
enum PopulatedRelease {
  static let release: Release? = {
    guard let design, let trait = TraitID(rawValue: "CRP"), let forward, let reverse, let supplied else {
      return nil
    }
    let input = InputFile(
      id: "exposures/CRP.tsv",
      role: .instruments,
      trait: trait,
      sha256: String(repeating: "0f", count: 32),
      rows: 12,
      unusedRows: 1,
      layout: "twosamplemr"
    )
    let header = ReleaseHeader(
      schemaVersion: ReleaseSchema.currentVersion,
      toolVersion: "0.1.0",
      design: design,
      methods: [method],
      inputs: [input]
    )
    return Release(
      header: header,
      pairs: [forward, reverse, supplied],
      conclusions: conclusions(forward.id, reverse.id)
    )
  }()

  private static let source = DataSource(
    accession: "GCST1",
    citation: "Nobody N, et al. \"A/B\" <b>\\ été 😀\tJ. 2020",
    doi: "10.1/x",
    pmid: "1",
    url: "https://example.org/a?b=c&d",
    licence: "CC BY 4.0"
  )
  private static let size = SampleSize(total: 30, cases: 10, controls: 20)
  private static let overlap = SampleOverlap(fraction: 0.25, note: "Some")
  private static let method = MethodDescription(
    id: .ivwRandomEffects,
    name: "IVW, random effects",
    shortName: "IVW",
    citation: "Burgess",
    doi: "10.2/y",
    assumptions: ["All variants are valid."],
    minimumVariants: 2
  )
  static let interval = ConfidenceInterval(lower: -0.1, upper: 0.3, level: 0.95, degreesOfFreedom: 8)
  static let estimate = Estimate(
    value: 0.1 + 0.2,
    standardError: 1.0 / 3,
    interval: interval,
    pValue: PValue(2.2250738585072014e-300)
  )
  private static let tiny = PValue(negativeLog10: 412.0625)
  private static let lacking = NotEstimated(reason: .tooFewVariants, needed: 3, available: 2)
}

// MARK: Design

extension PopulatedRelease {
  private static func trait(_ id: TraitID, _ type: TraitType, group: String = "Acute phase") -> Trait {
    Trait(
      id: id,
      name: "C-reactive | protein",
      nameInText: "c-reactive protein",
      alias: "CRP",
      group: group,
      type: type,
      units: "SD",
      unitSize: "4.77 kg/m²",
      sampleSize: size,
      prevalence: 0.01,
      ancestry: "European",
      cohorts: ["One", "Two"],
      genomeBuild: "GRCh38",
      source: source,
      pThreshold: 5e-8,
      sampleOverlap: overlap
    )
  }

  private static let design: StudyDesign? = {
    guard let study = StudyID(rawValue: "invented"), let crp = TraitID(rawValue: "CRP"),
      let il6 = TraitID(rawValue: "IL6"), let disease = TraitID(rawValue: "OM")
    else { return nil }
    let own = PairSource(source: source, sampleSize: size, ancestry: "European", units: "SD")
    return StudyDesign(
      id: study,
      title: "Title",
      question: "Question?",
      authors: ["A", "B"],
      date: "2026-11-24",
      seed: .max,
      source: source,
      disease: trait(disease, .binary),
      panel: Panel(
        name: "proteins",
        member: "protein",
        traits: [trait(crp, .continuous), trait(il6, .continuous, group: "Interleukins")]
      ),
      pairs: [
        PairDesign(
          trait: crp,
          direction: .forward,
          disease: disease,
          exposureSource: own,
          outcomeSource: own,
          note: "Note"
        ),
        PairDesign(trait: crp, direction: .reverse, disease: disease),
        PairDesign(trait: il6, direction: .forward, disease: disease),
      ],
      settings: AnalysisSettings(
        pThreshold: 5e-8,
        families: [
          FamilyDesign(id: "all", directions: [.forward], method: .mrEgger, groups: ["Acute phase"])
        ],
        sampleOverlap: overlap
      )
    )
  }()
}

// MARK: Results

extension PopulatedRelease {
  private static let effect = AlleleEffect(
    beta: -0.1,
    standardError: 0.012345678901234567,
    pValue: tiny,
    effectAlleleFrequency: 0.3,
    sampleSize: 1000.5
  )
  private static let place = GeneticVariant(id: "rs1", chromosome: "6", position: 31_000_000)
  private static let variant = HarmonisedVariant(
    variant: place,
    effectAllele: Allele(rawValue: "A"),
    otherAllele: Allele(rawValue: "CT"),
    exposure: effect,
    outcome: effect,
    alignment: .strandFlippedAndSwapped,
    isPalindromic: true,
    flags: [.extendedHLA, .rareInCases],
    fStatistic: 65.61,
    rSquared: 0.001
  )
  private static let row = ExcludedRow(
    line: 7,
    effectAllele: Allele(rawValue: "I"),
    otherAllele: Allele(rawValue: "D"),
    effect: effect
  )
  private static func test(_ method: MethodID) -> HeterogeneityTest {
    HeterogeneityTest(method: method, q: 12.5, degreesOfFreedom: 9, pValue: PValue(0.186), iSquared: 0.28)
  }

  private static let forward: PairResult? = design.map { design in
    var result = empty(design, at: 0, status: .analysed)
    result.flow = VariantFlow(candidates: 12, selected: 11, found: 10, harmonised: 9, used: 8)
    result.variants = [variant, variant]
    result.exclusions = [
      Exclusion(variant: place, stage: .lookup, reason: .notInOutcome, exposure: row, outcome: row)
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
          monteCarlo: MonteCarlo(draws: 10_000, standardErrorOfStandardError: 0.002)
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
    let ratio = SingleVariantEstimate(variant: "rs1", estimate: estimate, weight: 0.5)
    result.singleVariant = [ratio, ratio]
    result.leaveOneOut = [
      LeaveOneOutEstimate(
        variant: "rs1",
        estimate: estimate,
        shift: -1.5,
        heterogeneity: test(.ivwRandomEffects),
        moves: [.signChanged, .alarm]
      )
    ]
    result.leaveOneOutMissing = [MissingEstimate(variant: "rs1", notEstimated: lacking)]
    result.leaveOneOutNotEstimated = lacking
    result.presso = presso
    result.steiger = steiger
    result.inputs = ["exposures/CRP.tsv"]
    return result
  }

  private static let reverse = design.map { empty($0, at: 1, status: .instrumentsNotSupplied) }

  /// A pair of which only another tool's Wald ratio is known.
  private static let supplied: PairResult? = design.map { design in
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

  private static func empty(_ design: StudyDesign, at index: Int, status: PairStatus) -> PairResult {
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

  private static let presso = MRPresso(
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
  private static let steigerTest = SteigerTest(
    exposureRSquared: 0.031,
    outcomeRSquared: 0.0021,
    exposureNoise: 0.0001,
    outcomeNoise: 0.0002,
    exposureNoiseGivenSelection: 0.0003,
    verdict: .exposureFirst,
    pValue: PValue(1e-20)
  )
  private static let steiger = Steiger(
    pair: steigerTest,
    notEstimated: NotEstimated(reason: .explainedVarianceUnknown),
    sensitivityRatio: 17.5,
    variants: [SteigerVariant(variant: "rs1", test: steigerTest, notEstimated: lacking)]
  )

  private static func conclusions(_ tested: PairID, _ untested: PairID) -> Conclusions {
    let p = estimate.pValue
    return Conclusions(families: [
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
            benjaminiHochberg: p
          )
        ],
        untested: [UntestedPair(pair: untested, status: .instrumentsNotSupplied, notEstimated: lacking)]
      )
    ])
  }
}
