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
  /// Traits that are analysed; the pairs of larger studies are copies of theirs under other names.
  private static let analysed = 10
  private static let runs = 3

  static let compareArgument = "--compare"

  func table() throws -> String {
    let variants = FileBenchmarks.usualVariants
    var table = MarkdownTable([
      "Pairs of \(variants) variants", "one in a hundred changed, s", "MB", "every one changed, s", "MB",
    ])
    let base = try SimulatedStudy(traits: Self.analysed, variants: variants).release()
    for pairs in Self.sizes {
      let old = try Self.copies(of: base, pairs: pairs)
      let places = ["old", "few", "all"].map { folder.appending(path: "\($0)-\(pairs)").path }
      try ReleaseDirectory.write(old, to: places[0])
      try ReleaseDirectory.write(Self.changed(old, every: 100), to: places[1])
      try ReleaseDirectory.write(Self.changed(old, every: 1), to: places[2])
      let runs = try [places[1], places[2]].map { try median(places[0], $0) }
      table.append(NumberStyle.count(pairs), runs.flatMap { [Self.cell($0.seconds), Self.cell($0.memory)] })
      for place in places { try FileManager.default.removeItem(atPath: place) }
    }
    return table.text
  }

  private struct Run {
    var seconds: Double
    /// Most memory that the process held at a time, MB.
    var memory: Double
  }

  private static func cell(_ value: Double) -> String {
    value < 10 ? String(format: "%.2f", value) : String(format: "%.0f", value)
  }

  private func median(_ old: String, _ new: String) throws -> Run {
    let runs = try (0..<Self.runs).map { _ in try run(old, new) }.sorted { $0.seconds < $1.seconds }
    return runs[runs.count / 2]
  }

  private func run(_ old: String, _ new: String) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
    process.arguments = [Self.compareArgument, old, new]
    let output = Pipe()
    process.standardOutput = output
    let start = Moment()
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let memory = Double(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? .nan
    return Run(seconds: Moment().since(start).wall, memory: memory)
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

  /// As many pairs, those of the study again and again under the names of other traits.
  private static func copies(of base: Release, pairs: Int) throws -> Release {
    var release = base
    let disease = base.header.design.disease.id
    let traits = try (0..<pairs / 2).map { index -> Trait in
      var trait = base.header.design.panel.traits[index % analysed]
      guard let id = TraitID(rawValue: "t\(index)") else { throw BenchmarkError.invalidID("t\(index)") }
      trait.id = id
      return trait
    }
    release.header.design.panel.traits = traits
    release.header.design.pairs = traits.flatMap { trait in
      Direction.allCases.map { PairDesign(trait: trait.id, direction: $0, disease: disease) }
    }
    release.pairs = release.header.design.pairs.enumerated().map { index, design in
      var pair = base.pairs[index % base.pairs.count]
      (pair.id, pair.trait, pair.exposure, pair.outcome) = (
        design.id, design.trait, design.exposure, design.outcome
      )
      return pair
    }
    release.conclusions.families = []
    release.conclusions.appraisals = release.pairs.enumerated().compactMap { index, pair in
      guard var appraisal = base.conclusions.appraisals?[index % base.pairs.count] else { return nil }
      appraisal.pair = pair.id
      appraisal.checks.removeAll { $0.id == .multiplicity }
      return appraisal
    }
    return release
  }

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
