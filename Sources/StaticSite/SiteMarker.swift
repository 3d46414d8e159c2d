/// The list, in a site's folder, of the files that were written there: by it a later run tells its own files from
/// those that somebody added or edited.
///
/// The checksum is FNV-1a of 64 bits (Fowler, Noll, Vo; RFC 9923). It detects changes made by accident and proves
/// nothing against someone who forges it.
struct SiteMarker: Hashable {
  private static let title =
    "This folder was written by mrreport and is replaced as a whole when it runs again; keep other files elsewhere."
  private static let legend = "checksum (FNV-1a, 64 bits), bytes, path:"

  /// Checksum and byte count by path.
  private var entries: [String: String] = [:]

  init(_ site: Site) {
    for file in site.files { entries[file.path] = Self.entry(of: file.bytes) }
  }

  /// Reads what `text` gave; nil where it is anything else.
  init?(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    guard lines.count >= 3, lines[0] == Self.title, lines[1] == Self.legend, lines.last == "" else {
      return nil
    }
    for line in lines.dropFirst(2).dropLast() {
      let fields = line.split(separator: " ", maxSplits: 2)
      guard fields.count == 3 else { return nil }
      entries[String(fields[2])] = "\(fields[0]) \(fields[1])"
    }
  }

  /// The same site gives the same text, whatever the order of its files.
  var text: String {
    let lines = entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { "\($0.value) \($0.key)" }
    return ([Self.title, Self.legend] + lines).map { $0 + "\n" }.joined()
  }

  func lists(_ path: String) -> Bool { entries[path] != nil }

  /// Whether the site had exactly this file.
  func holds(_ path: String, _ bytes: [UInt8]) -> Bool { entries[path] == Self.entry(of: bytes) }

  private static func entry(of bytes: [UInt8]) -> String {
    let hex = String(checksum(bytes), radix: 16)
    return "\(String(repeating: "0", count: 16 - hex.count))\(hex) \(bytes.count)"
  }

  static func checksum(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
