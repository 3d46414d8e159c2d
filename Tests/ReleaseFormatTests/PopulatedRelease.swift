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
      )
    )
  }

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
        appraisal: AppraisalSettings(agreementMethods: [.mrEgger])
      ),
      traitCorrelations: TraitCorrelations(
        file: "correlations.tsv",
        traits: [crp, il6],
        rows: [[1, 0.25], [0.25, 1]]
      )
    )
  }()
}
