import StudyModel
import Testing

/// How instruments are found in the outcome's genome-wide file.
@Suite struct GenomeWideLookupTests {
  private typealias Row = GenomeWideStudy.Row
  private typealias PanelRow = GenomeWideStudy.PanelRow
  private let study: GenomeWideStudy

  init() throws { study = try GenomeWideStudy() }

  private static let panel = [
    PanelRow(id: "rs1", position: 1000, bit: 0), PanelRow(id: "rs2", chromosome: "2", position: 1000, bit: 1),
    PanelRow(id: "rs3", chromosome: "2", position: 5000, bit: 1, turned: [0, 2]),
  ]

  @Test func filesWithoutPositionsMatchByNameInACommaList() async throws {
    try study.writeMETAL([
      Row(id: "rs1", position: 0, z: 8), Row(id: "rs2", position: 0, effect: "G", other: "A", z: 6),
    ])
    try study.writeDisease([
      Row(id: "rs9,rs1", position: 1000, z: 1), Row(id: "rs2", chromosome: "2", position: 1000, z: 2),
    ])
    try study.writePanel(Self.panel)
    let forward = try await study.analyse(trait: ["gwas: trait.tsv"]).forward
    #expect(forward.names == ["rs1", "rs2"])
    #expect(forward.variants.map(\.alignment) == [.same, .swapped])
    #expect(forward.variants.map { $0.outcome.beta } == [0.1, -0.2])
    // Where the file gives no place, the panel's is shown.
    #expect(forward.variants.map(\.variant.position) == [1000, 1000])
  }

  @Test func ofEqualBuildsPlaceAndAllelesMatch() async throws {
    try study.writeTrait([
      Row(id: "rs1", position: 1000, z: 8), Row(id: "rs2", chromosome: "2", position: 1000, z: 6),
    ])
    // rs1 goes by another name; at rs2's place lies another variant as well, and its name has moved elsewhere.
    try study.writeDisease([
      Row(id: "rs77", position: 1000, z: 1), Row(id: "rs2", chromosome: "2", position: 900, z: 9),
      Row(id: "rs88", chromosome: "2", position: 1000, effect: "C", other: "T", z: 8),
      Row(id: "rs99", chromosome: "2", position: 1000, effect: "G", other: "A", z: 2),
    ])
    try study.writePanel(Self.panel)
    let forward = try await study.analyse().forward
    #expect(forward.names == ["rs1", "rs2"])
    // C/T is G/A on the other strand: two rows at one place tell of the same alleles, and the first is on neither strand
    // of the exposure's row without a change.
    #expect(forward.variants.map(\.alignment) == [.same, .swapped])
    #expect(forward.variants.map { $0.outcome.beta } == [0.1, -0.2])
  }

  @Test func ofDifferentBuildsOnlyNamesMatch() async throws {
    try study.writeTrait([
      Row(id: "rs1", position: 1000, z: 8), Row(id: "rs2", chromosome: "2", position: 1000, z: 6),
    ])
    try study.writeDisease([
      Row(id: "rs77", position: 1000, z: 1), Row(id: "rs2", chromosome: "2", position: 999_999, z: 2),
    ])
    try study.writePanel(Self.panel)
    let forward = try await study.analyse(
      selection: ["ld_panel: {prefix: panel, build: GRCh37}"],
      trait: ["gwas: {file: trait.tsv, build: GRCh37}"]
    ).forward
    #expect(forward.names == ["rs2"])
    #expect(forward.fates == ["rs1 not_in_outcome"])
  }

