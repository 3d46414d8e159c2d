import StudyModel

/// Reads the lines of a table of text, whatever its format, by its columns.
struct DelimitedRowParser {
  private var scanner: FieldScanner
  private let positionOffset: Int
  private let name: [Int]
  private let chromosome: [Int]
  private let position: [Int]
  private let effectAllele: [Int]
  private let otherAllele: [Int]
  private let pValue: [Int]
  private let numbers: [(role: ColumnRole, columns: [Int])]
  private let alleleColumns: (ref: Int, alt: Int)?
  private let testColumn: Int?
  /// The fields of the line as the file counts them, for its message.
  let columnCount: Int

  /// - Parameter positionOffset: 1 where the file counts positions from 0.
  init(header: TableHeader, columns: GWASColumns, positionOffset: Int) {
    columnCount = header.names.count + header.blankColumns
    scanner = FieldScanner(delimiter: header.delimiter, columns: columnCount)
    self.positionOffset = positionOffset
    func own(_ role: ColumnRole) -> [Int] { columns.indices[role] ?? [] }
    (name, chromosome, position) = (own(.variant), own(.chromosome), own(.position))
    (effectAllele, otherAllele, pValue) = (own(.effectAllele), own(.otherAllele), own(.pValue))
    (alleleColumns, testColumn) = (columns.alleleColumns, columns.testColumn)
    let numeric: [ColumnRole] = [
      .beta, .standardError, .effectAlleleFrequency, .ratio, .intervalLower, .intervalUpper, .z,
      .negativeLog10P,
      .sampleSize, .cases, .controls, .imputationQuality,
    ]
    numbers = numeric.compactMap { role in
      own(role).isEmpty ? nil : (role, own(role))
    }
  }

  /// The line's fields take the place of what `row` held; `fault` is set where they are not what they have to be.
  mutating func read(_ line: UnsafeBufferPointer<UInt8>, into row: inout RawRow) {
    row = RawRow()
    guard scanner.split(line) else {
      row.fault = .fieldCount
      return
    }
    if let test = testColumn, !Self.isAdditive(field(test, line)) {
      row.isOtherTest = true
      return
    }
    row.name = first(name, line)
    row.chromosome = first(chromosome, line)
    row.effectAllele = first(effectAllele, line)
    row.otherAllele = first(otherAllele, line)
    row.pValue = first(pValue, line)
    if let bytes = row.pValue { row.pNumber = FieldValue(bytes) }
    if let columns = alleleColumns { row.otherAllele = other(than: row.effectAllele, columns, line) }
    readPosition(line, into: &row)
    for (role, columns) in numbers { read(role, columns, line, into: &row) }
  }

  @inline(__always)
  private func field(_ column: Int, _ line: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    Self.trimmed(UnsafeBufferPointer(rebasing: line[scanner.fields[column]]))
  }

  /// Without blanks and quotes around it.
  @inline(__always)
  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, bytes.count)
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x22 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x22 { end -= 1 }
    return start == 0 && end == bytes.count ? bytes : UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  private func first(_ columns: [Int], _ line: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    for column in columns {
      let bytes = field(column, line)
      if !MissingField.isMissing(bytes) { return bytes }
    }
    return nil
  }

  private func readPosition(_ line: UnsafeBufferPointer<UInt8>, into row: inout RawRow) {
    for column in position {
      switch FieldValue(field(column, line)) {
      case .missing: continue
      case .number(let value) where value >= 0 && value < 1e10 && value == value.rounded():
        let position = Int(value) + positionOffset
        if position > 0 { row.position = position }
        return
      default:
        row.fault = .positionInvalid
        return
      }
    }
  }

  private func read(
    _ role: ColumnRole,
    _ columns: [Int],
    _ line: UnsafeBufferPointer<UInt8>,
    into row: inout RawRow
  ) {
    for column in columns {
      switch FieldValue(field(column, line)) {
      case .missing: continue
      case .invalid:
        if role != .imputationQuality { row.fault = Self.fault(of: role) }
        return
      case .number(let value):
        row.effect.set(role, value)
        return
      }
    }
  }

  private static func fault(of role: ColumnRole) -> UnusableRowReason {
    switch role {
    case .standardError: .standardErrorInvalid
    case .effectAlleleFrequency: .frequencyInvalid
    case .sampleSize, .cases, .controls: .sampleSizeInvalid
    case .negativeLog10P: .pInvalid
    default: .effectInvalid
    }
  }

  /// Of REF and the first ALT, the one that is not the effect allele; with more alleles it cannot be told.
  private func other(
    than effect: UnsafeBufferPointer<UInt8>?,
    _ columns: (ref: Int, alt: Int),
    _ line: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    guard let effect else { return nil }
    let (ref, alt) = (field(columns.ref, line), field(columns.alt, line))
    guard effect.elementsEqual(ref) else { return ref }
    return alt.contains(0x2C) ? nil : alt
  }

  /// REGENIE's `ADD`, `ADD-WGR-LR` and their like, and PLINK's `ADD`.
  private static func isAdditive(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.starts(with: "ADD".utf8) && !bytes.starts(with: "ADD-INT".utf8) && !bytes.starts(with: "ADDx".utf8)
  }
}

extension RawEffect {
  mutating func set(_ role: ColumnRole, _ value: Double) {
    switch role {
    case .beta: beta = value
    case .standardError: standardError = value
    case .effectAlleleFrequency: effectAlleleFrequency = value
    case .ratio: ratio = value
    case .intervalLower: intervalLower = value
    case .intervalUpper: intervalUpper = value
    case .z: z = value
    case .negativeLog10P: negativeLog10P = value
    case .sampleSize: sampleSize = value
    case .cases: cases = value
    case .controls: controls = value
    case .imputationQuality: imputationQuality = value
    case .variant, .chromosome, .position, .effectAllele, .otherAllele, .pValue: break
    }
  }
}
