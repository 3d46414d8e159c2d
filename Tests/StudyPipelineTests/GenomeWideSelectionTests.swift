import StudyModel
import Testing

/// From genome-wide files to instruments, step by step.
@Suite struct GenomeWideSelectionTests {
  private typealias Row = GenomeWideStudy.Row
  private typealias PanelRow = GenomeWideStudy.PanelRow
  private let study: GenomeWideStudy

  init() throws { study = try GenomeWideStudy() }

  /// Four loci on four chromosomes, the first with a weaker neighbour that is correlated and one that is not.
  private static let rows = [
    Row(id: "rs1", position: 1000, z: 8), Row(id: "rs2", position: 2000, z: 6),
    Row(id: "rs3", position: 3000, z: 5.5),
    Row(id: "rs4", chromosome: "2", position: 1000, z: -7),
    Row(id: "rs5", chromosome: "3", position: 1000, z: 6),
    Row(id: "rs6", chromosome: "4", position: 1000, z: 2),
  ]
  private static let panel = [
    PanelRow(id: "rs1", position: 1000, bit: 0), PanelRow(id: "rs2", position: 2000, bit: 0, turned: [0, 1]),
    PanelRow(id: "rs3", position: 3000, bit: 1), PanelRow(id: "rs4", chromosome: "2", position: 1000, bit: 2),
    PanelRow(id: "rs5", chromosome: "3", position: 1000, bit: 3),
    PanelRow(id: "rs6", chromosome: "4", position: 1000, bit: 4),
  ]
  private static let disease = rows.map { row in
    var row = row
    row.z = row.z / 4
    return row
  }

  private func write(
    _ rows: [GenomeWideStudy.Row] = rows,
    disease: [GenomeWideStudy.Row] = disease,
    panel: [GenomeWideStudy.PanelRow] = panel
  ) throws {
    try study.writeTrait(rows)
    try study.writeDisease(disease)
    try study.writePanel(panel)
  }

