import ArgumentParser
import ReleaseFormat

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Analyse a study again and compare with its release.",
    discussion: """
      Numbers must agree to 1 part in 10¹² (machines differ in the last digit), everything else exactly. Prints the \
      differences and ends with exit code 1 where there are any. Writes nothing.

      Example:
        mrreport verify study.yaml --release release
      """
  )

  @OptionGroup var options: CommonOptions
  @Argument(help: "The study.yaml of the study.")
  var study: String
  @Option(help: ArgumentHelp("The folder of the release to compare with.", valueName: "dir"))
  var release: String

  func run() async throws {
    let kept = try ReleaseDirectory.read(release).release
    let fresh = try await StudyRun(study, options: options, usesCache: false).release()
    let differences = try ReleaseTolerance().differences(from: kept, to: fresh)
    for difference in differences { Console.print(TerminalText.visible(difference)) }
    guard differences.isEmpty else {
      options.say("\(release): \(differences.count) differences from \(study)")
      throw CommandFailure.differencesFound
    }
    options.say("\(release): is what \(study) gives")
  }
}
