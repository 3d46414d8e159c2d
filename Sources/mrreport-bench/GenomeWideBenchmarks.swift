import Foundation
import GWASFormats
import LinkageDisequilibrium
import Simulation
import Statistics
import StudyModel

/// Selection from a genome-wide file beside decompressing it, and clumping.
struct GenomeWideBenchmarks {
  /// An empty folder to work in.
  let folder: URL

  static let rows = 5_000_000
  static let pThreshold = 5e-6
  private static let runs = 3

  func table() throws -> String {
    var table = MarkdownTable(["What", "s", "of `zcat`", "MB"])
    for (name, isBlocked) in [("gzip", false), ("bgzip", true)] {
      let path = folder.appending(path: "\(name).gz").path
      try Self.write(path, isBlocked: isBlocked)
      let plain = try MeasuredProcess.median(of: Self.runs) {
        try MeasuredProcess.shell("zcat '\(path)' | wc -l")
      }
      let selection = try MeasuredProcess.median(of: Self.runs) {
        try MeasuredProcess.ourselves([Self.scanArgument, path])
      }
      let size = "\(Self.rows / 1_000_000) million rows of 10 columns, \(name)"
      table.append("`zcat FILE \\| wc -l`: \(size)", [plain.secondsCell, "1", ""])
      table.append(
        "Selecting at p < 5e-6, every row checked",
        [
          selection.secondsCell, String(format: "%.2f", selection.seconds / plain.seconds),
          selection.memoryCell,
        ]
      )
      try FileManager.default.removeItem(atPath: path)
    }
    return table.text + "\n\n" + (try clumping())
  }

  private static func cell(_ value: Double) -> String { String(format: "%.2f", value) }

  static let scanArgument = "--scan"

  /// What that process does: selects, and prints the most memory that it held, MB.
  static func scanAndReport(_ path: String) throws {
    let file = GWASFile(path: path, displayName: path)
    keep(try file.scan(GWASQuery(pThreshold: pThreshold), threads: 1))
    print(String(format: "%.1f", PeakMemory.megabytes))
  }

  // MARK: The file

  private static func write(_ path: String, isBlocked: Bool) throws {
    let writer = try BlockCompressedWriter(path: path, isBlocked: isBlocked)
    try writer.write(
      "rsid\tchromosome\tposition\teffect_allele\tother_allele\teffect_allele_frequency\tbeta\tstandard_error\tp_value\t"
        + "sample_size\n"
    )
    var stream = RandomStream(StreamKey(seed: 1, names: ["genome-wide benchmark"]), simulation: 0)
    let bases = ["A", "C", "G", "T"]
    var text = ""
    for row in 0..<rows {
      let error = 0.02 + 0.01 * stream.nextUniform()
      let z = Ziggurat.shared.normal(&stream)
      let p = NormalDistribution.twoSided(z).value
      text +=
        "rs\(Int(stream.nextUniform() * 1e9))\t\(1 + row * 22 / rows)\t\(10_000 + row * 40 % 240_000_000)\t"
      text += bases[row & 3] + "\t" + bases[(row + 2) & 3]
      text += String(
        format: "\t%.4f\t%.5f\t%.5f\t%.4g\t%d\n",
        stream.nextUniform(),
        z * error,
        error,
        p,
        8000 + row % 293
      )
      if text.utf8.count > 1 << 16 {
        try writer.write(text)
        text.removeAll(keepingCapacity: true)
      }
    }
    try writer.write(text)
    try writer.close()
  }

  // MARK: Clumping

  private static let panelPeople = 489
  private static let candidates = 500

  /// A panel of about 15,000 variants, and one of four times as many.
  private func clumping() throws -> String {
    var table = MarkdownTable(["What", "ms"])
    for variants in [75, 300] {
      let path = folder.appending(path: "panel-\(variants)").path
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try StudySimulation(try Self.design(variants: variants)).write(to: path)
      let panel = try ReferencePanel(prefix: "\(path)/\(StudySimulation.panelName)", name: "panel")
      var all: [PanelVariant] = []
      try panel.forEachVariant { all.append($0) }
      var stream = RandomStream(StreamKey(seed: 1, names: ["clumping benchmark"]), simulation: 0)
      let chosen = (0..<Self.candidates).map { place in
        Clumping.Candidate(
          variant: all[place * all.count / Self.candidates],
          pValue: PValue(5e-6 * stream.nextUniform())
        )
      }
      let clumping = Clumping(rSquared: 0.001, kilobases: 10_000)
      let size = "\(NumberOfThousands.text(all.count)) variants, \(panel.people) people"
      table.append(
        "Reading the .bim of a panel of \(size)",
        [try Timing { try panel.forEachVariant { keep($0) } }.cell]
      )
      table.append(
        "Clumping \(Self.candidates) candidates in it",
        [Timing { keep(clumping.clump(chosen, in: panel)) }.cell]
      )
    }
    return table.text
  }

  private static func design(variants: Int) throws -> SimulationDesign {
    guard let trait = TraitID(rawValue: "T"), let disease = TraitID(rawValue: "D") else {
      throw CocoaError(.featureUnsupported)
    }
    let none = LocusDesign(real: 0, chance: 0)
    return SimulationDesign(
      name: "benchmark",
      seed: 1,
      panel: PanelDesign(people: panelPeople, windows: 200, variantsPerWindow: variants, isSplit: false),
      traits: [TraitDesign(id: trait, people: 8000, file: "t.gz", loci: none)],
      disease: DiseaseDesign(id: disease, cases: 119, controls: 213_145, file: "d.gz", loci: none)
    )
  }
}

/// `14,686` as “about 15,000”.
private enum NumberOfThousands {
  static func text(_ count: Int) -> String { "about \((count + 500) / 1000),000" }
}
