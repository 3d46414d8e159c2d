import Foundation
import Simulation
import StudyFile
import StudyModel
import StudyPipeline

/// The study of 41 cytokines and polymyositis without any effect, drawn again and again and analysed from its files each
/// time: how many pairs are nominally significant?
struct NullStudies {
  private let study: URL
  private let replicates: Int

  /// Nominal hits that the published abstract reports.
  private static let published: [Direction: Int] = [.forward: 1, .reverse: 3]

  /// - Parameter folder: of the study, with `study.yaml` and `simulation/null.yaml`.
  init(folder: String, replicates: Int) {
    study = URL(fileURLWithPath: folder)
    self.replicates = replicates
  }

  func text() async throws -> String {
    let first = try SimulationDesign.load(study.appending(path: "simulation/null.yaml").path)
    let people = try StudySimulation(first)
    let place = FileManager.default.temporaryDirectory.appending(path: "mrreport-null-\(UUID().uuidString)")
    let files = place.appending(path: "files")
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    try writeStudy(into: place)
    var hits = NullHits()
    for replicate in 0..<replicates {
      var design = first
      design.seed &+= UInt64(replicate)
      try StudySimulation(design, peopleOf: people).write(to: files.path)
      let loaded = try LoadedStudy.load(place.appending(path: "study.yaml").path)
      let release = try await AnalysisRun(studyFile: loaded) { _ in }.run()
      let settings = release.header.design.settings
      hits.add(
        release.pairs,
        primaryMethod: settings.primaryMethod,
        significanceLevel: settings.significanceLevel
      )
    }
    return table(hits)
  }

  /// The study as it stands, with the one method that is counted: the others would take most of the time.
  private func writeStudy(into place: URL) throws {
    let own = try String(contentsOf: study.appending(path: "study.yaml"), encoding: .utf8)
    let lean =
      "methods: [ivw_random_effects]\nleave_one_out: [ivw_random_effects]\nmr_presso: {simulations: 100}\n"
    try Data((own + lean).utf8).write(to: place.appending(path: "study.yaml"))
    let table = "published.tsv"
    try FileManager.default.copyItem(at: study.appending(path: table), to: place.appending(path: table))
  }

  private func table(_ hits: NullHits) -> String {
    var lines = [
      "| Direction | Tests with p < 0.05, % | Hits a study: median | Studies with 0, 1, 2 … hits | Published | Studies with as many or more, % |",
      "| --- | ---: | ---: | --- | ---: | ---: |",
    ]
    for direction in Direction.allCases {
      let counts = (hits.counts[direction] ?? []).sorted()
      let published = Self.published[direction] ?? 0
      let cells = [
        direction.rawValue, String(format: "%.1f", 100 * hits.share(direction)),
        counts.isEmpty ? "–" : "\(counts[counts.count / 2])",
        hits.distribution(direction).map(String.init).joined(separator: ", "), "\(published)",
        String(format: "%.0f", 100 * hits.share(direction, atLeast: published)),
      ]
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n")
  }
}
