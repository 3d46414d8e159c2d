import StudyModel
import Testing

/// What cannot be matched without guessing is refused with words.
@Suite struct GenomeWideBuildTests {
  private typealias Row = GenomeWideStudy.Row
  private typealias PanelRow = GenomeWideStudy.PanelRow
  private let study: GenomeWideStudy

  init() throws { study = try GenomeWideStudy() }

  private static let rows = (1...6).map { Row(id: "rs\($0)", chromosome: "\($0)", position: 1000 * $0, z: 6) }
  private static let panel = (1...6).map {
    PanelRow(id: "rs\($0)", chromosome: "\($0)", position: 1000 * $0, bit: $0 - 1)
  }

  private func write(
    _ rows: [GenomeWideStudy.Row] = rows,
    disease: [GenomeWideStudy.Row] = rows,
    panel: [GenomeWideStudy.PanelRow] = panel
  ) throws {
    try study.writeTrait(rows)
    try study.writeDisease(disease)
    try study.writePanel(panel)
  }

  @Test func aBuildThatTheFormatContradictsIsRefused() async throws {
    try write()
    let problem = await study.problems(disease: ["gwas: {file: disease.tsv, build: GRCh37}"])
    #expect(problem.contains("disease.tsv: study.yaml says that its positions are of GRCh37"))
    #expect(problem.contains("GRCh38"))
  }

  @Test func aBuildThatWellKnownVariantsContradictIsRefused() async throws {
    // rs12075 as GRCh37 places it.
    try write(Self.rows + [Row(id: "rs12075", position: 159_175_354, z: 1)])
    #expect(await study.problems().contains("trait.tsv: study.yaml says that its positions are of GRCh38"))
  }

  @Test func aPanelOfAnotherBuildIsRefused() async throws {
    let moved = Self.panel.map { row in
      var row = row
      row.position += 40_000
      return row
    }
    try write(panel: moved)
    let problem = await study.problems()
    #expect(
      problem.contains("panel.bim: the panel is said to be of GRCh38 as a file is, and 6 of 6 variants")
    )
    // Under its right name it does: names match.
    let release = try await study.analyse(selection: ["ld_panel: {prefix: panel, build: GRCh37}"])
    #expect(release.forward.names.count == 6)
  }

  /// The panel's place of rs1 is of its own build, whatever study.yaml says of a file without positions: at that place the
  /// outcome has another variant with the same alleles.
  @Test func thePanelsPlaceIsNotTakenForTheFiles() async throws {
    try study.writeMETAL([Row(id: "rs1", position: 0, z: 6)])
    try study.writeTrait(
      [
        Row(id: "rs7", chromosome: "1", position: 1000, z: 9),
        Row(id: "rs1", chromosome: "1", position: 555, z: 2),
      ],
      to: "disease.tsv"
    )
    try study.writePanel(Self.panel)
    let release = try await study.analyse(
      trait: ["gwas: {file: trait.tsv, build: GRCh37}"],
      disease: ["gwas: {file: disease.tsv, build: GRCh37}"]
    )
    #expect(release.forward.variants.map(\.outcome.beta) == [0.2])
    #expect(release.forward.variants.first?.variant.position == 1000)
    #expect(release.header.inputs.first { $0.id == "trait.tsv" }?.reading?.build == nil)
  }

  @Test func variantsWithoutNamesNeedOneBuild() async throws {
    let nameless = Self.rows.map { row in
      var row = row
      row.id = "."
      return row
    }
    try write(nameless, disease: nameless)
    #expect(try await study.analyse().forward.names.count == 6)
    let panel = await study.problems(selection: ["ld_panel: panel"])
    #expect(
      panel.contains(
        "trait.tsv:2: the variant has a place and no name, and file and panel are of GRCh38 and an"
      )
    )
    let files = await study.problems(
      selection: ["ld_panel: {prefix: panel, build: GRCh37}"],
      trait: ["gwas: {file: trait.tsv, build: GRCh37}"]
    )
    #expect(files.contains("disease.tsv") && files.contains("GRCh38 and GRCh37"))
    let lookUp = await study.problems(
      selection: ["without_panel: distance"],
      trait: ["gwas: {file: trait.tsv, build: GRCh37}"]
    )
    #expect(lookUp.contains("6 instruments such as 1:1000:G:A have a place and no name, none was found here"))
  }
}
