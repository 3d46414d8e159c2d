import ReleaseFormat
import StudyModel

extension CommittedReleases {
  /// A committed release, told as if its instruments had been selected from genome-wide files that were simulated.
  ///
  /// - Parameter change: makes another of it.
  static func genomeWide(_ change: (inout Release) -> Void = { _ in }) throws -> LoadedRelease {
    try changed("bmi-chd") { release in
      let (disease, trait) = (release.header.design.disease.id, release.header.design.panel.traits[0].id)
      release.header.design.settings.selection = settings
      release.header.selections = [
        TraitSelection(trait: disease, pThreshold: 5e-8, candidates: 3, instruments: 3),
        TraitSelection(
          trait: trait,
          pThreshold: 5e-6,
          relaxedFrom: [5e-8],
          candidates: 99,
          excluded: [ReasonCount(reason: .inHLA, count: 2), ReasonCount(reason: .clumped, count: 18)],
          frequencyUnknown: 4,
          independenceUnknown: 1,
          instruments: 79
        ),
      ]
      release.header.panel = PanelDescription(
        name: "panel/EUR",
        build: "GRCh37",
        people: 503,
        founders: 489,
        variants: 15_000,
        noise: PanelDescription.Noise(pairs: 2000, share: 0.55)
      )
      release.header.inputs.append(input(of: trait))
      release.header.truth = truth(disease: disease, trait: trait)
      release.header.published = [published(trait)]
      release.conclusions.sharedInstruments = [
        SharedInstrument(variant: release.pairs[0].variants[0].variant.id, traits: [trait, disease])
      ]
      populate(&release.pairs[0])
      change(&release)
    }
  }

  private static let settings = SelectionSettings(
    pThreshold: 5e-8,
    relaxation: ThresholdRelaxation(thresholds: [5e-6]),
    proxies: ProxySettings(),
    filters: InstrumentFilters(
      fStatistic: 10,
      imputationQuality: 0.8,
      excludesHla: true,
      excludesHlaByDefault: true,
      location: .cis,
      regions: [GenomeRegion(chromosome: "8", start: 1000, end: 2000, build: "GRCh37")],
      variants: ["rs12075"],
      confounders: ConfounderTable(file: "confounders.tsv"),
      steiger: true
    )
  )

  private static func input(of trait: TraitID) -> InputFile {
    InputFile(
      id: "bmi.txt.gz",
      role: .genomeWide,
      trait: trait,
      sha256: String(repeating: "0", count: 64),
      rows: 2_500_000,
      layout: "metal",
      reading: GenomeWideReading(
        columns: [GenomeWideReading.Column(role: .variant, names: ["MarkerName"])],
        derived: [.standardErrorFromP],
        build: "GRCh37",
        otherTestRows: 7,
        unusable: [
          UnusableRows(
            reason: .pInvalid,
            count: 3,
            examples: [UnusableRows.Example(line: 1234, text: "rs1\tA|G")]
          )
        ]
      )
    )
  }

  private static func truth(disease: TraitID, trait: TraitID) -> SimulationTruth {
    SimulationTruth(
      name: "planted",
      seed: 7,
      effects: [SimulationTruth.Effect(trait: trait, direction: .forward, effect: 0.4)],
      loci: [
        SimulationTruth.Locus(
          trait: trait,
          variant: "rs1000940",
          chromosome: "17",
          position: 1,
          kind: .real,
          z: 8
        )
      ]
    )
  }

  private static func published(_ trait: TraitID) -> PublishedEstimate {
    PublishedEstimate(
      trait: trait,
      direction: .forward,
      method: "IVW",
      scale: .oddsRatio,
      estimate: 0.31,
      lower: 0.13,
      upper: 0.74,
      pValue: PValue(0.009),
      source: "Nobody | 2020",
      implied: PublishedEstimate.Implied(
        standardError: 0.4437,
        pValue: PValue(0.0083),
        pRange: [PValue(0.006), PValue(0.011)],
        agrees: true,
        tests: 41,
        bonferroni: PValue(0.369),
        detectable: 1.243
      )
    )
  }

  /// Clumped variants, one behind a confounder, and a proxy.
  private static func populate(_ pair: inout PairResult) {
    guard let effect = Allele(rawValue: "A"), let other = Allele(rawValue: "G") else { return }
    let row = ExcludedRow(
      line: 12,
      effectAllele: effect,
      otherAllele: other,
      effect: pair.variants[0].exposure
    )
    pair.exclusions = (0..<18).map { index in
      Exclusion(
        variant: GeneticVariant(id: "rs9\(index)"),
        stage: .clumping,
        reason: .clumped,
        exposure: row,
        lead: ClumpLead(variant: index < 12 ? "rs1000940" : "rs10132280", rSquared: 0.25)
      )
    }
    pair.exclusions += [
      Exclusion(
        variant: GeneticVariant(id: "rs77"),
        stage: .selection,
        reason: .associatedWithConfounder,
        exposure: row,
        confounder: ConfounderAssociation(trait: "Smoking", pValue: PValue(1e-12))
      )
    ]
    pair.flow.candidates = 98
    pair.flow.selected = 97
    pair.flow.independent = 79
    pair.variants[0].proxy = ProxyVariant(
      variant: GeneticVariant(id: "rs55"),
      effectAllele: effect,
      otherAllele: other,
      rSquared: 0.93
    )
    pair.variants[0].flags = [.proxy]
    pair.variants[1].exposure.derived = [.standardErrorFromP]
    pair.variants[2].flags = [.notInPanel]
  }
}
