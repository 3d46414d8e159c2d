import StudyModel

/// Where a table of one study's associations holds what.
struct AssociationLayout {
  let id: String
  private var columns: [ColumnRole: Int] = [:]

  private static let required: Set<ColumnRole> = [.variant, .effectAllele, .beta, .standardError]

  /// Looks for every role; notes required and mapped columns that are absent.
  init(header: TableHeader, mapping: ColumnMapping, _ problems: inout ProblemList) {
    let side = Self.side(of: header)
    id = side.map { "twosamplemr_\($0)" } ?? "generic"
    let finder = ColumnFinder(header: header, mapping: mapping, side: side)
    for role in ColumnRole.ofTables {
      columns[role] = finder.find(role, isRequired: Self.required.contains(role), &problems)
    }
  }

  /// `beta.exposure` or `beta.outcome` alone: one side of a pair, as TwoSampleMR exports it.
  private static func side(of header: TableHeader) -> String? {
    let sides = ["exposure", "outcome"].filter { header.index(anyOf: ["beta_\($0)"]) != nil }
    return sides.count == 1 && header.index(anyOf: ["beta"]) == nil ? sides.first : nil
  }

  func row(_ reader: inout RowReader) -> VariantAssociation {
    VariantAssociation(
      variant: reader.variant(
        columns[.variant],
        chromosome: columns[.chromosome],
        position: columns[.position]
      ),
      effectAllele: reader.allele(columns[.effectAllele]),
      otherAllele: reader.allele(columns[.otherAllele], "other allele"),
      effect: effect(&reader),
      line: reader.line
    )
  }

  private func effect(_ reader: inout RowReader) -> AlleleEffect? {
    let beta = reader.beta(columns[.beta])
    let standardError = reader.standardErrorOfBeta(columns[.standardError])
    let pValue = reader.pValue(columns[.pValue])
    let frequency = reader.frequency(columns[.effectAlleleFrequency])
    let sampleSize = reader.sampleSize(columns[.sampleSize])
    guard let beta, let standardError else { return nil }
    return AlleleEffect(
      beta: beta,
      standardError: standardError,
      pValue: pValue,
      effectAlleleFrequency: frequency,
      sampleSize: sampleSize
    )
  }
}
