import StudyModel

/// Where a table of one study's associations holds what.
struct AssociationLayout {
  let id: String
  private var columns: [ColumnRole: Int] = [:]

  /// What stands in for a column that a table does not have, in the order in which it is tried.
  private static let substitutes: [ColumnRole: [ColumnRole]] = [
    .beta: [.ratio, .z], .standardError: [.intervalLower, .intervalUpper, .z, .negativeLog10P],
    .pValue: [.negativeLog10P], .sampleSize: [.cases, .controls],
  ]

  /// Looks for every role; notes required and mapped columns that are absent.
  init(header: TableHeader, mapping: ColumnMapping, _ problems: inout ProblemList) {
    let side = Self.side(of: header)
    id = side.map { "twosamplemr_\($0)" } ?? "generic"
    let finder = ColumnFinder(header: header, mapping: mapping, side: side)
    // What the author maps is looked for wherever it stands, so that a name that is not there is said.
    let usual = Set(ColumnRole.ofTables + [.imputationQuality])
    for role in ColumnRole.allCases where usual.contains(role) || mapping.columns[role] != nil {
      columns[role] = finder.find(role, isRequired: [.variant, .effectAllele].contains(role), &problems)
    }
    for (role, others) in Self.substitutes.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where columns[role] == nil {
      for other in others where columns[other] == nil && mapping.columns[other] == nil {
        columns[other] = finder.find(other, &problems)
      }
    }
    // A mapped column that is absent has been noted, and may be the one that is missing.
    if mapping.columns.keys.allSatisfy({ columns[$0] != nil }) { noteMissing(finder, &problems) }
  }

  /// β, or a ratio, or z with n and a frequency; a standard error, or an interval, p or z.
  private func noteMissing(_ finder: ColumnFinder, _ problems: inout ProblemList) {
    let hasPeople = columns[.sampleSize] != nil || columns[.cases] != nil && columns[.controls] != nil
    let hasZ = columns[.z] != nil && columns[.effectAlleleFrequency] != nil && hasPeople
    if columns[.beta] == nil, columns[.ratio] == nil, !hasZ {
      _ = finder.find(.beta, isRequired: true, &problems)
    }
    let hasInterval = columns[.intervalLower] != nil && columns[.intervalUpper] != nil
    let hasP = columns[.pValue] != nil || columns[.negativeLog10P] != nil
    if columns[.standardError] == nil, !hasInterval, !hasP, columns[.z] == nil {
      _ = finder.find(.standardError, isRequired: true, &problems)
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

  /// Nil where the row gives no effect or no standard error, nor what they can be computed from.
  private func effect(_ reader: inout RowReader) -> AlleleEffect? {
    var raw = RawEffect()
    raw.beta = reader.beta(columns[.beta])
    raw.ratio = reader.number(columns[.ratio], "ratio", "is not above 0") { $0 > 0 }
    raw.standardError = reader.standardErrorOfBeta(columns[.standardError])
    raw.intervalLower = reader.number(columns[.intervalLower], "lower bound")
    raw.intervalUpper = reader.number(columns[.intervalUpper], "upper bound")
    raw.z = reader.number(columns[.z], "z")
    raw.pValue = reader.pValue(columns[.pValue])
    raw.negativeLog10P = reader.number(columns[.negativeLog10P], "−log₁₀ p", "is below 0") { $0 >= 0 }
    raw.effectAlleleFrequency = reader.frequency(columns[.effectAlleleFrequency])
    raw.sampleSize = reader.sampleSize(columns[.sampleSize])
    raw.cases = reader.sampleSize(columns[.cases], "number of cases")
    raw.controls = reader.sampleSize(columns[.controls], "number of controls")
    guard let made = try? raw.effect(), Magnitude.range.contains(made.effect.standardError) else {
      return nil
    }
    var effect = made.effect
    // A p that the row does not give stays unknown: the selection computes one where it needs it.
    let derived = made.derived.filter { $0 != .pFromEffect }
    if derived.count < made.derived.count { effect.pValue = raw.pValue }
    effect.derived = derived.isEmpty ? nil : derived
    effect.imputationQuality = reader.number(
      columns[.imputationQuality],
      "imputation quality",
      "is not between 0 and 1.5"
    ) { (0...1.5).contains($0) }
    return effect
  }
}
