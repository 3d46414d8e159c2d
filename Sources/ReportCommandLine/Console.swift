import Foundation

/// The two streams of the process: results go to one, everything about the run to the other.
enum Console {
  /// Ends the process where the stream takes nothing, for the results are what it was run for.
  static func print(_ line: String) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
    } catch {
      self.error("error: the results cannot be written to the standard output stream")
      exit(CommandFailure.badInput.rawValue)
    }
  }

  /// One line; it may quote what stands in other people's files.
  static func error(_ line: String) { errorText(TerminalText.visible(line) + "\n") }

  /// Does nothing where the stream takes nothing: there is nowhere left to say so.
  static func errorText(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

  /// Whether somebody looks at the standard error stream as it is written.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
