import Foundation

/// The two streams of the process: results go to one, everything about the run to the other.
enum Console {
  static func print(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

  static func error(_ line: String) { errorText(line + "\n") }

  static func errorText(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

  /// Whether somebody looks at the standard error stream as it is written.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
