import Foundation
import StudyFile
import StudyModel
import StudyPipeline

/// An invented study in a folder of its own, which is gone when the test is over.
///
/// A has tables for both directions, B a harmonised one for forward only, C instruments but no look-up, E
/// nothing.
final class TinyStudy {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mrreport-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
    for (name, text) in Self.files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path).appending(path: name))
  }

  /// Replaces a table by its gzip in study.yaml and in the folder.
  func compress(_ name: String) throws {
    let gzip = try Process.run(URL(fileURLWithPath: "/usr/bin/env"), arguments: ["gzip", path + "/" + name])
    gzip.waitUntilExit()
    let yaml = Self.files["study.yaml"]?.replacingOccurrences(of: name, with: name + ".gz") ?? ""
    try write(yaml, to: "study.yaml")
  }

  func pipeline(
    concurrency: Int = 2,
    progress: @escaping @Sendable (PipelineProgress) -> Void = { _ in }
  ) throws -> AnalysisRun {
    let file = try LoadedStudy.load(path + "/study.yaml")
    return AnalysisRun(studyFile: file, concurrency: concurrency, progress: progress)
  }

  static let files = [
    "study.yaml": yaml, "A-instruments.tsv": instruments, "A-lookup.tsv": lookup(["rs11", "rs12"]),
    "D-instruments.tsv": table(["rs11 A G 0.2 0.02 1e-23 0.3", "rs12 C T 0.3 0.03 1e-23 0.4"]),
    "D-lookup.tsv": lookup(["rs1", "rs2", "rs3", "rs4"]), "B-harmonised.tsv": harmonised,
  ]

  private static let yaml = """
    id: tiny
    title: Tiny
    question: Does any of it matter?
    authors: [Nobody]
    date: 2026-11-24
    seed: 7
    disease:
      id: D
      name: Disease
      type: binary
      instruments: D-instruments.tsv
      lookup: D-lookup.tsv
    panel:
      name: traits
      member: trait
      traits:
        - id: A
          name: Alpha
          type: continuous
          instruments: A-instruments.tsv
          lookup: A-lookup.tsv
        - id: B
          name: Beta
          type: continuous
          harmonised:
            forward: B-harmonised.tsv
        - id: C
          name: Gamma
          type: continuous
          instruments: A-instruments.tsv
        - id: E
          name: Epsilon
          type: continuous

    """

  private static let instruments = table([
    "rs1 A G 0.10 0.01 1e-23 0.30", "rs2 C T 0.20 0.02 1e-23 0.40", "rs3 A C 0.15 0.01 1e-50 0.20",
    "rs4 G T 0.12 0.01 1e-30 0.10", "rs5 G T 0.12 0.01 1e-30 0.10",
  ])

  private static func lookup(_ variants: [String]) -> String {
    let alleles = ["rs1": "A G", "rs2": "C T", "rs3": "A C", "rs4": "T G", "rs11": "A G", "rs12": "C T"]
    return table(
      variants.enumerated().map {
        "\($0.element) \(alleles[$0.element] ?? "A C") 0.0\($0.offset + 1) 0.02 0.3 0.3"
      }
    )
  }

  private static func table(_ rows: [String]) -> String {
    let header = "rsid effect_allele other_allele beta standard_error p_value effect_allele_frequency"
    return ([header] + rows).map { $0.replacingOccurrences(of: " ", with: "\t") + "\n" }.joined()
  }

  private static let harmonised =
    """
    SNP effect_allele.exposure other_allele.exposure beta.exposure se.exposure beta.outcome se.outcome mr_keep
    rs1 A G 0.1 0.01 0.02 0.02 TRUE
    rs2 C T 0.2 0.02 0.03 0.02 TRUE
    rs3 A T 0.2 0.02 0.03 0.02 FALSE

    """.replacingOccurrences(of: " ", with: "\t")
}
