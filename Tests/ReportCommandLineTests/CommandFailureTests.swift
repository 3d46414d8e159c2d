import Attachments
import ReportCommandLine
import StaticSite
import StudyModel
import Testing

@Suite struct CommandFailureTests {
  private struct Surprise: Error {}

  @Test func anUnexpectedErrorIsABugOfOurs() {
    let failure = CommandFailure(Surprise())
    #expect(failure.code == CommandFailure.bug)
    #expect(failure.lines.count == 1)
    #expect(failure.lines[0].contains("this is a bug in mrreport") && failure.lines[0].contains("Surprise"))
  }

  @Test func problemsStandOnTheirOwnLinesWithACount() {
    let problems = [
      InputProblem(file: "a", line: 2, summary: "x"), InputProblem(file: "b", summary: "y", remedy: "z"),
    ]
    let failure = CommandFailure(InputError(problems))
    #expect(failure.lines == ["error: a:2: x", "error: b: y; z", "2 problems"])
    #expect(failure.code == CommandFailure.badInput)
    #expect(CommandFailure(SiteError("s")).lines == ["error: s", "1 problem"])
  }

  @Test func anotherProgramThatFailsIsNoBugOfOurs() {
    let failure = CommandFailure(AttachmentError("pandoc ended with code 1: no space"))
    #expect(failure.lines == ["error: pandoc ended with code 1: no space", "1 problem"])
    #expect(failure.code == CommandFailure.badInput)
  }

  @Test func differencesSayNothingMore() {
    #expect(CommandFailure(CommandFailure.differencesFound).lines.isEmpty)
    #expect(CommandFailure.differencesFound.rawValue == 1)
  }
}
