import ArgumentParser
import Foundation
import StudyModel

/// `mrreport`: the root of the command line.
package struct MRReportCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "mrreport",
    abstract:
      "From the summary statistics of a Mendelian randomization study to a site that explains the results.",
    discussion: """
      A study is described in study.yaml. `analyse` turns it and its tables into a release, a folder of JSON that \
      holds every number and every exclusion; `render` turns releases into a site. The site needs nothing but the \
      releases, so an old one can be rendered again without the tables. `build` does both at once.

      Examples:
        mrreport init my-study
        mrreport validate my-study/study.yaml
        mrreport build my-study/study.yaml --output site

      Exit codes:
        0   done
        1   `verify` or `diff` found differences
        64  the command line was not understood
        65  the input cannot be used; each problem stands on a line of its own
        70  a bug of mrreport
      """,
    version: ToolVersion.current,
    subcommands: [
      InitCommand.self, ValidateCommand.self, AnalyseCommand.self, RenderCommand.self, BuildCommand.self,
      AttachCommand.self,
      VerifyCommand.self, DiffCommand.self, TemplatesCommand.self, InspectCommand.self, SimulateCommand.self,
      MethodsCommand.self, ReferenceCommand.self,
    ]
  )

  package init() {}

  /// Runs what the arguments ask for, and ends the process with one of the exit codes above.
  package static func runAndExit() async -> Never {
    // A file larger than the person's limit is then an error with words, like a full disk, and no sudden end.
    signal(SIGXFSZ, SIG_IGN)
    let command: any ParsableCommand
    do {
      command = try parseAsRoot()
    } catch {
      exit(withError: error)
    }
    do {
      try await run(command)
    } catch {
      exit(reporting: error)
    }
    exit(withError: nil)
  }

  private static func run(_ command: any ParsableCommand) async throws {
    if var command = command as? any AsyncParsableCommand {
      try await command.run()
    } else {
      var command = command
      try command.run()
    }
  }

  private static func exit(reporting error: any Error) -> Never {
    switch exitCode(for: error) {
    case .success, .validationFailure: exit(withError: error)
    default: break
    }
    let failure = CommandFailure(error)
    for line in failure.lines { Console.error(line) }
    exit(withError: failure.code)
  }
}
