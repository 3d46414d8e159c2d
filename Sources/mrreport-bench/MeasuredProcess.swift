import Foundation

/// How one run of another process went.
struct MeasuredProcess {
  /// On the clock, from its start to its end.
  var seconds: Double
  /// Most memory that it held at a time, MB; nil where it does not say.
  var memory: Double?

  /// Runs a shell's command, whose output is thrown away.
  static func shell(_ command: String) throws -> MeasuredProcess {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.standardOutput = FileHandle.nullDevice
    let start = Moment()
    try process.run()
    process.waitUntilExit()
    return MeasuredProcess(seconds: Moment().since(start).wall)
  }

  /// Runs this program again, so that its memory is that of the work alone; it prints that memory.
  static func ourselves(_ arguments: [String]) throws -> MeasuredProcess {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    let start = Moment()
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let seconds = Moment().since(start).wall
    return MeasuredProcess(
      seconds: seconds,
      memory: Double(text.trimmingCharacters(in: .whitespacesAndNewlines))
    )
  }

  /// The run of middle length.
  static func median(of runs: Int, _ run: () throws -> MeasuredProcess) rethrows -> MeasuredProcess {
    let all = try (0..<runs).map { _ in try run() }.sorted { $0.seconds < $1.seconds }
    return all[all.count / 2]
  }

  var secondsCell: String { Self.cell(seconds) }
  var memoryCell: String { memory.map(Self.cell) ?? "" }

  private static func cell(_ value: Double) -> String {
    value < 10 ? String(format: "%.2f", value) : String(format: "%.0f", value)
  }
}
