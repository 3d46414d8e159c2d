import GWASFormats
import StudyFile
import StudyModel

/// What one reading of a trait's genome-wide file gave, as far as the analysis and the release need it.
struct GenomeWideScan: Codable, Hashable, Sendable {
  /// Of the decompressed content.
  var sha256: String
  var rows: Int
  var format: GWASFormat
  var reading: GenomeWideReading
  /// Rows with a p below the threshold that was asked for, in the order of the file.
  var candidates: [VariantAssociation]

  init(_ scan: GWASScan, sha256: String, build: String?) {
    self.sha256 = sha256
    rows = scan.rowCount
    // A file without positions is of no build, whatever its study says.
    let isPlaced = scan.columns.has(.position) || scan.candidates.contains { $0.variant.position != nil }
    format = scan.format
    reading = GenomeWideReading(
      columns: ColumnRole.allCases.compactMap { role in
        scan.columns.names[role].flatMap { names in
          names.isEmpty ? nil : GenomeWideReading.Column(role: role, names: names)
        }
      },
      derived: scan.columns.derivations,
      build: isPlaced ? build ?? scan.genomeBuild : nil,
      otherTestRows: scan.otherTestRows,
      unusable: scan.unusable
    )
    candidates = scan.candidates
  }

  /// The build of the file's positions; nil where it has none or nothing tells.
  var build: String? { reading.build }
}

/// A trait's genome-wide file and what is wanted of it.
struct FileToScan: Sendable {
  var trait: Trait
  var file: GenomeWideFile
  /// Where it lies.
  var location: String
  /// Of candidates; nil wants none.
  var pThreshold: Double?
}
