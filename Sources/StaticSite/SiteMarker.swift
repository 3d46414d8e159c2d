/// The list, in a site's folder, of the files that were written there: by it a later run tells its own files from
/// those that somebody added or edited.
///
/// While a site is being written the list stands in the order of writing under another title, each file before it is
/// there, and its last line may be cut off.
///
/// The checksum is FNV-1a of 64 bits (Fowler, Noll, Vo; RFC 9923). It detects changes made by accident and proves
/// nothing against someone who forges it.
struct SiteMarker: Hashable {
  private static let title =
    "This folder was written by mrreport and is replaced as a whole when it runs again; keep other files elsewhere."
  private static let unfinishedTitle = "mrreport is writing a site here, or was when it was ended."
  private static let legend = "checksum (FNV-1a, 64 bits), bytes, path:"

  /// How the marker of a site that is not finished begins.
  static let unfinishedHead = "\(unfinishedTitle)\n\(legend)\n"
  /// Of the file that takes the unfinished marker's place.
  static let newSuffix = ".new"

  private var entries: [String: Entry] = [:]
  /// Whether the site was written to its end.
  private(set) var isFinished = true

  init() {}

  /// Reads what `text` gave, or as much of an unfinished list as is there; nil where it is anything else.
  init?(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    guard lines.count >= 3, lines[1] == Self.legend else { return nil }
    isFinished = lines[0] == Self.title
    guard isFinished ? lines.last == "" : lines[0] == Self.unfinishedTitle else { return nil }
    for line in lines.dropFirst(2).dropLast() {
      let fields = line.split(separator: " ", maxSplits: 2)
      guard fields.count == 3, let checksum = UInt64(fields[0], radix: 16), let count = Int(fields[1]) else {
        return nil
      }
      entries[String(fields[2])] = Entry(checksum: checksum, count: count)
    }
  }

  /// What is known of a file.
  private struct Entry: Hashable, CustomStringConvertible {
    /// FNV-1a of no bytes.
    var checksum: UInt64 = 0xCBF2_9CE4_8422_2325
    var count = 0

    mutating func add(_ bytes: [UInt8]) {
      checksum = bytes.reduce(checksum) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
      count += bytes.count
    }

    var description: String {
      let hex = String(checksum, radix: 16)
      return "\(String(repeating: "0", count: 16 - hex.count))\(hex) \(count)"
    }
  }

  /// Lists the file, or what it holds with this part of it, and gives its line.
  mutating func add(_ file: SiteFile) -> String {
    entries[file.path, default: Entry()].add(file.bytes)
    return "\(entries[file.path] ?? Entry()) \(file.path)\n"
  }

  var count: Int { entries.count }

  /// The same site gives the same text, whatever the order of its files.
  var text: String {
    let lines = entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { "\($0.value) \($0.key)" }
    return ([Self.title, Self.legend] + lines).map { $0 + "\n" }.joined()
  }

  func lists(_ path: String) -> Bool { entries[path] != nil }

  /// Whether the site had exactly this file.
  func holds(_ path: String, _ bytes: [UInt8]) -> Bool { entries[path] == Self.entry(of: bytes) }

  private static func entry(of bytes: [UInt8]) -> Entry {
    var entry = Entry()
    entry.add(bytes)
    return entry
  }

  static func checksum(_ bytes: [UInt8]) -> UInt64 { entry(of: bytes).checksum }
}
