/// Binds in HTML what a line must not break: `p = 0.17`, `4 × 10⁻¹⁴`, `79 variants`; and lets a line break in words of
/// more than 70 bytes, which no column has room for.
///
/// The Markdown beside a page keeps plain spaces. Works on bytes, once over the text; tags and figures stay as they are.
package enum NonBreakingSpaces {
  package static func set(in html: String) -> String {
    let bytes = Array(html.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 50)
    var index = 0
    var longWord = LongWord()
    while index < bytes.count {
      if longWord.breaks(bytes, index) { output.append(contentsOf: "<wbr>".utf8) }
      if bytes[index] == UInt8(ascii: "<") {
        let end = endOfTag(bytes, index)
        output.append(contentsOf: bytes[index..<end])
        index = end
      } else if bytes[index] == UInt8(ascii: " "), binds(bytes, index) {
        output.append(contentsOf: nonBreakingSpace)
        index += 1
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Past the tag, or past the whole drawing where it opens one.
  private static func endOfTag(_ bytes: [UInt8], _ start: Int) -> Int {
    var end = start
    let isDrawing = bytes[start...].starts(with: "<svg".utf8)
    while end < bytes.count {
      if bytes[end] == UInt8(ascii: ">"), !isDrawing || bytes[...end].endsWith("</svg>".utf8) {
        return end + 1
      }
      end += 1
    }
    return bytes.count
  }

  private static func binds(_ bytes: [UInt8], _ space: Int) -> Bool {
    let (before, after) = (bytes[..<space], bytes[(space + 1)...])
    if after.starts(with: "× 10".utf8) { return isDigit(before.last) }
    if before.endsWith("×".utf8) { return after.starts(with: "10".utf8) }
    if relations.contains(where: { after.starts(with: $0.utf8) }) { return endsWithP(before) }
    if let relation = relations.first(where: { before.endsWith($0.utf8.dropLast()) }) {
      let subject = before.dropLast(relation.utf8.count - 1)
      return subject.last == UInt8(ascii: " ") && endsWithP(subject.dropLast())
    }
    return isDigit(before.last) && units.contains { after.starts(with: $0.utf8) }
  }

  /// The letter by itself, or in a tag of its own.
  private static func endsWithP(_ bytes: ArraySlice<UInt8>) -> Bool {
    let letter = bytes.endsWith("</em>".utf8) ? bytes.dropLast("</em>".utf8.count) : bytes
    guard letter.last == UInt8(ascii: "p") else { return false }
    guard let other = letter.dropLast().last else { return true }
    return !(other >= 128 || isLetter(other) || isDigit(other))
  }

  private static func isDigit(_ byte: UInt8?) -> Bool {
    byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static let nonBreakingSpace = Array("\u{A0}".utf8)
  private static let relations = ["= ", "&lt; ", "&gt; ", "≥ ", "≤ "]
  private static let units = [
    "variant", "test", "people", "cases", "controls", "draws", "SD", "points", "traits", "rows",
  ]
}

extension ArraySlice<UInt8> {
  fileprivate func endsWith(_ text: some Collection<UInt8>) -> Bool { suffix(text.count).elementsEqual(text) }
}

/// Where a line may break in the words of a text that is read byte by byte.
private struct LongWord {
  private static let longest = 70
  private static let step = 20
  /// Behind the word that is being read.
  private var end = 0
  private var isLong = false
  private var sinceBreak = 0
  private var isInEntity = false

  /// Whether a line may break before the byte: between characters, and not within an entity.
  mutating func breaks(_ bytes: [UInt8], _ index: Int) -> Bool {
    if index >= end {
      let word = bytes[index...].prefix {
        $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "\n")
      }
      end = max(word.endIndex, index + 1)
      (isLong, sinceBreak, isInEntity) = (word.count > Self.longest, 0, false)
      return false
    }
    guard isLong else { return false }
    sinceBreak += 1
    let wasInEntity = isInEntity
    if bytes[index] == UInt8(ascii: "&") { isInEntity = true }
    if bytes[index] == UInt8(ascii: ";") { isInEntity = false }
    guard sinceBreak >= Self.step, bytes[index] & 0xC0 != 0x80, !wasInEntity else { return false }
    sinceBreak = 0
    return true
  }
}
