import Foundation
import MendelianRandomization
import StudyModel

/// A reference table, read without any of the code under test.
struct HarmonisationReference {
  let rows: [[String: String]]

  init(_ name: String) throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
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

/// One row of a made-up file.
func alleleRow(
  _ id: String,
  _ effectAllele: String?,
  _ otherAllele: String?,
  beta: Double? = 0.1,
  standardError: Double = 0.01,
  frequency: Double? = 0.3,
  p: Double? = 1e-10,
  line: Int = 2
) -> VariantAssociation {
  VariantAssociation(
    variant: GeneticVariant(id: id),
    effectAllele: effectAllele.flatMap(Allele.init),
    otherAllele: otherAllele.flatMap(Allele.init),
    effect: beta.map {
      AlleleEffect(
        beta: $0,
        standardError: standardError,
        pValue: p.map { PValue($0) },
        effectAlleleFrequency: frequency
      )
    },
    line: line
  )
}

func harmoniseRows(
  _ exposure: [VariantAssociation],
  _ outcome: [VariantAssociation],
  _ policy: HarmonisationPolicy = .infer,
  pThreshold: Double? = nil
) -> HarmonisationResult {
  Harmoniser(settings: HarmonisationSettings(policy: policy))
    .harmonise(exposure: exposure, outcome: outcome, pThreshold: pThreshold)
}
