import StudyModel

/// Reads the lines of a GWAS-VCF (Lyon et al., Genome Biology 2021;22:32): the effect is ALT's; ES, SE, LP, AF, SS, NC, EZ
/// and SI stand in the sample's column, one value for each ALT.
struct VCFRowParser {
  private var scanner: FieldScanner
  /// Columns before the sample's.
  private static let sampleColumn = 9

  init(columns: Int) { scanner = FieldScanner(delimiter: .tab, columns: columns) }

  /// Gives one row for each ALT of the line.
  mutating func forEachRow(_ line: UnsafeBufferPointer<UInt8>, _ body: (RawRow) -> Void) {
    guard scanner.split(line) else {
      var row = RawRow()
      row.fault = .fieldCount
      return body(row)
    }
    let fields = scanner.fields.map { UnsafeBufferPointer(rebasing: line[$0]) }
    let alleles = fields[4].parts(by: UInt8(ascii: ","))
    let keys = fields[8].parts(by: UInt8(ascii: ":"))
    let values = fields[Self.sampleColumn].parts(by: UInt8(ascii: ":"))
    for (place, allele) in alleles.enumerated() {
      var row = RawRow()
      row.chromosome = fields[0]
      if case .number(let position) = FieldValue(fields[1]), position >= 0, position == position.rounded() {
        row.position = position > 0 ? Int(position) : nil
      } else {
        row.fault = .positionInvalid
      }
      row.otherAllele = fields[3]
      row.effectAllele = allele
      if !MissingField.isMissing(fields[2]) { row.name = fields[2] }
      let filter = fields[6]
      if !filter.elementsEqual("PASS".utf8), !MissingField.isMissing(filter) { row.fault = .filteredBySource }
      if alleles.count > 1 { readName(place, into: &row) }
      for (key, value) in zip(keys, values) {
        read(key, value.parts(by: UInt8(ascii: ",")), place, of: alleles.count, into: &row)
      }
      if row.effect.effectAlleleFrequency == nil { readFrequency(fields[7], place, into: &row) }
      body(row)
    }
  }

  private func readName(_ place: Int, into row: inout RawRow) {
    // One name stands for all the line's alleles; several stand for one each.
    guard let name = row.name else { return }
    let names = name.parts(by: UInt8(ascii: ";"))
    if names.count > place { row.name = names[place] }
  }

  private func read(
    _ key: UnsafeBufferPointer<UInt8>,
    _ values: [UnsafeBufferPointer<UInt8>],
    _ place: Int,
    of count: Int,
    into row: inout RawRow
  ) {
    guard let field = Self.fields.first(where: { key.elementsEqual($0.key.utf8) }) else { return }
    let value = values.count == count ? values[place] : values.first
    guard let value else { return }
    switch FieldValue(value) {
    case .missing: break
    case .invalid: if field.role != .imputationQuality { row.fault = field.fault }
    case .number(let number): row.effect.set(field.role, number)
    }
  }

  private static let fields: [(key: String, role: ColumnRole, fault: UnusableRowReason)] = [
    ("ES", .beta, .effectInvalid), ("SE", .standardError, .standardErrorInvalid),
    ("LP", .negativeLog10P, .pInvalid), ("AF", .effectAlleleFrequency, .frequencyInvalid),
    ("SS", .sampleSize, .sampleSizeInvalid), ("NC", .cases, .sampleSizeInvalid), ("EZ", .z, .effectInvalid),
    ("SI", .imputationQuality, .effectInvalid),
  ]

  /// From INFO, where the sample's column has no AF.
  private func readFrequency(_ info: UnsafeBufferPointer<UInt8>, _ place: Int, into row: inout RawRow) {
    for entry in info.parts(by: UInt8(ascii: ";")) where entry.starts(with: "AF=".utf8) {
      let values = UnsafeBufferPointer(rebasing: entry.dropFirst(3)).parts(by: UInt8(ascii: ","))
      if values.count > place, case .number(let value) = FieldValue(values[place]) {
        row.effect.effectAlleleFrequency = value
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// What stands between the separators.
  func parts(by separator: UInt8) -> [UnsafeBufferPointer<UInt8>] {
    split(separator: separator, omittingEmptySubsequences: false).map(UnsafeBufferPointer.init(rebasing:))
  }
}
