import ArgumentParser
import Attachments
import Reporting
import StaticSite
import StudyModel

/// How a failed command ends: what it says and its exit code.
package struct CommandFailure: Hashable {
  /// For the standard error stream.
  package var lines: [String]
  package var code: ExitCode

  /// Sorts the error by whose it is: the input's, the command's own result, or ours.
  package init(_ error: any Error) {
    switch error {
    case let error as ExitCode: self.init(lines: [], code: error)
    case let error as InputError: self.init(problems: error.problems.map(\.description))
    case let error as SiteError: self.init(problems: error.problems)
    case let error as TemplateError: self.init(problems: ["\(error)"])
    case let error as ReportingError: self.init(problems: [error.description])
    case let error as AttachmentError: self.init(problems: [error.description])
    default:
      self.init(
        lines: [
          "error: this is a bug in mrreport; please report it with this text: "
            + "mrreport \(ToolVersion.current), \(type(of: error)): \(error)"
        ],
        code: Self.bug
      )
    }
  }

  private init(lines: [String], code: ExitCode) {
    self.lines = lines
    self.code = code
  }

  private init(problems: [String]) {
    let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
    self.init(lines: problems.map { "error: \($0)" } + [count], code: Self.badInput)
  }

  /// `verify` found differences.
  package static let differencesFound = ExitCode(1)
  /// EX_DATAERR of sysexits.h.
  package static let badInput = ExitCode(65)
  /// EX_SOFTWARE of sysexits.h.
  package static let bug = ExitCode(70)
}
