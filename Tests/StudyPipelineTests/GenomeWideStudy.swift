import Foundation
import StudyFile
import StudyModel
import StudyPipeline

/// A study of one trait and one disease with genome-wide files of a few invented rows and a panel of 64 people, in a
/// folder that goes with the last reference to it.
final class GenomeWideStudy {
  let folder: URL

  /// One row, told of its effect allele.
  struct Row {
    var id: String
    var chromosome = "1"
    var position: Int
    var effect = "A"
    var other = "G"
    var frequency = 0.3
    var z: Double
    var error = 0.1
    var info: Double?

    var p: String { String(format: "%.6g", erfc(abs(z) / 2.0.squareRoot())) }
  }

  /// A variant of the panel: everybody is homozygous, by one bit of the person's number, but for those who are turned.
  struct PanelRow {
    var id: String
    var chromosome = "1"
    var position: Int
    var first = "A"
    var second = "G"
    var bit: Int
    var turned: [Int] = []
  }

  static let people = 64

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "mrreport-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  /// A table with usual columns, positions among them.
  func writeTrait(_ rows: [Row], to name: String = "trait.tsv") throws {
    let header = "SNP\tCHR\tBP\tEA\tOA\tEAF\tBETA\tSE\tP\tN\tINFO\n"
    let lines = rows.map { row in
      "\(row.id)\t\(row.chromosome)\t\(row.position)\t\(row.effect)\t\(row.other)\t\(row.frequency)\t"
        + "\(row.z * row.error)\t\(row.error)\t\(row.p)\t1000\t\(row.info.map { "\($0)" } ?? "NA")\n"
    }
    try write(header + lines.joined(), to: name)
  }

  /// METAL's columns: no positions, lower-case alleles.
  func writeMETAL(_ rows: [Row], to name: String = "trait.tsv") throws {
    let header = "MarkerName\tAllele1\tAllele2\tFreq1\tEffect\tStdErr\tP-value\tDirection\tTotal_N\n"
    let lines = rows.map { row in
      "\(row.id)\t\(row.effect.lowercased())\t\(row.other.lowercased())\t\(row.frequency)\t\(row.z * row.error)\t"
        + "\(row.error)\t\(row.p)\t+\t1000\n"
    }
    try write(header + lines.joined(), to: name)
  }

  /// FinnGen's columns; the effect allele is alt.
  func writeDisease(_ rows: [Row], to name: String = "disease.tsv") throws {
    let header = "#chrom\tpos\tref\talt\trsids\tnearest_genes\tpval\tbeta\tsebeta\taf_alt\n"
    let lines = rows.map { row in
      "\(row.chromosome)\t\(row.position)\t\(row.other)\t\(row.effect)\t\(row.id)\t\t\(row.p)\t\(row.z * row.error)\t"
        + "\(row.error)\t\(row.frequency)\n"
    }
    try write(header + lines.joined(), to: name)
  }

  func writePanel(_ rows: [PanelRow]) throws {
    let bim = rows.map { "\($0.chromosome)\t\($0.id)\t0\t\($0.position)\t\($0.first)\t\($0.second)\n" }
    try write(bim.joined(), to: "panel.bim")
    try write((1...Self.people).map { "F\($0) P\($0) 0 0 1 -9\n" }.joined(), to: "panel.fam")
    var bed = Data([0x6C, 0x1B, 1])
    for row in rows {
      var bytes = [UInt8](repeating: 0, count: Self.people / 4)
      for person in 0..<Self.people {
        let isSecond = (person >> row.bit & 1 == 0) != row.turned.contains(person)
        if isSecond { bytes[person / 4] |= 0b11 << UInt8(2 * (person % 4)) }
      }
      bed.append(contentsOf: bytes)
    }
    try bed.write(to: folder.appending(path: "panel.bed"))
  }

  /// - Parameters:
  ///   - selection: lines of that mapping, without their indentation.
  ///   - trait: further lines of the trait.
  ///   - disease: and of the disease.
  ///   - others: further traits, with their indentation.
  ///   - top: lines of the top level.
  func load(
    selection: [String] = ["ld_panel: {prefix: panel, build: GRCh38}"],
    trait: [String] = ["gwas: {file: trait.tsv, build: GRCh38}"],
    disease: [String] = ["gwas: disease.tsv"],
    others: String = "",
    top: [String] = []
  ) throws -> LoadedStudy {
    let yaml = """
      id: tiny
      title: Tiny
      question: Does it?
      authors: [Nobody]
      date: 2026-11-26
      seed: 1
      methods: [ivw_random_effects]
      leave_one_out: [ivw_random_effects]
      disease:
        id: D
        name: Disease
        type: binary
        cases: 500
        controls: 5000
      \(disease.map { "  " + $0 }.joined(separator: "\n"))
      panel:
        name: traits
        member: trait
        traits:
          - id: T
            name: Trait
            type: continuous
            sample_size: 1000
      \(trait.map { "      " + $0 }.joined(separator: "\n"))
      \(others)
      selection:
        p_threshold: 5.0e-6
      \(selection.map { "  " + $0 }.joined(separator: "\n"))
      \(top.joined(separator: "\n"))

      """
    try write(yaml, to: "study.yaml")
    return try LoadedStudy.load(folder.appending(path: "study.yaml").path(percentEncoded: false))
  }

  func analyse(
    selection: [String] = ["ld_panel: {prefix: panel, build: GRCh38}"],
    trait: [String] = ["gwas: {file: trait.tsv, build: GRCh38}"],
    disease: [String] = ["gwas: disease.tsv"],
    top: [String] = []
  ) async throws -> Release {
    try await load(selection: selection, trait: trait, disease: disease, top: top).analysed()
  }

  /// The problems that loading or analysing ends with.
  func problems(
    selection: [String] = ["ld_panel: {prefix: panel, build: GRCh38}"],
    trait: [String] = ["gwas: {file: trait.tsv, build: GRCh38}"],
    disease: [String] = ["gwas: disease.tsv"],
    top: [String] = []
  ) async -> String {
    do {
      _ = try await analyse(selection: selection, trait: trait, disease: disease, top: top)
      return "no problem"
    } catch {
      return "\(error)"
    }
  }
}

extension LoadedStudy {
  func analysed() async throws -> Release { try await AnalysisRun(studyFile: self) { _ in }.run() }
}

extension Release {
  var forward: PairResult { pairs[0] }
  var reverse: PairResult { pairs[1] }
}

extension PairResult {
  var names: [String] { variants.map(\.variant.id) }

  /// What became of the candidates that are not used: `rs1 clumped`.
  var fates: [String] { exclusions.map { "\($0.variant.id) \($0.reason.rawValue)" } }
}
