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
      layout: "twosamplemr",
      reading: reading
    )
    let header = ReleaseHeader(
      schemaVersion: ReleaseSchema.currentVersion,
      toolVersion: "0.1.0",
      design: design,
      methods: [method],
      inputs: [input],
      selections: [selection(of: trait)],
      panel: PanelDescription(
        name: "panel/EUR",
        build: "GRCh38",
        people: 503,
        founders: 489,
        variants: 15_000,
        noise: PanelDescription.Noise(pairs: 2000, share: 0.55)
      ),
      truth: SimulationTruth(
        name: "planted",
        seed: .max,
        effects: [SimulationTruth.Effect(trait: trait, direction: .forward, effect: -0.25)],
        loci: [
          SimulationTruth.Locus(
            trait: trait,
            variant: "rs1",
            chromosome: "1",
            position: 159_712_300,
            kind: .real,
            z: 7.5
          )
        ]
      ),
      published: [
        PublishedEstimate(
          trait: trait,
          direction: .forward,
          method: "IVW",
          scale: .oddsRatio,
          estimate: 0.31,
          lower: 0.13,
          upper: 0.74,
          pValue: PValue(0.009),
          source: "Nobody 2020",
          implied: PublishedEstimate.Implied(
            standardError: 0.44,
            pValue: PValue(0.008),
            pRange: [PValue(0.007), PValue(0.01)],
            agrees: true,
            tests: 41,
            bonferroni: PValue(0.369),
            detectable: 1.24
          )
        )
      ]
    )
    return Release(
      header: header,
      pairs: [forward, reverse, supplied],
      conclusions: conclusions(forward.id, reverse.id, trait: trait)
    )
  }()

  static let source = DataSource(
    accession: "GCST1",
    citation: "Nobody N, et al. \"A/B\" <b>\\ été 😀\tJ. 2020",
    doi: "10.1/x",
    pmid: "1",
    url: "https://example.org/a?b=c&d",
    licence: "CC BY 4.0"
  )
  static let size = SampleSize(total: 30, cases: 10, controls: 20)
  static let overlap = SampleOverlap(fraction: 0.25, note: "Some")
  static let method = MethodDescription(
    id: .ivwRandomEffects,
    name: "IVW, random effects",
    shortName: "IVW",
    citation: "Burgess",
    doi: "10.2/y",
    assumptions: ["All variants are valid."],
    minimumVariants: 2,
    defaults: ["A floor of 1."]
  )
  static let interval = ConfidenceInterval(lower: -0.1, upper: 0.3, level: 0.95, degreesOfFreedom: 8)
  static let estimate = Estimate(
    value: 0.1 + 0.2,
    standardError: 1.0 / 3,
    interval: interval,
    pValue: PValue(2.2250738585072014e-300)
  )
  static let tiny = PValue(negativeLog10: 412.0625)
  static let lacking = NotEstimated(reason: .tooFewVariants, needed: 3, available: 2)
}

// MARK: Design

extension PopulatedRelease {
  static func trait(_ id: TraitID, _ type: TraitType, group: String = "Acute phase") -> Trait {
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
      sampleOverlap: overlap,
      instrumentSource: InstrumentSource(
        sample: .other,
        clumpingRSquared: 0.001,
        clumpingKilobases: 10_000,
        clumpingPanel: 503
      ),
      gene: TraitGene(name: "CRP", region: region),
      isImmune: true
    )
  }

  static let region = GenomeRegion(chromosome: "1", start: 159_712_289, end: 159_714_589, build: "GRCh38")
  static let reading = GenomeWideReading(
    columns: [GenomeWideReading.Column(role: .ratio, names: ["OR"])],
    derived: [.betaFromRatio],
    build: "GRCh37",
    otherTestRows: 3,
    unusable: [
      UnusableRows(reason: .pInvalid, count: 2, examples: [UnusableRows.Example(line: 9, text: "rs1\tA")])
    ]
  )

  static func selection(of trait: TraitID) -> TraitSelection {
    TraitSelection(
      trait: trait,
      pThreshold: 5e-6,
      relaxedFrom: [5e-8],
      candidates: 40,
      excluded: [ReasonCount(reason: .clumped, count: 30)],
      frequencyUnknown: 1,
      independenceUnknown: 2,
      instruments: 10
    )
  }

  static let selectionSettings = SelectionSettings(
    pThreshold: 5e-8,
    relaxation: ThresholdRelaxation(thresholds: [5e-6]),
    withoutPanel: .distance,
    absentFromPanel: .keep,
    proxies: ProxySettings(),
    filters: InstrumentFilters(
      fStatistic: 10,
      imputationQuality: 0.8,
      excludesHla: true,
      excludesHlaByDefault: true,
      location: .cis,
      regions: [region],
      variants: ["rs12075"],
      confounders: ConfounderTable(file: "confounders.tsv"),
      steiger: true
    )
  )

  static let design: StudyDesign? = {
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
        sampleOverlap: overlap,
        instrumentSource: InstrumentSource(sample: .same, clumpingRSquared: 0.01, clumpingKilobases: 250),
        cml: CMLSettings(perturbations: 200),
        appraisal: AppraisalSettings(agreementMethods: [.mrEgger]),
        selection: selectionSettings
      ),
      traitCorrelations: TraitCorrelations(
        file: "correlations.tsv",
        traits: [crp, il6],
        rows: [[1, 0.25], [0.25, 1]]
      ),
      strobe: [STROBEMRAnswer(item: .funding, text: "Nobody")]
    )
  }()
}
