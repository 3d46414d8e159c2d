/// Cuts a record into fields, with the quoting of RFC 4180 (a field in double quotes may hold the delimiter,
/// and a quote written twice).
struct RecordSplitter {
  let delimiter: Delimiter
  /// Bytes of the fields of the last record, quotes taken away.
  private(set) var text: [UInt8] = []
  /// Where each field stands in `text`, blanks around it left out.
  private(set) var fields: [Range<Int>] = []

  /// Where the field whose quote is not closed yet begins in `text`.
  private var openField = 0

  init(delimiter: Delimiter) { self.delimiter = delimiter }

  /// What became of a record.
  enum Outcome {
    case complete
    /// A quote was opened and not closed.
    case openQuote
  }

  /// Cuts the record; `fields` and `text` then describe it.
  mutating func split(_ record: UnsafeBufferPointer<UInt8>) -> Outcome {
    text.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
    if delimiter != .whitespace, record.firstIndex(of: UInt8(ascii: "\""), from: 0) == nil {
      splitUnquoted(record)
      return .complete
    }
    return splitQuoted(record, isInQuotes: false)
  }

  /// Goes on with a record whose quoted field holds a line feed, by its next line.
  mutating func resume(_ line: UnsafeBufferPointer<UInt8>) -> Outcome {
    text.append(UInt8(ascii: "\n"))
    return splitQuoted(line, isInQuotes: true)
  }

  /// Whether no field of the record holds anything.
  var isBlank: Bool { fields.allSatisfy(\.isEmpty) }

  /// Whether the last fields, that many, hold nothing.
  func endsBlank(_ count: Int) -> Bool { fields.suffix(count).allSatisfy(\.isEmpty) }

  /// Leaves out that many fields of the record's beginning and end.
  mutating func drop(first: Int, last: Int) {
    fields.removeFirst(first)
    fields.removeLast(last)
  }

  private mutating func splitUnquoted(_ record: UnsafeBufferPointer<UInt8>) {
    text.append(contentsOf: record)
    var start = 0
    for index in record.indices where delimiter.separates(record[index]) {
      fields.append(trimmed(start..<index))
      start = index + 1
    }
    fields.append(trimmed(start..<record.count))
  }

  private mutating func splitQuoted(_ record: UnsafeBufferPointer<UInt8>, isInQuotes: Bool) -> Outcome {
    var index = 0
    var isInQuotes = isInQuotes
    repeat {
      if delimiter == .whitespace, !isInQuotes {
        while index < record.count, delimiter.separates(record[index]) { index += 1 }
        if index == record.count { break }
      }
      let start = text.count
      if !isInQuotes, index < record.count, record[index] == UInt8(ascii: "\"") {
        isInQuotes = true
        openField = start
        index += 1
      }
      if isInQuotes {
        guard let end = unquote(record, from: index) else { return .openQuote }
        fields.append(openField..<text.count)
        isInQuotes = false
        index = end
      } else {
        while index < record.count, !delimiter.separates(record[index]) {
          text.append(record[index])
          index += 1
        }
        fields.append(trimmed(start..<text.count))
      }
      index += 1
    } while index <= record.count
    return .complete
  }

  /// Takes a quoted field from behind its opening quote; returns the place of the delimiter behind it, nil
  /// where the quote is not closed.
  private mutating func unquote(_ record: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < record.count {
      if record[index] != UInt8(ascii: "\"") {
        text.append(record[index])
      } else if index + 1 < record.count, record[index + 1] == UInt8(ascii: "\"") {
        text.append(UInt8(ascii: "\""))
        index += 1
      } else {
        index += 1
        while index < record.count, !delimiter.separates(record[index]) {
          text.append(record[index])
          index += 1
        }
        return index
      }
      index += 1
    }
    return nil
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, text[lower] == UInt8(ascii: " ") { lower += 1 }
    while lower < upper, text[upper - 1] == UInt8(ascii: " ") { upper -= 1 }
    return lower..<upper
  }
}
