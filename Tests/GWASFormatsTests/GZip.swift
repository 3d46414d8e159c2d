/// Makes gzip and bgzip files byte by byte, so that tests can say what each byte is.
enum GZip {
  enum Kind: CaseIterable { case gzip, bgzip }

  /// The text in members of at most `blockSize` bytes, stored rather than deflated; gzip has one member.
  static func compress(_ text: String, as kind: Kind, blockSize: Int = 60_000) -> [UInt8] {
    let bytes = Array(text.utf8)
    switch kind {
    case .gzip: return member(storing: bytes, isBlock: false)
    case .bgzip:
      let starts = stride(from: 0, to: bytes.count, by: blockSize)
      let blocks = starts.flatMap { start in
        member(storing: Array(bytes[start..<min(start + blockSize, bytes.count)]), isBlock: true)
      }
      return blocks + endOfFile
    }
  }

  /// Members that inflate to that many MiB of “x”, nearly, each of about 7 kB.
  static func endlessLine(mebibytes: Int) -> [UInt8] {
    let matches = 4064
    var bits = BitWriter()
    bits.write(0b011, count: 3)
    bits.writeCode(0x30 + 0x78, count: 8)
    for _ in 0..<matches {
      bits.writeCode(0xC5, count: 8)
      bits.writeCode(0, count: 5)
    }
    bits.writeCode(0, count: 7)
    let content = [UInt8](repeating: 0x78, count: 1 + 258 * matches)
    let member = header(isBlock: false, size: 0) + bits.finished + trailer(content)
    return Array(repeatElement(member, count: mebibytes).joined())
  }

  /// The empty block by which bgzip files end.
  static let endOfFile: [UInt8] = [
    0x1F, 0x8B, 8, 4, 0, 0, 0, 0, 0, 0xFF, 6, 0, 0x42, 0x43, 2, 0, 0x1B, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  ]

  private static func member(storing content: [UInt8], isBlock: Bool) -> [UInt8] {
    let stored = [1] + littleEndian(content.count, 2) + littleEndian(~content.count & 0xFFFF, 2) + content
    let size = 18 + stored.count + 8
    return header(isBlock: isBlock, size: size) + stored + trailer(content)
  }

  private static func header(isBlock: Bool, size: Int) -> [UInt8] {
    let start: [UInt8] = [0x1F, 0x8B, 8, isBlock ? 4 : 0, 0, 0, 0, 0, 0, 0xFF]
    return isBlock ? start + [6, 0, 0x42, 0x43, 2, 0] + littleEndian(size - 1, 2) : start
  }

  private static func trailer(_ content: [UInt8]) -> [UInt8] {
    littleEndian(Int(crc32(content)), 4) + littleEndian(content.count, 4)
  }

  private static func littleEndian(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static let crcTable: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    let table = crcTable
    return ~bytes.reduce(UInt32.max) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
  }
}

/// Packs bits as deflate does.
private struct BitWriter {
  private var bytes: [UInt8] = []
  private var current: UInt8 = 0
  private var used = 0

  var finished: [UInt8] { used == 0 ? bytes : bytes + [current] }

  /// Numbers: the least significant bit first.
  mutating func write(_ value: Int, count: Int) {
    for bit in 0..<count { append(value >> bit & 1) }
  }

  /// Huffman codes: the most significant bit first.
  mutating func writeCode(_ code: Int, count: Int) {
    for bit in (0..<count).reversed() { append(code >> bit & 1) }
  }

  private mutating func append(_ bit: Int) {
    current |= UInt8(bit) << UInt8(used)
    used += 1
    guard used == 8 else { return }
    bytes.append(current)
    (current, used) = (0, 0)
  }
}
