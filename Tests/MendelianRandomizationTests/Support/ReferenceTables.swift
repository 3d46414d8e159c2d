import Foundation
import StudyModel

/// The tables in Reference/, which SOURCES.md describes.
enum ReferenceTables {
  static let datasets = [
    "adiponectin_chd", "bmi_chd", "bmi_eduyears", "body_fat_chd", "glgc_ldl_chd", "raps_cad_bmi_5e8",
    "tc_chd",
    "waist_to_hip_ratio_chd",
  ]

  static let pressoDatasets = datasets.filter { $0 != "raps_cad_bmi_5e8" }

  static let edgeCases = [
    "first_2_snps", "first_3_snps", "first_4_snps", "first_5_snps", "first_6_snps", "underdispersed_30",
  ]

  /// The harmonised variants of a table, in its order.
  static func variants(_ dataset: String) throws -> [HarmonisedVariant] {
    try rows("\(dataset).tsv").map { row in
      HarmonisedVariant(
        variant: GeneticVariant(id: row["SNP"] ?? ""),
        effectAllele: Allele(rawValue: row["effect_allele"] ?? ""),
        otherAllele: Allele(rawValue: row["other_allele"] ?? ""),
        exposure: try effect(row, "exposure"),
        outcome: try effect(row, "outcome"),
        alignment: .supplied,
        isPalindromic: false
      )
    }
  }

  /// The variants of `bmi_chd` that an edge case holds, in the case's order.
  static func edgeCase(_ name: String) throws -> [HarmonisedVariant] {
    let all = Dictionary(uniqueKeysWithValues: try variants("bmi_chd").map { ($0.variant.id, $0) })
    return try rows("edge_variants.tsv").filter { $0["case"] == name }.map { row in
      guard let variant = all[row["SNP"] ?? ""] else { throw Missing(what: "\(name): \(row)") }
      return variant
    }
  }

  /// The peer's number.
  static func estimate(_ dataset: String, _ quantity: String, variant: String = "-") throws -> Double {
    try value(in: estimates, dataset, quantity, variant)
  }

  /// MR-PRESSO's number.
  static func presso(_ dataset: String, _ quantity: String, variant: String = "-") throws -> Double {
    try value(in: pressos, dataset, quantity, variant)
  }

  /// A number of the methods that came after the first ten.
  static func further(_ dataset: String, _ quantity: String, variant: String = "-") throws -> Double {
    try value(in: furtherMethods, dataset, quantity, variant)
  }

  /// The same where the peer has it; nil where the peer failed.
  static func furtherIfThere(_ dataset: String, _ quantity: String) throws -> Double? {
    try furtherMethods.get()[[dataset, quantity, "-"]]
  }

  /// The variants that a quantity is given of.
  static func furtherVariants(_ dataset: String, _ quantity: String) throws -> Set<String> {
    Set(try furtherMethods.get().keys.filter { $0[0] == dataset && $0[1] == quantity }.map { $0[2] })
  }

  struct Missing: Error { var what: String }

  private typealias Table = Result<[[String]: Double], any Error>

  private static let estimates = table("estimates.tsv")
  private static let pressos = table("mr_presso.tsv")
  private static let furtherMethods = table("further_methods.tsv")

  private static func table(_ file: String) -> Table {
    Result {
      var values: [[String]: Double] = [:]
      for row in try rows(file) {
        guard let dataset = row["dataset"], let quantity = row["quantity"], let variant = row["variant"],
          let value = row["value"].flatMap(Double.init)
        else { throw Missing(what: "\(row)") }
        values[[dataset, quantity, variant]] = value
      }
      return values
    }
  }

  private static func value(
    in table: Table,
    _ dataset: String,
    _ quantity: String,
    _ variant: String
  ) throws -> Double {
    guard let value = try table.get()[[dataset, quantity, variant]] else {
      throw Missing(what: "\(dataset) \(quantity) \(variant)")
    }
    return value
  }

  private static func effect(_ row: [String: String], _ side: String) throws -> AlleleEffect {
    guard let beta = number(row["beta_\(side)"]), let standardError = number(row["se_\(side)"]) else {
      throw Missing(what: "\(side) of \(row)")
    }
    return AlleleEffect(
      beta: beta,
      standardError: standardError,
      pValue: number(row["pval_\(side)"]).map { PValue($0) },
      effectAlleleFrequency: number(row["eaf"]),
      sampleSize: number(row["samplesize_\(side)"])
    )
  }

  private static func number(_ text: String?) -> Double? { text.flatMap(Double.init) }

  private static func rows(_ file: String) throws -> [[String: String]] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let url = folder.appendingPathComponent("Reference").appendingPathComponent(file)
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    let header = lines[0].split(separator: "\t").map(String.init)
    return lines.dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(uniqueKeysWithValues: zip(header, cells))
    }
  }
}
