import Foundation
import Testing

@Suite struct BadInputTests {
  private func build(_ folder: SampleStudyFolder, _ more: String...) throws -> CommandRun {
    try CommandRun.mrreport(["build", "--quiet", folder.study] + more + ["--output", folder.output])
  }

  private func expectRefused(_ run: CommandRun, _ folder: SampleStudyFolder, mentions: String) {
    #expect(run.code == 65, "\(run.errors)")
    #expect(run.errors.hasPrefix("error: "))
    #expect(run.errors.contains(mentions), "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.output))
  }

  @Test func aMissingStudy() throws {
    let folder = try SampleStudyFolder()
    let run = try CommandRun.mrreport(["build", "\(folder.path)/none.yaml", "--output", folder.output])
    expectRefused(run, folder, mentions: "none.yaml: there is no such file")
    #expect(run.errors.hasSuffix("1 problem\n"))
  }

  @Test(arguments: ["", "[", "id: [\n", "\u{0}", "a: &a [*a]", "- x", "id: s\nid: s\n", "\t\t:"])
  func aStudyThatIsNoStudy(_ yaml: String) throws {
    let folder = try SampleStudyFolder()
    try folder.put(yaml, at: "study.yaml")
    expectRefused(try build(folder), folder, mentions: "study.yaml")
  }

  @Test func everyProblemIsShownAtOnce() throws {
    let folder = try SampleStudyFolder()
    let (a, d) = (folder.files(below: ".")["a.tsv"] ?? "", folder.files(below: ".")["d.tsv"] ?? "")
    try folder.put(a + "rs99\tA\tG\t0.3\tx\t0.01\t1e-9\t10\n", at: "a.tsv")
    try folder.put(d + "rs99\tA\tG\t0.3\t0.1\t-1\t1e-9\t10\n", at: "d.tsv")
    for command in [["validate", folder.study], ["build", folder.study, "--output", folder.output]] {
      let run = try CommandRun.mrreport(command)
      expectRefused(run, folder, mentions: "a.tsv:14")
      #expect(run.errors.contains("d.tsv:14"))
    }
  }

  @Test(arguments: ["../../etc", "/etc/passwd", "a b", "", ".."]) func anIdThatIsAPath(_ id: String) throws {
    for folder in [try SampleStudyFolder(id: "'\(id)'"), try SampleStudyFolder(traitID: "'\(id)'")] {
      expectRefused(try build(folder), folder, mentions: "study.yaml:")
    }
  }

  @Test func idsThatCollide() throws {
    let folder = try SampleStudyFolder(traitID: "d")
    expectRefused(try build(folder), folder, mentions: "study.yaml:")
    let (one, two) = (try SampleStudyFolder(id: "same"), try SampleStudyFolder(id: "SAME"))
    expectRefused(try build(one, two.study), one, mentions: "the study id \"SAME\" is also that of")
  }

  @Test func anOutputFolderWithSomebodysFiles() throws {
    let folder = try SampleStudyFolder()
    try folder.put("precious", at: "site/thesis.txt")
    let run = try build(folder)
    #expect(run.code == 65)
    #expect(run.errors.contains("holds files that mrreport did not write"))
    #expect(folder.files(below: "site") == ["thesis.txt": "precious"])
  }

  @Test func anOutputFolderThatCannotBeMade() throws {
    let folder = try SampleStudyFolder()
    try folder.put("x", at: "file")
    // Said before the tables are read.
    try folder.put("no table", at: "a.tsv")
    let run = try CommandRun.mrreport(["build", folder.study, "--output", "\(folder.path)/file/site"])
    expectRefused(run, folder, mentions: "file cannot be made; ")
    #expect(folder.files(below: ".")["file"] == "x")
  }

  @Test func aReleaseThatIsNone() throws {
    let folder = try SampleStudyFolder()
    for release in ["\(folder.path)/none", folder.path] {
      let run = try CommandRun.mrreport(["render", "--release", release, "--output", folder.output])
      expectRefused(run, folder, mentions: release)
    }
  }

  @Test func templatesThatDoNotParse() throws {
    let folder = try SampleStudyFolder()
    try folder.put("ok\n{{#open}}", at: "mine/pages/x.md")
    expectRefused(try build(folder, "--templates", "\(folder.path)/mine"), folder, mentions: "pages/x.md:2: ")
    expectRefused(try build(folder, "--templates", "\(folder.path)/none"), folder, mentions: "no such folder")
  }

  /// Said before anything is analysed: the table that is none is not even read.
  @Test func aTraitThatNoPanelHas() throws {
    let folder = try SampleStudyFolder()
    let release = "\(folder.path)/release"
    #expect(try CommandRun.mrreport(["analyse", folder.study, "--release", release]).code == 0)
    try folder.put("no table", at: "a.tsv")
    for command in [["build", folder.study], ["render", "--release", release]] {
      let run = try CommandRun.mrreport(
        command + ["--trait", "A", "--trait", "B", "--output", folder.output]
      )
      #expect(run.code == 64)
      #expect(run.errors.contains("No panel has the trait 'B'. Ids are matched exactly; there are: A."))
      #expect(!FileManager.default.fileExists(atPath: folder.output))
    }
  }

  @Test func aCommandLineThatIsNotUnderstood() throws {
    for arguments in [["no-such-command"], ["build"], ["render", "--output", "x"], ["--no-such-option"]] {
      #expect(try CommandRun.mrreport(arguments).code == 64)
    }
  }
}
