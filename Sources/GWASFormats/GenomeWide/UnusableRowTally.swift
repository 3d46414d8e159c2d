import StudyModel

/// Counts the rows of one file that cannot be used.
struct UnusableRowTally {
  private var rows: [UnusableRowReason: UnusableRows] = [:]
  private(set) var count = 0

  private static let exampleLimit = 3
  private static let longestExample = 200

  mutating func add(_ reason: UnusableRowReason, line: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    count += 1
    var own = rows[reason] ?? UnusableRows(reason: reason, count: 0, examples: [])
    own.count += 1
    if own.examples.count < Self.exampleLimit {
      let text = String(decoding: bytes.prefix(Self.longestExample), as: UTF8.self)
      let shown = text.replacing("\t", with: " ") + (bytes.count > Self.longestExample ? "…" : "")
      own.examples.append(UnusableRows.Example(line: line, text: shown))
    }
    rows[reason] = own
  }

  /// The most frequent first.
  var list: [UnusableRows] {
    rows.values.sorted { ($1.count, $0.reason.rawValue) < ($0.count, $1.reason.rawValue) }
  }
}

extension UnusableRowReason {
  /// As a message tells it of a row.
  package var words: String {
    switch self {
    case .fieldCount: "has more or fewer fields than the header"
    case .notText: "is not UTF-8 text"
    case .variantMissing: "names no variant, nor chromosome and position"
    case .positionInvalid: "has a position that is no whole number"
    case .effectAlleleMissing: "has no effect allele"
    case .alleleInvalid: "has an allele that is neither bases nor I or D"
    case .effectMissing: "has no effect"
    case .effectInvalid: "has an effect that is no number, or too large or too small to be one"
    case .standardErrorMissing: "has no standard error, nor anything to compute it from"
    case .standardErrorInvalid: "has a standard error that is not above 0"
    case .pInvalid: "has a p that is not between 0 and 1"
    case .frequencyInvalid: "has an allele frequency that is not between 0 and 1"
    case .sampleSizeInvalid: "has a sample size that is no number of people"
    case .filteredBySource: "is marked by the source's own FILTER"
    }
  }
}
