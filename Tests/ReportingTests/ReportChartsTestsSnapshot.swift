import Foundation
import Testing

/// Compares a figure with the one on file. A missing or different file fails; with `MRREPORT_RECORD=1` the
/// file is written anew and the test fails all the same, so that a recording is always looked at.
enum FigureSnapshot {
  static func expect(_ text: String, is name: String, at source: SourceLocation = #_sourceLocation) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Snapshots"
    )
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["MRREPORT_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name)", sourceLocation: source)
      return
    }
    guard let known = try? String(contentsOf: file, encoding: .utf8) else {
      Issue.record("there is no snapshot \(name); record it with MRREPORT_RECORD=1", sourceLocation: source)
      return
    }
    guard known != text else { return }
    let place = zip(known.split(separator: "\n"), text.split(separator: "\n")).first { $0 != $1 }
    let first = place.map { "on file \($0.0), now \($0.1)" } ?? "one is longer"
    Issue.record("\(name) differs: \(first)", sourceLocation: source)
  }
}