  @Test func candidatesAreClumpedAndLookedUp() async throws {
    try write()
    let release = try await study.analyse()
    let forward = release.forward
    #expect(forward.names == ["rs1", "rs3", "rs4", "rs5"])
    #expect(forward.fates == ["rs2 clumped"])
    let lead = try #require(forward.exclusions.first?.lead)
    #expect(lead.variant == "rs1")
    // Two of 64 turned, one from either side: r = 1 − 4/64.
    #expect(abs((lead.rSquared ?? 0) - 0.9375 * 0.9375) < 1e-9)
    #expect(
      forward.flow
        == VariantFlow(candidates: 5, selected: 5, independent: 4, found: 4, harmonised: 4, used: 4)
    )
    #expect(release.header.selections?.map(\.trait.rawValue) == ["D", "T"])
    #expect(release.header.panel?.people == 64 && release.header.panel?.variants == 6)
    #expect(forward.inputs == ["trait.tsv", "disease.tsv"])
    let roles = Dictionary(grouping: release.header.inputs, by: \.role).mapValues { $0.map(\.id) }
    #expect(roles[.genomeWide] == ["disease.tsv", "trait.tsv"])
    #expect(roles[.panel] == ["panel.bed", "panel.bim", "panel.fam"])
    #expect(release.header.design.trait(forward.trait)?.instrumentSource?.clumpingPanel == 64)
  }

  @Test func aDiseaseWithoutCandidatesLeavesNoInstrument() async throws {
    try write()
    let reverse = try await study.analyse().reverse
    #expect(reverse.status == .noInstrumentLeft && reverse.flow.candidates == 0)
  }

  @Test func rareVariantsAreLeftOutBeforeTheClumping() async throws {
    var rows = Self.rows
    rows[0].frequency = 0.005
    try write(rows)
    let forward = try await study.analyse().forward
    // With the lead gone before the clumping its neighbour leads.
    #expect(forward.names == ["rs2", "rs3", "rs4", "rs5"])
    #expect(forward.fates == ["rs1 minor_allele_rare"])
    #expect(try await study.analyse(selection: Self.with("min_maf: 0")).forward.names.contains("rs1"))
  }

  @Test func minorAllelesAreCountedInTheCasesOfABinaryExposure() async throws {
    var disease = Self.rows
    disease[3].frequency = 0.99 - 1e-6
    disease[4].frequency = 0.01
    try write(disease: disease)
    // 2 × 500 × 0.01 is 10, just enough; on the other side of one half it is just too little.
    let reverse = try await study.analyse().reverse
    #expect(reverse.fates.contains("rs4 minor_allele_rare_in_cases") == false)
    disease[3].frequency = 0.0099
    try study.writeDisease(disease)
    let stricter = try await study.analyse(selection: Self.with("min_maf: 0.001")).reverse
    #expect(stricter.fates.contains("rs4 minor_allele_rare_in_cases"))
    #expect(stricter.names == ["rs1", "rs3", "rs5"])
  }

  @Test func imputationQualityAndFAreFilters() async throws {
    var rows = Self.rows
    rows[3].info = 0.7
    rows[4].info = 0.95
    try write(rows)
    let forward = try await study.analyse(selection: Self.with("min_imputation_quality: 0.8", "min_f: 31"))
      .forward
    // 5.5² is 30.25.
    #expect(forward.fates.sorted() == ["rs2 clumped", "rs3 f_statistic_low", "rs4 imputation_quality_low"])
    #expect(forward.variants.last?.exposure.imputationQuality == 0.95)
  }

  @Test(arguments: [(true, nil, true), (true, "keep", false), (false, "exclude", true), (false, nil, false)])
  func theHLARegionIsLeftOutOfImmuneDiseases(_ isImmune: Bool, _ key: String?, _ isExcluded: Bool)
    async throws
  {
    var rows = Self.rows
    var panel = Self.panel
    (rows[3].chromosome, rows[3].position) = ("6", 31_000_000)
    (panel[3].chromosome, panel[3].position) = ("6", 31_000_000)
    try write(rows, panel: panel)
    let release = try await study.analyse(
      selection: Self.with(key.map { "hla: \($0)" } ?? "absent_from_panel: drop"),
      disease: ["gwas: disease.tsv", "immune: \(isImmune)"]
    )
    #expect(release.forward.fates.contains("rs4 in_hla") == isExcluded)
    #expect(
      release.header.design.settings.selection?.filters.excludesHlaByDefault == (isExcluded && key == nil)
    )
  }

  @Test func regionsOfTheRightBuildAreLeftOut() async throws {
    try write()
    let region = "exclude_regions: [{chromosome: chr1, start: 2500, end: 3000, build: GRCh38}]"
    let forward = try await study.analyse(selection: Self.with(region)).forward
    #expect(forward.fates.sorted() == ["rs2 clumped", "rs3 in_excluded_region"])
    let foreign = "exclude_regions: [{chromosome: 1, start: 2500, end: 3000, build: GRCh37}]"
    let problem = await study.problems(selection: Self.with(foreign))
    #expect(problem.contains("a region of study.yaml is of GRCh37"))
  }

  @Test(arguments: [("cis", ["rs1", "rs3"]), ("trans", ["rs4", "rs5"])])
  func instrumentsAreCisOrTrans(_ location: String, _ names: [String]) async throws {
    try write()
    let gene = "gene: {name: TRT, chromosome: 1, start: 900000, end: 910000, build: GRCh38}"
    let release = try await study.analyse(
      selection: Self.with("location: \(location)"),
      trait: ["gwas: {file: trait.tsv, build: GRCh38}", gene]
    )
    #expect(release.forward.names == names)
    let reason = location == "cis" ? "outside_cis_window" : "inside_cis_window"
    #expect(release.forward.fates.contains { $0.hasSuffix(reason) })
    let problem = await study.problems(selection: Self.with("location: cis"))
    #expect(problem.contains("the trait has no 'gene'"))
  }

  @Test func namesAndConfoundersLeaveTheSignalOut() async throws {
    try write()
    try study.write(
      "SNP\ttrait\tp\nrs4\tBody mass index\t1e-20\nrs4\tHeight\t1e-9\nrs5\tHeight\t1e-7\n",
      to: "c.tsv"
    )
    let forward = try await study.analyse(
      selection: Self.with("exclude_variants: [rs1]", "confounders: c.tsv")
    ).forward
    #expect(forward.names == ["rs3", "rs5"])
    #expect(
      forward.fates.sorted() == ["rs1 named_by_study", "rs2 clumped", "rs4 associated_with_confounder"]
    )
    let confounder = forward.exclusions.compactMap(\.confounder).first
    #expect(confounder?.trait == "Body mass index" && confounder?.pValue.value == 1e-20)
  }

  @Test func whatThePanelLacksIsDroppedOrMarked() async throws {
    var panel = Self.panel
    panel[3].second = "C"
    try write(panel: panel.filter { $0.id != "rs5" })
    let dropped = try await study.analyse().forward
    #expect(dropped.names == ["rs1", "rs3"])
    #expect(dropped.fates.sorted() == ["rs2 clumped", "rs4 not_in_panel", "rs5 not_in_panel"])
    let kept = try await study.analyse(selection: Self.with("absent_from_panel: keep"))
    #expect(kept.forward.names == ["rs1", "rs3", "rs4", "rs5"])
    #expect(kept.forward.variants.map { $0.flags.contains(.notInPanel) } == [false, false, true, true])
    #expect(kept.header.selections?.last?.independenceUnknown == 2)
  }

  @Test func withoutAPanelDistanceDecides() async throws {
    try write()
    let distance = ["without_panel: distance", "clump_kb: 1.5"]
    let forward = try await study.analyse(selection: distance).forward
    // rs3 lies 2,000 base pairs from rs1, and rs2 between them goes with rs1.
    #expect(forward.names == ["rs1", "rs3", "rs4", "rs5"])
    #expect(forward.fates == ["rs2 near_lead"])
    #expect(forward.exclusions.first?.lead == ClumpLead(variant: "rs1"))
    #expect(await study.problems(selection: ["clump_kb: 100"]).contains("no panel tells which go together"))
  }

  @Test func thresholdsAreRelaxedOnlyWhereTooFewAreLeft() async throws {
    try write()
    let strict = [
      "ld_panel: {prefix: panel, build: GRCh38}", "relax: {thresholds: [1.0e-5, 0.05], fewest: 5}",
    ]
    let release = try await study.analyse(selection: strict)
    let selection = try #require(release.header.selections?.last)
    #expect(selection.relaxedFrom == [5e-6, 1e-5] && selection.pThreshold == 0.05)
    #expect(release.forward.names == ["rs1", "rs3", "rs4", "rs5", "rs6"])
    let enough = [
      "ld_panel: {prefix: panel, build: GRCh38}", "relax: {thresholds: [1.0e-5, 0.05], fewest: 4}",
    ]
    let other = try #require(try await study.analyse(selection: enough).header.selections?.last)
    #expect(other.relaxedFrom == nil && other.pThreshold == 5e-6)
  }

  @Test func variantsThatExplainMoreOfTheOutcomeAreLeftOut() async throws {
    var disease = Self.disease
    disease[3].z = 60
    disease[3].error = 0.05
    try write(disease: disease)
    let release = try await study.analyse(selection: Self.with("steiger_filter: true"))
    #expect(release.forward.fates.contains("rs4 explains_more_of_outcome"))
    let row = release.forward.exclusions.first { $0.reason == .explainsMoreOfOutcome }
    #expect(row?.exposure?.line == 5 && row?.outcome?.line == 5)
    #expect(try await study.analyse().forward.names.contains("rs4"))
  }

  private static func with(_ lines: String...) -> [String] {
    ["ld_panel: {prefix: panel, build: GRCh38}"] + lines
  }
}
