import Foundation

/// A folder with a small study in order, which tests then spoil; deleted with the value.
final class SampleStudyFolder {
  let path: String
  var study: String { "\(path)/study.yaml" }
  var output: String { "\(path)/site" }

  init(id: String = "s", traitID: String = "A", traitName: String = "Alpha") throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "mrreport-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path(percentEncoded: false)
    try put(Self.yaml(id: id, traitID: traitID, traitName: traitName), at: "study.yaml")
    try put(Self.table(shift: 0.1), at: "a.tsv")
    try put(Self.table(shift: 0.03), at: "d.tsv")
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func put(_ text: String, at name: String) throws {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: url)
  }

  /// Every file below a folder, with its text.
  func files(below folder: String) -> [String: String] {
    let root = "\(path)/\(folder)"
    var files: [String: String] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: root) ?? .init() {
      if let text = try? String(contentsOfFile: "\(root)/\(name)", encoding: .utf8) { files[name] = text }
    }
    return files
  }

  static func yaml(id: String, traitID: String, traitName: String) -> String {
    """
    id: \(id)
    title: T
    question: Q
    authors: [A]
    date: 2026-11-24
    seed: 7
    disease:
      id: D
      name: Disease
      type: binary
      instruments: d.tsv
      lookup: d.tsv
    panel:
      name: traits
      member: trait
      traits:
        - id: \(traitID)
          name: '\(traitName)'
          type: continuous
          instruments: a.tsv
          lookup: a.tsv

    """
  }

  /// What goes to the end of `yaml` where the panel is to have another trait, B, of the same tables.
  static let secondTrait = """
        - id: B
          name: Beta
          type: continuous
          instruments: a.tsv
          lookup: a.tsv

    """

  /// Twelve variants with effects around the shift.
  private static func table(shift: Double) -> String {
    let rows = (1...12).map { index in
      "rs\(index)\tA\tG\t0.3\t\(shift * (1 + Double(index % 4) / 10))\t0.01\t1e-9\t10000"
    }
    return (["SNP\teffect_allele\tother_allele\teaf\tbeta\tse\tpval\tsamplesize"] + rows).joined(
      separator: "\n"
    ) + "\n"
  }
}
