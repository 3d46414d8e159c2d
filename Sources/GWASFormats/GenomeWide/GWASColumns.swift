import StudyModel

/// Which columns of one file hold what.
package struct GWASColumns: Hashable, Sendable {
  package let format: GWASFormat
  /// The header's own spelling, for each role in the order in which they are tried.
  package let names: [ColumnRole: [String]]
  let indices: [ColumnRole: [Int]]
  /// REF and ALT where the effect allele may be either and no column names the other one.
  let alleleColumns: (ref: Int, alt: Int)?
  /// Names the genetic model of a row, where rows of others than the additive one may stand between.
  let testColumn: Int?

  /// Recognises the format; notes what is missing, and mapped columns that are absent.
  init(header: TableHeader, mapping: ColumnMapping, _ problems: inout ProblemList) {
    let description = FormatDescription.recognise(header)
    format = description?.format ?? .generic
    var indices: [ColumnRole: [Int]] = [:]
    let finder = ColumnFinder(header: header, mapping: mapping)
    for role in ColumnRole.allCases {
      if mapping.columns[role] != nil || description == nil {
        indices[role] = finder.find(role, &problems).map { [$0] } ?? []
      } else {
        indices[role] = (description?.columns[role] ?? []).compactMap(header.index(exactly:))
      }
    }
    if description == nil, indices[.variant]?.isEmpty != false, let id = header.index(anyOf: ["id"]) {
      indices[.variant] = [id]
    }
    self.indices = indices
    names = indices.mapValues { $0.map { header.names[$0] } }
    let isOtherNamed = indices[.otherAllele]?.isEmpty == false
    if format == .plink2, !isOtherNamed, let ref = header.index(exactly: "REF"),
      let alt = header.index(exactly: "ALT")
    {
      alleleColumns = (ref, alt)
    } else {
      alleleColumns = nil
    }
    testColumn = [.plink2, .regenie].contains(format) ? header.index(exactly: "TEST") : nil
    noteMissing(header, &problems)
  }

  /// Whether the file has a column of the role.
  package func has(_ role: ColumnRole) -> Bool { names[role]?.isEmpty == false }

  /// What every row's numbers have to be computed from, for want of a column that holds them.
  package var derivations: [DerivedValue] {
    var derived: [DerivedValue] = []
    if !has(.beta) { derived.append(has(.ratio) ? .betaFromRatio : .effectFromZ) }
    if !has(.standardError), has(.beta) || has(.ratio) {
      derived.append(has(.intervalLower) ? .standardErrorFromInterval : .standardErrorFromP)
    }
    if !has(.pValue) { derived.append(has(.negativeLog10P) ? .pFromLogarithm : .pFromEffect) }
    if !has(.sampleSize), has(.cases), has(.controls) { derived.append(.sampleSizeFromCounts) }
    return derived
  }

  private func noteMissing(_ header: TableHeader, _ problems: inout ProblemList) {
    func note(_ summary: String, _ key: ColumnRole) {
      let remedy = "name it under columns: \(key.rawValue); \(header.description)"
      problems.add(line: 1, summary, remedy: remedy)
    }
    if !has(.variant), !(has(.chromosome) && has(.position)) {
      note("no column names the variants, nor chromosome and position", .variant)
    }
    if !has(.effectAllele) { note("no column holds the effect allele", .effectAllele) }
    let hasZ = has(.z) && has(.effectAlleleFrequency) && (has(.sampleSize) || has(.cases))
    if !has(.beta), !has(.ratio), !hasZ {
      note("no column holds β, an odds ratio, or z with n and the allele frequency", .beta)
    }
    let hasP = has(.pValue) || has(.negativeLog10P)
    let hasInterval = has(.intervalLower) && has(.intervalUpper)
    if !has(.standardError), !hasInterval, !hasP, !has(.z) {
      note("no column holds the standard error, nor an interval, z or p to compute it from", .standardError)
    }
    if !hasP, !has(.standardError), !hasInterval, !has(.z) { note("no column holds p", .pValue) }
  }

  package static func == (left: GWASColumns, right: GWASColumns) -> Bool {
    left.format == right.format && left.names == right.names
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(format)
    hasher.combine(names)
  }
}
