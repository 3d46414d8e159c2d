import Foundation
import Testing

/// From a design by way of genome-wide files to a site, as a person runs it.
@Suite struct GenomeWideCommandTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "mrreport-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write(
      """
      name: small
      seed: 3
      panel: {people: 120, windows: 12, variants_per_window: 12}
      traits: [{id: A, n: 8000, file: a.txt.gz, real: 3, chance: 2}]
      disease: {id: D, cases: 2000, controls: 200000, file: d.gz, real: 2, chance: 1, maf: 0.2}
      effects: [{trait: A, direction: forward, effect: 0.3}]
      """,
      to: "design.yaml"
    )
    try write(
      """
      id: small
      title: Small
      question: Small?
      authors: [Nobody]
      date: 2026-11-26
      seed: 1
      truth: files/truth.json
      methods: [ivw_random_effects]
      leave_one_out: [ivw_random_effects]
      disease: {id: D, name: Disease, type: binary, cases: 2000, controls: 200000, gwas: files/d.gz}
      panel:
        name: traits
        member: trait
        traits: [{id: A, name: Alpha, type: continuous, units: SD, sample_size: 8000, gwas: files/a.txt.gz}]
      selection: {ld_panel: {prefix: files/panel, build: GRCh38}}
      """,
      to: "study.yaml"
    )
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }

  private func simulate(_ arguments: String...) throws -> CommandRun {
    try CommandRun.mrreport(
      ["simulate", path("design.yaml"), "--output", path("files"), "--quiet"] + arguments
    )
  }

  @Test func aDesignBecomesASite() throws {
    let simulated = try simulate()
    #expect(simulated.code == 0 && simulated.errors.isEmpty, "\(simulated.errors)")
    let built = try CommandRun.mrreport([
      "build", path("study.yaml"), "--output", path("site"), "--no-cache", "--quiet",
    ])
    #expect(built.code == 0 && built.errors.isEmpty, "\(built.errors)")
    let page = try String(contentsOfFile: path("site/small/traits/A.html"), encoding: .utf8)
    #expect(page.contains("Simulated data.") && page.contains("Truth of the simulation"))
    let inspected = try CommandRun.mrreport(["inspect", path("files/d.gz"), "--quiet"])
    #expect(inspected.output.contains("FinnGen (finngen)") && inspected.output.contains("index     "))
  }

  @Test func whatIsThereAlreadyIsReplacedOrLeftAlone() throws {
    #expect(try simulate().code == 0)
    #expect(try simulate().code == 0)
    try write("mine", to: "files/notes.txt")
    let refused = try simulate()
    #expect(refused.code == 65)
    #expect(refused.errors.contains("holds files that are no part of a simulation: notes.txt"))
    #expect(try simulate("--scale", "1X").code == 64)
  }

  /// Not so where a sanitizer writes files of its own.
  private static let canLimitFiles =
    (try? CommandRun.shell("ulimit -f 4; exec \"$0\" --version", []))?.code == 0

  @Test(.enabled(if: canLimitFiles, "needs a program that starts under the limit"))
  func aDiskThatIsFullLeavesNothing() throws {
    let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let arguments = ["simulate", path("design.yaml"), "--output", path("files"), "--quiet"]
    let run = try CommandRun.shell("ulimit -f 4; exec \"$0\" \"$@\"", arguments)
    #expect(run.code == 65)
    #expect(run.errors.contains("/files/") && run.errors.contains("cannot be written"), "\(run.errors)")
    #expect(!run.errors.contains(".mrreport-partial"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == before)
  }

  @Test(.enabled(if: MeasuredRun.isPossible, "needs a system that tells of a running process's memory"))
  func memoryHangsNotOnTheSizeOfTheFiles() throws {
    var peaks: [Int] = []
    for rows in ["20k", "400k"] {
      #expect(try simulate("--scale", rows).code == 0)
      let arguments = [
        "analyse", path("study.yaml"), "--release", path("release-\(rows)"), "--no-cache", "--quiet",
      ]
      let run = try MeasuredRun.mrreport(arguments, errors: path("errors"))
      #expect(run.code == 0)
      peaks.append(run.peakMemory)
    }
    #expect(peaks[1] < 100_000_000)
    // Twenty times the rows, and no more than blocks that are read ahead.
    #expect(peaks[1] < peaks[0] + 20_000_000)
  }
}
