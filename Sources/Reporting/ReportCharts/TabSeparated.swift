import Foundation

/// A table as tab-separated text that a spreadsheet opens without running anything in it.
struct TabSeparated {
  private(set) var text: String

  init(header: [String]) { text = header.joined(separator: "\t") + "\n" }

  mutating func add(_ cells: [Cell]) { text += cells.map(\.text).joined(separator: "\t") + "\n" }

  enum Cell {
    case words(String?)
    /// Computed for the page (an odds ratio): six significant digits, the same on every machine.
    case number(Double?)
    /// As the release gives it, in full.
    case exact(Double?)
    case count(Int?)

    var text: String {
      switch self {
      case .words(let words): words.map(Self.safe) ?? "NA"
      case .number(let value): value.map(Self.sixDigits) ?? "NA"
      case .exact(let value): value.map { $0.isNaN ? "NA" : "\($0)" } ?? "NA"
      case .count(let count): count.map(String.init) ?? "NA"
      }
    }

    private static func sixDigits(_ value: Double) -> String {
      value.isFinite ? String(format: "%.6g", value) : "NA"
    }

    /// Tabs and line ends become spaces; what a spreadsheet would take for a formula gets an apostrophe.
    private static func safe(_ words: String) -> String {
      let line = String(String.UnicodeScalarView(words.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
      guard let first = line.first, "=+-@".contains(first) else { return line }
      return "'" + line
    }
  }
}
