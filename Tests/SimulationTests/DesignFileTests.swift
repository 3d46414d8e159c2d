import Foundation
import Simulation
import StudyModel
import Testing

@Suite struct DesignFileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "mrreport-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private static let disease =
    "disease: {id: D, cases: 119, controls: 213145, file: d.gz, real: 1, chance: 8, maf: 0.2}"
  private static let trait = "traits: [{id: A, n: 8293, file: a.gz, real: 2, chance: 5, lambda: [5, 7]}]"
  private static let head = "name: planted\nseed: 3\n"

  private func load(_ yaml: String, table: String? = nil) throws -> SimulationDesign {
    let path = folder.appending(path: "design.yaml")
    try Data(yaml.utf8).write(to: path)
    if let table { try Data(table.utf8).write(to: folder.appending(path: "traits.tsv")) }
    return try SimulationDesign.load(path.path(percentEncoded: false))
  }

  private func problem(_ yaml: String, table: String? = nil) -> String {
    do {
      _ = try load(yaml, table: table)
      return "no problem"
    } catch {
      return "\(error)"
    }
  }

  @Test func aLaterReleaseIsRead() throws {
    let disease = Self.disease.dropLast()
    let later = "\(disease), later: {cases: 412, controls: 499900, file: r12.gz}}"
    let design = try load(Self.head + Self.trait + "\n" + later)
    #expect(design.disease.later == LaterRelease(cases: 412, controls: 499_900, file: "r12.gz"))
    let fewer = "\(disease), later: {cases: 100, controls: 499900, file: r12.gz}}"
    #expect(
      problem(Self.head + Self.trait + "\n" + fewer).contains(
        "100 cases are fewer than the 119 of the earlier release; count those of the earlier release as well"
      )
    )
    let twice = "\(disease), later: {cases: 412, controls: 499900, file: d.gz}}"
    #expect(problem(Self.head + Self.trait + "\n" + twice).contains("'d.gz' stands twice"))
  }

  @Test func everyKeyIsRead() throws {
    let design = try load(
      Self.head + Self.trait + "\n" + Self.disease + """

        panel: {seed: 9, people: 100, windows: 4, variants_per_window: 6, window_kb: 50, split: false}
        effects: [{trait: A, direction: reverse, effect: -0.5}]
        noise_correlation: 0.25
        overlap_correlation: 0.5
        pleiotropy: {share: 0.5, size: 3}
        p_threshold: 5e-8
        """
    )
    #expect(design.name == "planted" && design.seed == 3 && design.pThreshold == 5e-8)
    #expect(
      design.panel
        == PanelDesign(
          seed: 9,
          people: 100,
          windows: 4,
          variantsPerWindow: 6,
          windowKilobases: 50,
          isSplit: false
        )
    )
    #expect(design.traits.first?.loci == LocusDesign(real: 2, chance: 5, lambda: 5...7))
    #expect(design.disease.loci.minorAlleleFrequency == 0.2 && design.disease.cases == 119)
    #expect(design.effects.first?.effect == -0.5 && design.effects.first?.direction == .reverse)
    #expect(design.noiseCorrelation == 0.25 && design.overlapCorrelation == 0.5)
    #expect(design.pleiotropy == PleiotropyDesign(share: 0.5, size: 3))
  }

  @Test func traitsMayStandInATable() throws {
    let yaml = Self.head + "traits_table: traits.tsv\n" + Self.disease
    let table = "id\tn\tfile\treal\tchance\nA\t8293\ta.gz\t2\t5\nB\t840\tb.gz\t1\t7\n"
    #expect(try load(yaml, table: table).traits.map(\.people) == [8293, 840])
    #expect(problem(yaml, table: table + "B\t840\tc.gz\t1\t7\n").contains("traits.tsv:4: "))
    #expect(problem(yaml, table: "id\tn\n").contains("traits.tsv:1: the first line is not id, n"))
  }

  /// What is put in the place of what, and what the message then says.
  private static let mistakes: [(old: String, new: String, part: String)] = [
    ("disease:", "illness:", "'disease'"), ("traits:", "#", "the design has no trait"),
    ("end: []", "effects: [{trait: X, direction: forward, effect: 1}]", "no trait has the id 'X'"),
    ("end: []", "overlap_correlation: 0.5", "is more than the root of 'noise_correlation'"),
    ("a.gz", "d.gz", "'d.gz' stands twice"), ("a.gz", "x/a.gz", "is no name of a file"),
    ("a.gz", "truth.json", "is written by the simulation itself"), ("end: []", "sead: 1", "sead"),
  ]

  @Test(arguments: mistakes.indices)
  func whatIsWrongIsNamed(_ mistake: Int) {
    let (old, new, part) = Self.mistakes[mistake]
    let yaml = (Self.head + Self.trait + "\n" + Self.disease + "\nend: []\n").replacing(old, with: new)
    #expect(problem(yaml.replacing("end: []\n", with: "")).contains(part))
  }

  @Test func aFolderWithOtherFilesIsLeftAlone() throws {
    try Data("mine".utf8).write(to: folder.appending(path: "notes.txt"))
    let place = SimulationFolder(folder.path(percentEncoded: false))
    let error = #expect(throws: InputError.self) { try place.check() }
    #expect(error?.description.contains("holds files that are no part of a simulation: notes.txt") == true)
  }

  @Test func aSimulationIsReplacedByAnother() throws {
    let yaml =
      Self.head + Self.trait.replacing("real: 2, chance: 5", with: "real: 1, chance: 0") + "\n"
      + Self.disease.replacing("chance: 8, maf: 0.2", with: "chance: 0")
      + "\npanel: {people: 40, windows: 4, variants_per_window: 8}"
    let place = SimulationFolder(folder.path(percentEncoded: false) + "/out")
    let design = try load(yaml)
    for _ in 0..<2 { try place.replace(with: try StudySimulation(design)) { _, _ in } }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "out").path)
    #expect(
      names.sorted() == [
        ".mrreport-simulation", "a.gz", "d.gz", "d.gz.tbi", "panel.bed", "panel.bim", "panel.fam",
        "truth.json",
      ]
    )
  }
}
