import Foundation
import StudyModel
import Yams

/// The YAML that the GWAS Catalog puts beside a GWAS-SSF file (`FILE-meta.yaml`).
enum SSFMetadata {
  private static let largestFile = 4 << 20

  /// What the file beside says; nothing where there is none.
  ///
  /// - Throws: where there is one that cannot be read.
  static func facts(besides path: String, _ displayName: String) throws(InputError) -> GWASFacts {
    var facts = GWASFacts()
    guard let data = FileManager.default.contents(atPath: path + "-meta.yaml") else { return facts }
    let name = displayName + "-meta.yaml"
    let content: [String: Any]
    do {
      guard data.count < largestFile, let loaded = try Yams.load(yaml: String(decoding: data, as: UTF8.self)),
        let mapping = loaded as? [String: Any]
      else { throw InputError(InputProblem(file: name, summary: "is not the YAML of a GWAS-SSF file")) }
      content = mapping
    } catch {
      let remedy = "correct it, or take it away: it stands beside the file and says how to read it"
      throw InputError(InputProblem(file: name, summary: "cannot be read as YAML", remedy: remedy))
    }
    if let build = (content["genome_assembly"] as? String).flatMap(GenomeBuild.named) {
      (facts.genomeBuild, facts.buildSource) = (build, "the YAML beside it")
    }
    if let system = content["coordinate_system"] as? String { facts.isZeroBased = system.hasPrefix("0") }
    facts.isPLogarithmic = isTrue(content, "pvalueIsNegLog10", "pvalue_is_neg_log10")
    let samples = content["samples"] as? [[String: Any]] ?? []
    facts.people = sum("sample_size", samples)
    facts.cases = sum("case_count", samples)
    facts.controls = sum("control_count", samples)
    return facts
  }

  private static func isTrue(_ content: [String: Any], _ keys: String...) -> Bool {
    keys.contains { content[$0] as? Bool == true }
  }

  private static func sum(_ key: String, _ samples: [[String: Any]]) -> Int? {
    let numbers = samples.compactMap { $0[key] as? Int }
    return numbers.isEmpty ? nil : numbers.reduce(0, +)
  }
}
