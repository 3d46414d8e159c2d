import Foundation
import Testing

/// What one run of the built `mrreport` did.
struct CommandRun {
  var code: Int32
  var output: String
  var errors: String

  /// Runs the program that lies beside the test bundle.
  static func mrreport(_ arguments: [String]) throws -> CommandRun {
    let program: URL = try #require(program)
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // The programs of these tests write less than a pipe holds.
    process.waitUntilExit()
    return CommandRun(code: process.terminationStatus, output: text(output), errors: text(errors))
  }

  private static func text(_ pipe: Pipe) -> String {
    String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }

  /// SwiftPM puts the test bundle and the program into one folder, which the bundle or, where a runner loads it, the
  /// runner's arguments name.
  private static var program: URL? {
    let places =
      Bundle.allBundles.map(\.bundlePath) + CommandLine.arguments + [Bundle.main.executablePath ?? ""]
    return places.lazy
      .map { URL(fileURLWithPath: $0).deletingLastPathComponent().appending(path: "mrreport") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path(percentEncoded: false)) }
  }
}
