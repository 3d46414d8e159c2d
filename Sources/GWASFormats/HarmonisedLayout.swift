import StudyModel

/// Where a harmonised table holds what: the short layout (`beta_exposure`) or TwoSampleMR's own
/// (`beta.exposure`).
struct HarmonisedLayout {
  let id: String
  private let variant: Int?
  private let chromosome: Int?
  private let position: Int?
  private let effectAllele: Int?
  private let otherAllele: Int?
  /// TwoSampleMR repeats the allele for the outcome.
  private let outcomeEffectAllele: Int?
  private let keep: Int?
  private let exposure: EffectColumns
  private let outcome: EffectColumns

  /// Columns that a mapping can name: those that a harmonised table has once.
  private static let mappable: Set<ColumnRole> = [
    .variant, .chromosome, .position, .effectAllele, .otherAllele, .effectAlleleFrequency,
  ]

  /// Looks for every column; notes required and mapped columns that are absent.
  init(header: TableHeader, mapping: ColumnMapping, _ problems: inout ProblemList) {
    id = header.index(exactly: "beta.exposure") == nil ? "harmonised_short" : "twosamplemr_harmonised"
    for role in ColumnRole.allCases where mapping.columns[role] != nil && !Self.mappable.contains(role) {
      problems.add(
        "columns: \(role.rawValue) cannot be told for a harmonised table, which has one for each trait",
        remedy: "name the columns \(role.rawValue)_exposure and \(role.rawValue)_outcome in the table"
      )
    }
    let finder = ColumnFinder(header: header, mapping: mapping, side: "exposure")
    variant = finder.find(.variant, isRequired: true, &problems)
    chromosome = finder.find(.chromosome, &problems)
    position = finder.find(.position, &problems)
    effectAllele = finder.find(.effectAllele, &problems)
    otherAllele = finder.find(.otherAllele, &problems)
    let frequency = finder.find(.effectAlleleFrequency, &problems)
    outcomeEffectAllele = header.index(anyOf: ["effect_allele_outcome"])
    keep = header.index(anyOf: ["mr_keep"])
    exposure = EffectColumns(header: header, side: "exposure", frequency: frequency, &problems)
    outcome = EffectColumns(
      header: header,
      side: "outcome",
      frequency: header.index(anyOf: ["eaf_outcome", "effect_allele_frequency_outcome"]),
      &problems
    )
  }

  func row(_ reader: inout RowReader) -> SuppliedHarmonisedRow {
    let row = SuppliedHarmonisedRow(
      variant: reader.variant(variant, chromosome: chromosome, position: position),
      effectAllele: reader.allele(effectAllele),
      otherAllele: reader.allele(otherAllele, "other allele"),
      exposure: exposure.effect(&reader),
      outcome: outcome.effect(&reader),
      isKept: isKept(&reader),
      line: reader.line
    )
    checkOutcomeAllele(row, &reader)
    return row
  }

  /// `mr_keep`; true without such a column, false where it is `NA`, as R's `subset` has it.
  private func isKept(_ reader: inout RowReader) -> Bool {
    guard let keep else { return true }
    switch reader.text(keep)?.uppercased() {
    case "TRUE", "T", "1": return true
    case "FALSE", "F", "0", nil: return false
    case let other?:
      reader.note("mr_keep “\(other.prefix(40))” is neither TRUE nor FALSE")
      return false
    }
  }

  private func checkOutcomeAllele(_ row: SuppliedHarmonisedRow, _ reader: inout RowReader) {
    let outcomeAllele = reader.allele(outcomeEffectAllele, "the outcome's effect allele")
    guard row.isKept, let one = row.effectAllele, let two = outcomeAllele, one != two else { return }
    reader.note(
      "the outcome's effect allele is \(two) and the exposure's is \(one): the row is not harmonised",
      remedy: "harmonise the table or give the two files as they were before"
    )
  }
}

/// Where a harmonised table holds one trait's effect.
private struct EffectColumns {
  private let side: String
  private let beta: Int?
  private let standardError: Int?
  private let pValue: Int?
  private let sampleSize: Int?
  private let frequency: Int?

  init(header: TableHeader, side: String, frequency: Int?, _ problems: inout ProblemList) {
    let finder = ColumnFinder(header: header, mapping: ColumnMapping(), side: side)
    func column(_ role: ColumnRole, _ names: [String], isRequired: Bool = false) -> Int? {
      finder.findOfSide(role, names: names, isRequired: isRequired, &problems)
    }
    self.side = side
    self.frequency = frequency
    beta = column(.beta, ["beta"], isRequired: true)
    standardError = column(.standardError, ["se", "standard_error"], isRequired: true)
    pValue = column(.pValue, ["pval", "p_value", "p"])
    sampleSize = column(.sampleSize, ["samplesize", "sample_size", "n"])
  }

  func effect(_ reader: inout RowReader) -> AlleleEffect? {
    let beta = reader.beta(self.beta, "\(side) beta")
    let standardError = reader.standardErrorOfBeta(self.standardError, "\(side) standard error")
    let pValue = reader.pValue(self.pValue, "\(side) p value")
    let frequency = reader.frequency(self.frequency, "\(side) effect allele frequency")
    let sampleSize = reader.sampleSize(self.sampleSize, "\(side) sample size")
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
