/// What stands between the columns of a table; the header tells.
enum Delimiter: String {
  case tab
  case comma
  /// Runs of spaces or tabs.
  case whitespace
  /// Nothing that is understood as a delimiter: the table has one column.
  case none

  init(header: UnsafeBufferPointer<UInt8>) {
    if header.contains(UInt8(ascii: "\t")) {
      self = .tab
    } else if Self.isSeparatedBySemicolons(header) {
      self = .none
    } else if header.contains(UInt8(ascii: ",")) {
      self = .comma
    } else if header.contains(UInt8(ascii: " ")) {
      self = .whitespace
    } else {
      self = .none
    }
  }

  /// Whether commas and blanks of a header without tabs stand within names that semicolons separate.
  private static func isSeparatedBySemicolons(_ header: UnsafeBufferPointer<UInt8>) -> Bool {
    func count(_ mark: Unicode.Scalar) -> Int { header.count { $0 == UInt8(ascii: mark) } }
    let semicolons = count(";")
    return semicolons > count(",") && (semicolons > 1 || count(" ") == 0)
  }

  /// The mark that seems to separate the columns of a header in which no delimiter is understood.
  static func unreadable(in header: UnsafeBufferPointer<UInt8>) -> Character? {
    [";", "|"].first { mark in header.contains { Character(Unicode.Scalar($0)) == mark } }
  }

  /// As a sentence names the table ("the tab-separated header").
  var adjective: String {
    switch self {
    case .tab: "tab-separated"
    case .comma: "comma-separated"
    case .whitespace: "space-separated"
    case .none: "one-column"
    }
  }

  func separates(_ byte: UInt8) -> Bool {
    switch self {
    case .tab: byte == UInt8(ascii: "\t")
    case .comma: byte == UInt8(ascii: ",")
    case .whitespace: byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    case .none: false
    }
  }
}
