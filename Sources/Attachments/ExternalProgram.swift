import Foundation

/// A program of somebody else's that makes one file of another, found on the search path and run without a shell.
struct ExternalProgram {
  let path: String
  /// Seconds after which a program is stopped that is not known to be slow.
  static let usualTimeLimit = 300.0

  /// The first of the names that the search path has; nil where it has none.
  init?(named names: [String], searchPath: String) {
    let folders = searchPath.split(separator: ":").map(String.init)
    let candidates = names.flatMap { name in folders.map { "\($0)/\(name)" } }
    guard let found = candidates.first(where: FileManager.default.isExecutableFile) else { return nil }
    path = found
  }

  /// What a program said last where it failed.
  private static let longestReason = 400

  /// Runs it in a folder and waits.
  ///
  /// - Parameter timeLimit: seconds after which it is stopped.
  /// - Throws: `AttachmentError` where it cannot be started, takes too long or ends with an error, with what it said.
  func run(_ arguments: [String], in folder: URL, timeLimit: Double = Self.usualTimeLimit) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    // A file, not a pipe: a program that says much would wait for a reader.
    let log = folder.appending(path: "program-\(UUID().uuidString).log")
    FileManager.default.createFile(atPath: log.path, contents: nil)
    defer { try? FileManager.default.removeItem(at: log) }
    process.standardError = try FileHandle(forWritingTo: log)
    do {
      try process.run()
    } catch {
      throw AttachmentError("\(path) cannot be started: \(error)")
    }
    let deadline = Date(timeIntervalSinceNow: timeLimit)
    while process.isRunning, Date() < deadline { usleep(20_000) }
    guard !process.isRunning else {
      process.terminate()
      throw AttachmentError("\(path) took more than \(Int(timeLimit)) seconds and was stopped")
    }
    guard process.terminationStatus == 0 else {
      let said = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
      let reason = said.suffix(Self.longestReason).trimmingCharacters(in: .whitespacesAndNewlines)
      throw AttachmentError("\(path) ended with code \(process.terminationStatus): \(reason)")
    }
  }
}