  @Test(arguments: [(false, "G", "A", 0.2), (true, "G", "A", -0.2), (false, "T", "C", -0.2)])
  func aProxyStandsInWithItsAllelesOnOneHaplotype(
    _ isTurned: Bool,
    _ effect: String,
    _ other: String,
    _ expected: Double
  ) async throws {
    try study.writeTrait([
      Row(id: "rs1", position: 1000, z: 8),
      Row(id: "rs2", chromosome: "2", position: 1000, effect: "G", other: "A", z: 6),
    ])
    try study.writeDisease([
      Row(id: "rs1", position: 1000, z: 1),
      Row(id: "rs3", chromosome: "2", position: 5000, effect: effect, other: other, z: 2),
    ])
    var panel = Self.panel
    // Everyone but the two is turned: A1 of the one then goes with A2 of the other.
    if isTurned { panel[2].turned = (0..<GenomeWideStudy.people).filter { ![0, 2].contains($0) } }
    try study.writePanel(panel)
    let proxies = ["ld_panel: {prefix: panel, build: GRCh38}", "proxies: {r2: 0.8}"]
    let forward = try await study.analyse(selection: proxies).forward
    #expect(forward.names == ["rs1", "rs2"])
    let variant = try #require(forward.variants.last)
    #expect(variant.outcome.beta == expected)
    #expect(variant.proxy?.variant.id == "rs3" && variant.flags.contains(.proxy))
    #expect(abs((variant.proxy?.rSquared ?? 0) - 0.9375 * 0.9375) < 1e-9)
    // G of rs2 lies with G of rs3, or with its A where the haplotypes are turned.
    #expect(variant.proxy?.effectAllele.rawValue == (isTurned ? "A" : "G"))
    #expect(forward.variants.first?.proxy == nil)
    let without = try await study.analyse().forward
    #expect(without.fates == ["rs2 not_in_outcome"])
  }

  @Test func tablesAndGenomeWideFilesGoTogether() async throws {
    try study.writeTrait([Row(id: "rs1", position: 1000, z: 8)], to: "instruments.tsv")
    try study.writeDisease([Row(id: "rs1", position: 1000, z: 1)])
    try study.writePanel(Self.panel)
    let release = try await study.analyse(trait: ["instruments: instruments.tsv"])
    #expect(release.forward.names == ["rs1"])
    #expect(release.forward.flow.independent == nil)
    #expect(release.reverse.status == .noInstrumentLeft || release.reverse.status == .lookupNotSupplied)
  }

  @Test func aFileOfAnotherFormatIsRefused() async throws {
    try study.writeTrait([Row(id: "rs1", position: 1000, z: 8)])
    try study.writeTrait([Row(id: "rs1", position: 1000, z: 1)], to: "disease.tsv")
    try study.writePanel(Self.panel)
    let problem = await study.problems(disease: ["gwas: {file: disease.tsv, format: finngen}"])
    #expect(problem.contains("disease.tsv:1: the file is of the format"))
  }

  @Test func theProblemsOfAllFilesAreToldTogether() async throws {
    try study.write("SNP\tEA\tOA\n", to: "trait.tsv")
    try study.write("", to: "disease.tsv")
    try study.writePanel(Self.panel)
    let problem = await study.problems()
    #expect(problem.contains("trait.tsv") && problem.contains("disease.tsv"))
  }

  @Test func oneFileIsOneTraits() async throws {
    try study.writeTrait([Row(id: "rs1", position: 1000, z: 8)])
    try study.writePanel(Self.panel)
    let problem = await study.problems(disease: ["gwas: trait.tsv"])
    #expect(problem.contains("'trait.tsv' is the genome-wide file of 'D' already"))
  }

  @Test func instrumentsOfSeveralTraitsAreNamed() async throws {
    try study.writeTrait([Row(id: "rs1", position: 1000, z: 8)])
    try study.writeDisease([Row(id: "rs1", position: 1000, z: 1)])
    try study.writePanel(Self.panel)
    let others = """
          - id: U
            name: Other
            type: continuous
            sample_size: 1000
            gwas: {file: other.tsv, build: GRCh38}
      """
    try study.writeTrait([Row(id: "rs1", position: 1000, z: 7)], to: "other.tsv")
    let release = try await study.load(others: others).analysed()
    #expect(release.conclusions.sharedInstruments?.first?.traits.map(\.rawValue) == ["T", "U"])
  }
}
