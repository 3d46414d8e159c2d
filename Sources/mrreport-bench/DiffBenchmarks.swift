import Foundation
import ReleaseDiff
import ReleaseFormat
import Reporting
import StudyModel

/// Comparing two releases on disk, each comparison in a process of its own, so that its memory is its own.
struct DiffBenchmarks {
  /// An empty folder to work in.
  let folder: URL

  private static let sizes = [100, 1000, 10_000]
  private static let runs = 3

  static let compareArgument = "--compare"

  func table() throws -> String {
    let variants = FileBenchmarks.usualVariants
    var table = MarkdownTable([
      "Pairs of \(variants) variants", "one in a hundred changed, s", "MB", "every one changed, s", "MB",
    ])
    let study = try CopiedStudy(variants: variants)
    for pairs in Self.sizes {
      let old = try study.release(pairs: pairs)
      let places = ["old", "few", "all"].map { folder.appending(path: "\($0)-\(pairs)").path }
      try ReleaseDirectory.write(old, to: places[0])
      try ReleaseDirectory.write(Self.changed(old, every: 100), to: places[1])
      try ReleaseDirectory.write(Self.changed(old, every: 1), to: places[2])
      let runs = try [places[1], places[2]].map { new in
        try MeasuredProcess.median(of: Self.runs) {
          try MeasuredProcess.ourselves([Self.compareArgument, places[0], new])
        }
      }
      table.append(NumberStyle.count(pairs), runs.flatMap { [$0.secondsCell, $0.memoryCell] })
      for place in places { try FileManager.default.removeItem(atPath: place) }
    }
    return table.text
  }

  /// What that process does: all of `mrreport diff`.
  static func compareAndReport(_ old: String, _ new: String) throws {
    let comparison = try ReleaseComparison(
      old: ReleaseDirectory.open(old),
      new: ReleaseDirectory.open(new)
    )
    let report = DiffReport(templates: try TemplateLibrary.embedded())
    let folder = new + "-diff"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    keep(try report.write(comparison, to: folder).value)
    try FileManager.default.removeItem(atPath: folder)
    print(String(format: "%.1f", PeakMemory.megabytes))
  }

  // MARK: Releases

  /// Every so manieth pair with other numbers all over.
  private static func changed(_ release: Release, every step: Int) -> Release {
    var release = release
    for index in release.pairs.indices where index % step == 0 {
      for variant in release.pairs[index].variants.indices {
        release.pairs[index].variants[variant].outcome.beta *= 1.01
      }
      release.pairs[index].estimates = release.pairs[index].estimates.map { outcome in
        guard var result = outcome.result else { return outcome }
        result.estimate.value *= 1.01
        result.estimate.standardError *= 0.99
        return MethodOutcome(result)
      }
    }
    return release
  }
}
