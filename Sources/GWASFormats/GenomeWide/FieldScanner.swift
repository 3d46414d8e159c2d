import Foundation

/// Cuts the lines of a genome-wide file at its delimiter, without copies.
struct FieldScanner {
  let delimiter: Delimiter
  /// Where each field of the last line begins and ends.
  private(set) var fields: [Range<Int>] = []

  init(delimiter: Delimiter, columns: Int) {
    self.delimiter = delimiter
    fields = Array(repeating: 0..<0, count: columns)
  }

  /// Whether the line has one field for each column; `fields` then describes it.
  mutating func split(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    switch delimiter {
    case .tab: splitAtEach(UInt8(ascii: "\t"), line)
    case .comma: splitAtEach(UInt8(ascii: ","), line) || splitOutsideQuotes(UInt8(ascii: ","), line)
    case .whitespace: splitAtRuns(line)
    case .none: false
    }
  }

  /// Eight bytes at a time: fields are too short for `memchr` to pay.
  private mutating func splitAtEach(_ byte: UInt8, _ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = line.baseAddress else { return false }
    let (end, columns) = (line.count, fields.count)
    let bytes = UnsafeRawPointer(base)
    let pattern = Self.ones &* UInt64(byte)
    return fields.withUnsafeMutableBufferPointer { fields in
      var start = 0
      var column = 0
      var offset = 0
      while offset < end {
        var word: UInt64
        if offset + 8 <= end {
          word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        } else {
          word = ~pattern
          for place in 0..<end - offset {
            word &= ~(0xFF << UInt64(8 * place))
            word |= UInt64(base[offset + place]) << UInt64(8 * place)
          }
        }
        var hits = Self.zeroBytes(word ^ pattern)
        while hits != 0 {
          guard column < columns - 1 else { return false }
          let place = offset + hits.trailingZeroBitCount >> 3
          fields[column] = start..<place
          column += 1
          start = place + 1
          hits &= hits - 1
        }
        offset += 8
      }
      guard column == columns - 1 else { return false }
      fields[column] = start..<end
      return true
    }
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The highest bit of each byte that is 0, exactly: no carry goes from one byte into the next.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((word & low) &+ low) | word | low)
  }

  /// A line that has too many fields may hold the delimiter between double quotes.
  private mutating func splitOutsideQuotes(_ byte: UInt8, _ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let quote = UInt8(ascii: "\"")
    guard line.contains(quote) else { return false }
    var (start, column, isInQuotes) = (0, 0, false)
    for (place, next) in line.enumerated() {
      if next == quote { isInQuotes.toggle() }
      guard next == byte, !isInQuotes else { continue }
      guard column < fields.count - 1 else { return false }
      fields[column] = start..<place
      column += 1
      start = place + 1
    }
    guard column == fields.count - 1, !isInQuotes else { return false }
    fields[column] = start..<line.count
    return true
  }

  private mutating func splitAtRuns(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let (end, columns) = (line.count, fields.count)
    return fields.withUnsafeMutableBufferPointer { fields in
      var place = 0
      var column = 0
      while true {
        while place < end, line[place] == 0x20 || line[place] == 0x09 { place += 1 }
        if place == end { break }
        guard column < columns else { return false }
        let start = place
        while place < end, line[place] != 0x20, line[place] != 0x09 { place += 1 }
        fields[column] = start..<place
        column += 1
      }
      return column == columns
    }
  }
}
