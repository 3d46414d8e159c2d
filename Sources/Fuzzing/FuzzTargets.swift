import Foundation
import GWASFormats
import LinkageDisequilibrium
import ReleaseDiff
import ReleaseFormat
import Simulation
import StudyFile
import StudyModel

/// What libFuzzer calls with bytes of its own making: the first byte chooses the parser, the others are its file. A
/// parser may throw whatever it likes and must return.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard let choice = bytes.first else { return 0 }
  let parsers = FuzzedParser.allCases
  parsers[Int(choice) % parsers.count].run(Data(bytes.dropFirst()))
  return 0
}

/// Everything that reads other people's files.
enum FuzzedParser: CaseIterable {
  case genomeWideFile
  case compressedLines
  case associations
  case harmonised
  case results
  case confounders
  case published
  case panelVariants
  case panelPeople
  case panelGenotypes
  case study
  case design
  case json
  case truth
  case rules
  case comparison

  func run(_ data: Data) {
    switch self {
    case .genomeWideFile:
      let file = GWASFile(path: Self.file(data), displayName: "fuzz")
      _ = try? file.scan(GWASQuery(pThreshold: 0.5, unusableShare: 1, isInspection: true))
    case .compressedLines:
      try? CompressedLineReader(path: Self.file(data), displayName: "fuzz").forEachLine { (_, _) in }
    case .associations: _ = try? table(data).readAssociations()
    case .harmonised: _ = try? table(data).readHarmonised()
    case .results:
      _ = try? table(data).readEstimates()
      _ = try? table(data).readHeterogeneity()
      _ = try? table(data).readPleiotropy()
    case .confounders: _ = try? table(data).readConfounders()
    case .published: _ = try? table(data).readPublished()
    case .panelVariants: panel(bim: data, fam: Self.fam, bed: Self.bed)
    case .panelPeople: panel(bim: Self.bim, fam: data, bed: Self.bed)
    case .panelGenotypes: panel(bim: Self.bim, fam: Self.fam, bed: data)
    case .study: _ = try? LoadedStudy.load(Self.file(data))
    case .design: _ = try? SimulationDesign.load(Self.file(data))
    case .json: _ = try? JSONParser.parse([UInt8](data))
    case .truth: _ = try? TruthFile.decode([UInt8](data), file: "fuzz")
    case .rules: _ = try? DiffRules.read([UInt8](data), file: "fuzz")
    case .comparison: _ = try? ReleaseChanges.decode([UInt8](data), file: "fuzz")
    }
  }

  private func table(_ data: Data) -> TableReader {
    TableReader(path: Self.file(data), displayName: "fuzz", columns: ColumnMapping())
  }

  private func panel(bim: Data, fam: Data, bed: Data) {
    for (data, name) in [(bim, "panel.bim"), (fam, "panel.fam"), (bed, "panel.bed")] {
      _ = Self.file(data, name)
    }
    guard let panel = try? ReferencePanel(prefix: Self.folder + "/panel", name: "panel") else { return }
    var variants: [PanelVariant] = []
    try? panel.forEachVariant { variants.append($0) }
    for (one, other) in zip(variants, variants.dropFirst()).prefix(20) { _ = panel.correlation(one, other) }
  }

  // MARK: Files

  /// In memory where the system has a place for that.
  private static let folder: String = {
    let base = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    let folder = "\(base)/mrreport-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }()

  private static func file(_ data: Data, _ name: String = "file") -> String {
    let path = "\(folder)/\(name)"
    _ = FileManager.default.createFile(atPath: path, contents: data)
    return path
  }

  private static let bim = Data("1\trs1\t0\t100\tA\tG\n23\trs2\t0\t200\tC\tT\n".utf8)
  private static let fam = Data("F1 P1 0 0 1 -9\nF2 P2 0 0 2 -9\nF3 P3 P1 P2 1 -9\n".utf8)
  private static let bed = Data([0x6C, 0x1B, 0x01, 0x2E, 0x38])
}
