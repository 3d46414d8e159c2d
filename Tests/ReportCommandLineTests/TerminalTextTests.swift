import Foundation
import ReportCommandLine
import Testing

@Suite struct TerminalTextTests {
  @Test func whatATerminalWouldActOnIsShown() {
    #expect(TerminalText.visible("a\u{1B}[2Jb\r\n\tc") == "a\\u{1B}[2Jb\\u{D}\\u{A}\\u{9}c")
    #expect(
      TerminalText.visible("\u{202E}abc\u{2066}\u{200B}\u{9B}") == "\\u{202E}abc\\u{2066}\\u{200B}\\u{9B}"
    )
    #expect(TerminalText.visible("IL-6, “β” 糖尿病 🧬") == "IL-6, “β” 糖尿病 🧬")
  }

  @Test func messagesOfTheProgramHoldNoControlCharacters() throws {
    let folder = try SampleStudyFolder()
    try folder.put("SNP\tEA\tbeta\tse\nrs1\tA\t\u{1B}]0;x\u{7}\u{202E}\t1\n", at: "a.tsv")
    let run = try CommandRun.mrreport(["validate", folder.study])
    #expect(run.code == 65)
    #expect(run.errors.contains("beta “\\u{1B}]0;x\\u{7}\\u{202E}” is not a number"))
    #expect(!run.errors.contains("\u{1B}"))
  }

  @Test func aStudyMayHaveANameOfOneLetter() throws {
    let run = try CommandRun.mrreport(["validate", "s"])
    #expect(run.code == 65)
    #expect(run.errors.hasPrefix("error: s: there is no such file"))
  }

  @Test(arguments: [
    ["render", "--release", "r", "--output", ""], ["build", "s.yaml", "--output", ""],
    ["analyse", "s.yaml", "--release", ""], ["init", ""],
  ])
  func anEmptyFolderNameIsNoFolder(arguments: [String]) throws {
    let run = try CommandRun.mrreport(arguments)
    #expect(run.code == 64)
    #expect(run.errors.contains(" is empty; name the folder"))
  }
}
