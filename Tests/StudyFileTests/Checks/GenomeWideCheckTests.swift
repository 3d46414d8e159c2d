import StudyFile
import StudyModel
import Testing

/// What study.yaml says of genome-wide files, the selection and the panel goes together.
struct GenomeWideCheckTests {
  private static let disease = ["gwas: d.gz"]
  private static let trait = ["gwas: t.gz"]
  private static let panel = ["ld_panel: panel"]

  private func folder(
    _ selection: [String] = panel,
    disease: [String] = disease,
    trait: [String] = trait
  ) throws -> StudyFolder {
    let yaml = """
      id: a
      title: A
      question: A?
      authors: [B]
      date: 2026-11-26
      seed: 1
      disease:
        id: D
        name: D
        type: binary
      \(disease.map { "  " + $0 }.joined(separator: "\n"))
      panel:
        name: traits
        member: trait
        traits:
          - id: T
            name: T
            type: continuous
      \(trait.map { "      " + $0 }.joined(separator: "\n"))
      \(selection.isEmpty ? "" : "selection:\n" + selection.map { "  " + $0 }.joined(separator: "\n"))

      """
    return try StudyFolder(
      yaml,
      tables: ["d.gz", "t.gz", "i.tsv", "l.tsv", "panel.bed", "panel.bim", "panel.fam", "c.tsv"]
    )
  }

  private func problems(
    _ selection: [String] = panel,
    disease: [String] = disease,
    trait: [String] = trait
  ) throws -> String {
    try folder(selection, disease: disease, trait: trait).problems().joined(separator: "\n")
  }

  @Test func aSoundStudyIsRead() throws {
    let study = try folder(
      Self.panel + [
        "p_threshold: 5.0e-8", "clump_r2: 0.01", "clump_kb: 250", "absent_from_panel: keep", "hla: exclude",
        "proxies: {r2: 0.9, kb: 100}", "relax: {thresholds: [1.0e-6, 5.0e-6]}", "min_maf: 0.05", "min_f: 12",
        "min_minor_alleles_in_cases: 20", "min_imputation_quality: 0.7", "steiger_filter: true",
        "exclude_variants: [rs1]", "confounders: {file: c.tsv, p_threshold: 1.0e-5}", "unusable_rows: 0.02",
        "exclude_regions: [{chromosome: chr08, start: 1, end: 2, build: GRCh37}]",
      ],
      disease: ["gwas: {file: d.gz, format: finngen, columns: {odds_ratio: OR}}", "immune: true"],
      trait: ["gwas: {file: t.gz, build: GRCh37}", "p_threshold: 5.0e-6"]
    ).load()
    let settings = try #require(study.design.settings.selection)
    #expect(
      settings.pThreshold == 5e-8 && settings.clumpingRSquared == 0.01 && settings.clumpingKilobases == 250
    )
    #expect(settings.absentFromPanel == .keep && settings.unusableShare == 0.02)
    #expect(settings.proxies == ProxySettings(rSquared: 0.9, kilobases: 100))
    #expect(settings.relaxation == ThresholdRelaxation(thresholds: [1e-6, 5e-6], fewest: 3))
    #expect(
      settings.filters
        == InstrumentFilters(
          minorAlleleFrequency: 0.05,
          minorAllelesInCases: 20,
          fStatistic: 12,
          imputationQuality: 0.7,
          excludesHla: true,
          regions: [GenomeRegion(chromosome: "8", start: 1, end: 2, build: "GRCh37")],
          variants: ["rs1"],
          confounders: ConfounderTable(file: "c.tsv", pThreshold: 1e-5),
          steiger: true
        )
    )
    let pair = try #require(PairID(rawValue: "T.forward"))
    let columns = ColumnMapping(columns: [.ratio: "OR"])
    #expect(
      study.files[pair]
        == .tables(
          instruments: .genomeWide(GenomeWideFile(file: FileReference(path: "t.gz"), build: "GRCh37")),
          lookup: .genomeWide(
            GenomeWideFile(file: FileReference(path: "d.gz", columns: columns), format: .finnGen)
          )
        )
    )
    #expect(study.design.trait(study.design.panel.traits[0].id)?.pThreshold == 5e-6)
  }

  @Test func theDefaultsAreThoseOfTheField() throws {
    let settings = try #require(
      try folder(disease: Self.disease + ["immune: true"]).load().design.settings.selection
    )
    #expect(
      settings.pThreshold == 5e-6 && settings.clumpingRSquared == 0.001
        && settings.clumpingKilobases == 10_000
    )
    #expect(settings.filters.minorAlleleFrequency == 0.01 && settings.filters.minorAllelesInCases == 10)
    #expect(settings.filters.excludesHla && settings.filters.excludesHlaByDefault)
    #expect(settings.relaxation == nil && settings.proxies == nil && settings.absentFromPanel == .drop)
  }

  @Test func aPanelOrTheChoiceToDoWithoutIsNeeded() throws {
    #expect(try problems([]).contains("no panel tells which go together"))
    #expect(
      try problems(["clump_kb: 5"]).contains("17:1:") || problems(["clump_kb: 5"]).contains("no panel tells")
    )
    #expect(try problems(["without_panel: distance"]) == "")
    #expect(
      try problems(Self.panel + ["without_panel: distance"]).contains("'without_panel' beside 'ld_panel'")
    )
    #expect(
      try problems(["without_panel: distance", "proxies: {r2: 0.8}"]).contains("proxies are found in a panel")
    )
    #expect(try problems(["ld_panel: gone"]).contains("there is no file 'gone.bed'"))
  }

  @Test func keysOfTheSelectionNeedAGenomeWideFile() throws {
    let problem = try problems(
      Self.panel + ["min_maf: 0.01"],
      disease: ["lookup: l.tsv"],
      trait: ["instruments: i.tsv"]
    )
    #expect(problem.contains("no trait has 'gwas'"))
    #expect(problem.split(separator: "\n").count == 2)
  }

  @Test func aFileThatNobodyReadsIsNamed() throws {
    let trait = Self.trait + ["instruments: i.tsv", "lookup: l.tsv"]
    #expect(try problems(trait: trait).contains("'gwas' would not be read"))
    #expect(try problems(trait: Self.trait + ["instruments: i.tsv"]) == "")
    #expect(try problems(trait: ["gwas: d.gz"]).contains("'d.gz' is the genome-wide file of 'D' already"))
  }

  @Test func relaxedThresholdsAscend() throws {
    #expect(try problems(Self.panel + ["relax: {thresholds: [1.0e-4, 1.0e-5]}"]).contains("do not ascend"))
    #expect(
      try problems(Self.panel + ["relax: {thresholds: [5.0e-7]}"]).contains(
        "is not above the first one, 5e-06"
      )
    )
  }

  @Test func regionsBeginBeforeTheyEnd() throws {
    let region = "exclude_regions: [{chromosome: 1, start: 9, end: 3, build: GRCh38}]"
    #expect(try problems(Self.panel + [region]).contains("the region ends at 3, before it starts at 9"))
    let gene = "gene: {name: G, chromosome: 1, start: 9, end: 3, build: GRCh38}"
    #expect(try problems(trait: Self.trait + [gene]).contains("the region ends at 3"))
    #expect(try problems(Self.panel + ["location: trans"]).contains("the trait has no 'gene'"))
  }
}
