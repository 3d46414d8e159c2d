import Foundation
import StudyModel

/// A reference table, read without any of the code under test.
struct HarmonisationReference {
  let rows: [[String: String]]

  init(_ name: String) throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Reference/\(name)")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    guard let header = lines.first else { throw CocoaError(.fileReadCorruptFile) }
    rows = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  /// The rows as associations of one side (`exposure` or `outcome`), lines counted from 2.
  func associations(_ side: String) -> [VariantAssociation] {
    rows.enumerated().map { index, row in
      VariantAssociation(
        variant: GeneticVariant(id: row["SNP"] ?? ""),
        effectAllele: row["effect_allele.\(side)"].flatMap(Self.allele),
        otherAllele: row["other_allele.\(side)"].flatMap(Self.allele),
        effect: AlleleEffect(
          beta: row["beta.\(side)"].flatMap(Double.init) ?? .nan,
          standardError: row["se.\(side)"].flatMap(Double.init) ?? .nan,
          pValue: row["pval.\(side)"].flatMap(Double.init).map { PValue($0) },
          effectAlleleFrequency: row["eaf.\(side)"].flatMap(Double.init)
        ),
        line: index + 2
      )
    }
  }

  private static func allele(_ text: String) -> Allele? { text == "NA" ? nil : Allele(rawValue: text) }
}
