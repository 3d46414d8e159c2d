import Foundation
import Testing

/// `mrreport diff --site` and `mrreport render --since` as a person runs them.
@Suite struct DiffSiteCommandTests {
  private let folder: SampleStudyFolder
  private var old: String { "\(folder.path)/old" }
  private var new: String { "\(folder.path)/new" }
  private var site: String { "\(folder.path)/pages" }

  /// The newer release has another trait, and so a larger family of tests.
  init() throws {
    folder = try SampleStudyFolder()
    let yaml = SampleStudyFolder.yaml(id: "s", traitID: "A", traitName: "Alpha")
    for (release, text) in [(old, yaml), (new, yaml + SampleStudyFolder.secondTrait)] {
      try folder.put(text, at: "study.yaml")
      #expect(try CommandRun.mrreport(["analyse", folder.study, "--release", release]).code == 0)
    }
  }

  private func diff(_ arguments: String...) throws -> CommandRun {
    try CommandRun.mrreport(["diff", old, new] + arguments)
  }

  @Test func pagesAloneOrBesideTheFiles() throws {
    let alone = try diff("--site", site)
    #expect(alone.code == 1 && alone.errors.contains("pages: open"), "\(alone.errors)")
    #expect(!alone.errors.contains("warning"), "\(alone.errors)")
    let files = folder.files(below: "pages")
    #expect(files["index.html"]?.contains("New: Beta") == true)
    let both = try diff("--site", site, "--output", "\(folder.path)/diff", "--quiet")
    #expect(both.code == 1 && both.errors.isEmpty, "\(both.errors)")
    #expect(folder.files(below: "pages") == files, "written again, to the byte")
    for name in ["changes.tsv", "diff.json", "diff.md", "junit.xml"] {
      let text = try #require(folder.files(below: "diff")[name])
      #expect(files[name] == text, "\(name)")
    }
  }

  @Test func aReleaseAgainstItselfChangedNothing() throws {
    let run = try CommandRun.mrreport(["diff", old, old, "--site", site])
    #expect(run.code == 0, "\(run.errors)")
    let page = try #require(folder.files(below: "pages")["index.md"])
    #expect(page.contains("Nothing changed: the two releases are the same to the byte."))
  }

  @Test func reportsBesideAreLinked() throws {
    let run = try diff("--site", site, "--newer-report", "r/s/index.html", "--older-report", "https://a.b/")
    #expect(run.code == 1 && !run.errors.contains("warning"), "\(run.errors)")
    let page = try #require(folder.files(below: "pages")["index.html"])
    #expect(page.contains("href=\"r/s/index.html\"") && page.contains("href=\"https://a.b/\""))
    #expect(page.contains("href=\"r/s/traits/A.html\""))
    for href in ["javascript:alert(1)", "/etc/index.html", ""] {
      let wrong = try diff("--site", site, "--newer-report", href)
      #expect(wrong.code == 64 && wrong.errors.contains("--newer-report is to be a page"), "\(href)")
    }
    #expect(try diff("--output", "\(folder.path)/d", "--newer-report", "a.html").code == 64)
  }

  @Test func aPlaceThatIsTakenIsLeftAsItIs() throws {
    #expect(try diff().code == 64)
    try folder.put("mine", at: "pages/notes.txt")
    let taken = try diff("--site", site)
    #expect(taken.code != 0 && taken.code != 1 && taken.errors.contains("notes.txt"), "\(taken.errors)")
    #expect(folder.files(below: "pages") == ["notes.txt": "mine"])
    let inside = try diff("--site", new)
    #expect(inside.code == 65 && inside.errors.contains("is the release"))
    let shared = try diff("--site", "\(folder.path)/one/two", "--output", "\(folder.path)/one")
    #expect(shared.code == 65 && shared.errors.contains("shares its place"), "\(shared.errors)")
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/one"))
  }

  @Test func aDamagedReleaseLeavesTheOldPages() throws {
    #expect(try diff("--site", site).code == 1)
    let before = folder.files(below: "pages")
    try folder.put("{", at: "new/conclusions.json")
    #expect(try diff("--site", site).code == 65)
    #expect(folder.files(below: "pages") == before)
  }

  // MARK: render --since

  private func render(_ arguments: String...) throws -> CommandRun {
    try CommandRun.mrreport(["render", "--output", folder.output] + arguments)
  }

  @Test func aReportTellsWhatChangedSince() throws {
    let run = try render("--release", new, "--since", old)
    #expect(run.code == 0 && !run.errors.contains("warning"), "\(run.errors)")
    let files = folder.files(below: "site")
    #expect(files["s/index.html"]?.contains("href=\"changes.html\"") == true)
    #expect(files["s/traits/B.md"]?.contains("New in this release.") == true)
    #expect(files["s/traits/A.md"]?.contains("## Since the release of") == true)
    #expect(files["s/changes/diff.json"] != nil && files["s/changes.html"] != nil)
  }

  @Test func rulesCountForReportsToo() throws {
    try folder.put("ignore:\n  - {aspect: pair, reason: expected}\n", at: "rules.yaml")
    let run = try render("--release", new, "--since", old, "--rules", "\(folder.path)/rules.yaml")
    #expect(run.code == 0, "\(run.errors)")
    #expect(folder.files(below: "site")["s/changes.md"]?.contains("(expected)") == true)
    #expect(try render("--release", new, "--rules", "\(folder.path)/rules.yaml").code == 64)
  }

  @Test func anOlderReleaseOfAnotherStudyIsRefused() throws {
    try folder.put(SampleStudyFolder.yaml(id: "t", traitID: "A", traitName: "Alpha"), at: "study.yaml")
    let other = "\(folder.path)/other"
    #expect(try CommandRun.mrreport(["analyse", folder.study, "--release", other]).code == 0)
    let run = try render("--release", new, "--since", other)
    #expect(run.code == 65 && run.errors.contains("is a release of the study t"), "\(run.errors)")
    let twice = try render("--release", new, "--since", old, "--since", old)
    #expect(twice.code == 65 && twice.errors.contains("is the second older release"), "\(twice.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.output))
  }
}
