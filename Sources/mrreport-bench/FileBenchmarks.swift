import Foundation
import GWASFormats
import ReleaseFormat
import Reporting
import StudyModel

/// Times of reading a table, of releases on disk and of rendering.
struct FileBenchmarks {
  /// An empty folder to work in.
  let folder: URL

  static let traits = 41
  static let variants = 79
  static let fewVariants = 8
  /// As many as the cytokines have that the program was made for.
  static let usualVariants = 10
  static let rows = 500_000

  func table() throws -> String {
    var table = MarkdownTable(["What", "ms"])
    for variants in [Self.usualVariants, Self.variants] {
      let study = try SimulatedStudy(traits: Self.traits, variants: variants)
      table.append(
        "Analysing a study on one thread: \(Self.traits) traits, both directions, \(variants) variants a pair",
        [Timing { keep(study.release()) }.cell]
      )
    }
    try appendTable(to: &table)
    let study = try SimulatedStudy(traits: Self.traits, variants: Self.variants)
    let release = study.release()
    let place = folder.appending(path: "release").path
    let size = "\(Self.traits) traits, both directions, \(Self.variants) variants a pair"
    table.append(
      "Writing a release: \(size)",
      [try Timing { try ReleaseDirectory.write(release, to: place) }.cell]
    )
    table.append(
      "Reading and checking it",
      [try Timing { keep(try ReleaseDirectory.read(place)) }.cell]
    )
    try appendPages(of: try ReleaseDirectory.open(place), to: &table)
    return table.text
  }

  private func appendPages(of release: OpenRelease, to table: inout MarkdownTable) throws {
    let times = try PageTimes(of: release)
    let small = try SimulatedStudy(traits: Self.traits, variants: Self.fewVariants).release()
    let smallPlace = folder.appending(path: "small").path
    try ReleaseDirectory.write(small, to: smallPlace)
    table.append(
      "Rendering one trait page: Markdown, HTML, its figures, their tables; \(Self.fewVariants) variants a pair",
      [try PageTimes(of: try ReleaseDirectory.open(smallPlace)).traitPages.cell]
    )
    table.append("The same, \(Self.variants) variants a pair", [times.traitPages.cell])
    table.append("Rendering the front page", [times.frontPage.cell])
    table.append("Rendering the whole site", [times.site.cell])
  }

  private func appendTable(to table: inout MarkdownTable) throws {
    let file = folder.appending(path: "associations.tsv")
    try Self.associations.write(to: file, atomically: false, encoding: .utf8)
    let reader = TableReader(path: file.path, displayName: "associations.tsv", columns: ColumnMapping())
    let timing = try Timing { keep(try reader.readAssociations()) }
    let rows = NumberStyle.count(Self.rows)
    let speed = NumberStyle.count(Int((Double(Self.rows) / timing.median / 1000).rounded()) * 1000)
    table.append(
      "Reading a table of \(rows) rows of 9 columns (\(speed) rows a second)",
      [timing.cell]
    )
  }

  /// A table as a genome-wide association study gives it.
  private static var associations: String {
    var text = "SNP\tchr\tpos\teffect_allele\tother_allele\teaf\tbeta\tse\tpval\n"
    for index in 0..<rows {
      let beta = Double(index % 1999 - 999) * 1.37e-5
      text += "rs\(index + 1000)\t\(index % 22 + 1)\t\(index * 5 + 1)\tA\tG\t"
      text += "0.\(index % 90 + 10)\t\(beta)\t0.0\(index % 80 + 10)\t0.\(index % 9000 + 1000)\n"
    }
    return text
  }
}
