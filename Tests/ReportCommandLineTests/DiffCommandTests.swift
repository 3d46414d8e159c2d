import Foundation
import Testing

/// `mrreport diff` as a person or a CI runs it.
@Suite struct DiffCommandTests {
  private let folder: SampleStudyFolder
  private var old: String { "\(folder.path)/old" }
  private var new: String { "\(folder.path)/new" }
  private var output: String { "\(folder.path)/diff" }

  /// The newer release has another trait, and so a larger family of tests.
  init() throws {
    folder = try SampleStudyFolder()
    let yaml = SampleStudyFolder.yaml(id: "s", traitID: "A", traitName: "Alpha")
    for (release, text) in [(old, yaml), (new, yaml + SampleStudyFolder.secondTrait)] {
      try folder.put(text, at: "study.yaml")
      #expect(try CommandRun.mrreport(["analyse", folder.study, "--release", release]).code == 0)
    }
    try folder.put(yaml, at: "study.yaml")
  }

  private func diff(_ arguments: String...) throws -> CommandRun {
    try CommandRun.mrreport(["diff", old, new, "--output", output] + arguments)
  }

  @Test func noChangeIsZero() throws {
    let run = try CommandRun.mrreport(["diff", old, old, "--output", output])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.errors.hasPrefix("The two releases are the same to the byte.\n"))
    #expect(
      folder.files(below: "diff").keys.sorted() == ["changes.tsv", "diff.json", "diff.md", "junit.xml"]
    )
  }

  @Test func aChangeIsOne() throws {
    let run = try diff("--quiet")
    #expect(run.code == 1 && run.errors.isEmpty && run.output.isEmpty, "\(run.errors)")
    let text = try #require(folder.files(below: "diff")["diff.md"])
    #expect(text.contains("| pair | new | B.forward |"))
  }

  @Test func onlyTheCategoriesThatAreAskedForFail() throws {
    #expect(try diff("--fail-on", "verdict").code == 0)
    #expect(try diff("--fail-on", "verdict,provenance").code == 1)
    let unknown = try diff("--fail-on", "verdicts")
    #expect(unknown.code == 64 && unknown.errors.contains("There is no category “verdicts”"))
  }

  @Test func rulesMayIgnoreAll() throws {
    let categories = [
      "trait", "trait_property", "pair", "input", "reading", "family", "adjusted_significance",
      "other_adjustment", "shared_instrument",
    ]
    let entries = categories.map { "  - {aspect: \($0), reason: expected}\n" }.joined()
    try folder.put("ignore:\n\(entries)", at: "rules.yaml")
    let run = try diff("--rules", "\(folder.path)/rules.yaml")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.errors.contains("Nothing changed but what the rules ignore."))
    try folder.put("ignoring: []", at: "rules.yaml")
    let wrong = try diff("--rules", "\(folder.path)/rules.yaml")
    #expect(wrong.code == 65 && wrong.errors.contains("rules.yaml:1:1: unknown key 'ignoring'"))
  }

  @Test func changesAreAttributed() throws {
    let run = try diff("--attribute", folder.study, "--quiet")
    #expect(run.code == 1, "\(run.errors)")
    let json = try #require(folder.files(below: "diff")["diff.json"])
    #expect(json.contains("\"is_attributed\": true"))
    try folder.put("SNP\tEA\tOA\tEAF\tbeta\tse\tp\tn\nrs1\tA\tG\t0.3\t0.5\t0.1\t1e-9\t100\n", at: "a.tsv")
    let spoilt = try diff("--attribute", folder.study)
    #expect(spoilt.code == 65)
    #expect(spoilt.errors.contains("a.tsv: is not the file that the older release was made from"))
  }

  @Test func threeReleasesHaveAHistory() throws {
    let run = try CommandRun.mrreport(["diff", old, old, new, "--output", output])
    #expect(run.code == 1, "\(run.errors)")
    #expect(folder.files(below: "diff")["diff.md"]?.contains("## History") == true)
  }

  @Test func aDamagedReleaseIsRefusedAndNothingIsWritten() throws {
    try folder.put("{", at: "new/conclusions.json")
    let run = try diff()
    #expect(run.code == 65)
    #expect(run.errors.contains("new/conclusions.json:"), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: output))
    let none = try CommandRun.mrreport(["diff", old, "\(folder.path)/nowhere", "--output", output])
    #expect(none.code == 65 && none.errors.contains("nowhere"))
    #expect(try CommandRun.mrreport(["diff", old, "--output", output]).code == 64)
  }

  @Test func anotherFolderIsLeftAsItIs() throws {
    try folder.put("mine", at: "diff/notes.txt")
    let run = try diff()
    #expect(run.code == 65 && run.errors.contains("holds files that are no part of a comparison: notes.txt"))
    #expect(folder.files(below: "diff") == ["notes.txt": "mine"])
    let inside = try CommandRun.mrreport(["diff", old, new, "--output", old])
    #expect(inside.code == 65 && inside.errors.contains("is the release"))
  }
}
