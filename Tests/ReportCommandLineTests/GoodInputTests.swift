import Foundation
import Testing

@Suite struct GoodInputTests {
  @Test func aStudyGoesFromItsFileToASite() throws {
    let folder = try SampleStudyFolder()
    let release = "\(folder.path)/release"
    let validated = try CommandRun.mrreport(["validate", folder.study])
    #expect(validated.code == 0, "\(validated.errors)")
    let analysed = try CommandRun.mrreport(["analyse", folder.study, "--release", release])
    #expect(analysed.code == 0, "\(analysed.errors)")
    let rendered = try CommandRun.mrreport(["render", "--release", release, "--output", folder.output])
    #expect(rendered.code == 0, "\(rendered.errors)")
    #expect(folder.files(below: "site")["index.html"] != nil)
    let built = try CommandRun.mrreport([
      "build", folder.study, "--output", "\(folder.path)/built", "--quiet",
    ])
    #expect(built.code == 0 && built.errors.isEmpty, "\(built.errors)")
    #expect(folder.files(below: "built") == folder.files(below: "site"))
  }

  @Test func someTraitsOfAPanel() throws {
    let folder = try SampleStudyFolder()
    try folder.put(
      SampleStudyFolder.yaml(id: "s", traitID: "A", traitName: "Alpha") + SampleStudyFolder.secondTrait,
      at: "study.yaml"
    )
    let release = "\(folder.path)/release"
    #expect(try CommandRun.mrreport(["analyse", folder.study, "--release", release]).code == 0)
    for command in [["build", folder.study], ["render", "--release", release]] {
      let run = try CommandRun.mrreport(command + ["--trait", "B", "--output", folder.output])
      #expect(run.code == 0, "\(run.errors)")
      let pages = folder.files(below: "site").keys.filter { $0.hasPrefix("s/traits/") }
      #expect(pages.sorted() == ["s/traits/B.html", "s/traits/B.md"])
    }
  }

  @Test func verifySaysWhetherTheReleaseIsTheStudys() throws {
    let folder = try SampleStudyFolder()
    let release = "\(folder.path)/release"
    #expect(try CommandRun.mrreport(["analyse", folder.study, "--release", release]).code == 0)
    let same = try CommandRun.mrreport(["verify", folder.study, "--release", release])
    #expect(same.code == 0 && same.output.isEmpty, "\(same.output)")
    try folder.put(
      SampleStudyFolder.yaml(id: "s", traitID: "A", traitName: "Beta"),
      at: "study.yaml"
    )
    let different = try CommandRun.mrreport(["verify", folder.study, "--release", release])
    #expect(different.code == 1)
    #expect(different.output.contains("Beta"))
  }

  @Test func aHostileNameIsEscapedOnEveryPage() throws {
    let folder = try SampleStudyFolder(traitName: "<script>alert(1)</script>|x")
    let built = try CommandRun.mrreport(["build", folder.study, "--output", folder.output])
    #expect(built.code == 0, "\(built.errors)")
    let pages = folder.files(below: "site").filter { $0.key.hasSuffix(".html") || $0.key.hasSuffix(".svg") }
    #expect(pages.values.contains { $0.contains("&lt;script&gt;alert(1)&lt;/script&gt;|x") })
    for (path, text) in pages { #expect(!text.contains("<script>alert"), "\(path)") }
  }

  @Test func initWritesOnceAndNeverOverwrites() throws {
    let folder = try SampleStudyFolder()
    let new = "\(folder.path)/new/study"
    #expect(try CommandRun.mrreport(["init", new]).code == 0)
    let written = try #require(folder.files(below: "new/study")["study.yaml"])
    #expect(written.contains("id:"))
    let again = try CommandRun.mrreport(["init", folder.path])
    #expect(again.code == 65)
    #expect(again.errors.contains("the file is there already"))
    #expect(folder.files(below: ".")["study.yaml"]?.contains("id: s\n") == true)
  }

  @Test func helpAndVersionAreResults() throws {
    let help = try CommandRun.mrreport(["--help"])
    #expect(help.code == 0 && help.errors.isEmpty)
    for code in ["64", "65", "70"] { #expect(help.output.contains(code)) }
    #expect(try CommandRun.mrreport([]).code == 0)
    let version = try CommandRun.mrreport(["--version"])
    #expect(version.output.split(separator: ".").count == 3)
    #expect(try CommandRun.mrreport(["reference"]).output.contains("| "))
    for command in ["init", "validate", "analyse", "render", "build", "verify"] {
      #expect(try CommandRun.mrreport([command, "--help"]).output.contains("Example"))
    }
  }

  @Test func methodsAreListedAndTold() throws {
    let list = try CommandRun.mrreport(["methods"])
    #expect(list.code == 0)
    let lines = list.output.split(separator: "\n")
    #expect(lines.count > 30)
    #expect(lines.contains { $0.hasPrefix("* ivw_random_effects") && $0.contains("n ≥ 2") })
    #expect(lines.contains { $0.hasPrefix("  contamination_mixture") })
    let one = try CommandRun.mrreport(["methods", "mr_egger_simex"])
    #expect(one.output.contains("Assumes:") && one.output.contains("As it is run here:"))
    #expect(one.output.contains("https://doi.org/10.1093/ije/dyw220"))
    #expect(try CommandRun.mrreport(["methods", "nonsense"]).code == 64)
  }
}
