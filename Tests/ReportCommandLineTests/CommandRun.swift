import Foundation
import Testing

/// What one run of the built `mrreport` did.
struct CommandRun {
  var code: Int32
  var output: String
  var errors: String

  /// Runs the program that lies beside the test bundle.
  static func mrreport(_ arguments: [String]) throws -> CommandRun {
    try run(#require(program), arguments)
  }

  /// The path of the program that lies beside the test bundle.
  static func programPath() throws -> String { try #require(program).path(percentEncoded: false) }

  /// Runs a script of the shell; `$0` in it is the program that lies beside the test bundle.
  static func shell(_ script: String, _ arguments: [String], by launcher: [String] = []) throws -> CommandRun
  {
    let words = launcher + ["/bin/sh", "-c", script, try programPath()] + arguments
    return try run(URL(fileURLWithPath: "/usr/bin/env"), words)
  }

  /// Runs the program and kills it with SIGKILL when that time is over; false where it had come to its end before.
  static func killing(_ arguments: [String], after delay: Duration) throws -> Bool {
    let program: URL = try #require(program)
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    usleep(UInt32(delay / .microseconds(1)))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  private static func run(_ program: URL, _ arguments: [String]) throws -> CommandRun {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    // Files, not pipes: a program that writes more than a pipe holds would wait for a reader.
    let folder = FileManager.default.temporaryDirectory.appending(path: "mrreport-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (output, errors) = (folder.appending(path: "output"), folder.appending(path: "errors"))
    process.standardOutput = try emptyFile(output)
    process.standardError = try emptyFile(errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return CommandRun(code: process.terminationStatus, output: try text(output), errors: try text(errors))
  }

  private static func emptyFile(_ place: URL) throws -> FileHandle {
    try Data().write(to: place)
    return try FileHandle(forWritingTo: place)
  }

  private static func text(_ place: URL) throws -> String {
    String(decoding: try Data(contentsOf: place), as: UTF8.self)
  }

  /// SwiftPM puts the test bundle and the program into one folder, which the bundle or, where a runner loads it, the
  /// runner's arguments name.
  private static let program: URL? = {
    let places =
      Bundle.allBundles.map(\.bundlePath) + CommandLine.arguments + [Bundle.main.executablePath ?? ""]
    return places.lazy
      .map { URL(fileURLWithPath: $0).deletingLastPathComponent().appending(path: "mrreport") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path(percentEncoded: false)) }
  }()
}
