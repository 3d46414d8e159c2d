import Foundation

/// One run of the built `mrreport` whose memory was watched.
struct MeasuredRun {
  var code: Int32
  /// The most that was seen to be resident, in bytes.
  var peakMemory: Int

  /// Where the system tells of a running process what it holds. What it tells of one that has ended starts from the
  /// size of the process that launched it, and so says nothing. A sanitizer holds memory of its own.
  static let isPossible =
    FileManager.default.fileExists(atPath: "/proc/self/status")
    && ProcessInfo.processInfo.environment["MRREPORT_SANITIZER"] == nil

  /// Runs the program and writes what it says on standard error into the file `errors`.
  static func mrreport(_ arguments: [String], errors: String) throws -> MeasuredRun {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try CommandRun.programPath())
    process.arguments = arguments
    try Data().write(to: URL(fileURLWithPath: errors))
    process.standardError = FileHandle(forWritingAtPath: errors)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    var peak = 0
    while process.isRunning {
      peak = max(peak, highWaterMark(of: process.processIdentifier))
      usleep(2000)
    }
    process.waitUntilExit()
    return MeasuredRun(code: process.terminationStatus, peakMemory: peak)
  }

  /// In bytes; 0 once the process is gone.
  private static func highWaterMark(of process: Int32) -> Int {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kibibytes = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
    else { return 0 }
    return (Int(kibibytes) ?? 0) * 1024
  }
}
