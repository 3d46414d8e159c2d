import Foundation

/// The most memory that this process held at a time.
enum PeakMemory {
  /// Not a number where the system does not say.
  static var megabytes: Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line.flatMap { Double($0.filter(\.isNumber)) } ?? .nan) / 1000
  }
}
