import Foundation
import StudyModel

/// A table as tab-separated text that a spreadsheet opens without running anything in it.
struct TabSeparated {
  private(set) var text: String

  /// Rows that go behind others.
  init() { text = "" }

  init(header: [String]) { text = header.joined(separator: "\t") + "\n" }

  mutating func add(_ cells: [Cell]) { text += cells.map(\.text).joined(separator: "\t") + "\n" }

  enum Cell {
    case words(String?)
    /// Computed for the page (an odds ratio): six significant digits, the same on every machine.
    case number(Double?)
    /// As the release gives it, in full.
    case exact(Double?)
    case count(Int?)
    /// As the release gives it, as a plain number also where a double underflows.
    case p(PValue?)

    var text: String {
      switch self {
      case .words(let words): words.map(Self.safe) ?? "NA"
      case .number(let value): value.map(Self.sixDigits) ?? "NA"
      case .exact(let value): value.map { $0.isNaN ? "NA" : "\($0)" } ?? "NA"
      case .p(let p): p.map(Self.plain) ?? "NA"
      case .count(let count): count.map(String.init) ?? "NA"
      }
    }

    /// `4.08e-14`; from the logarithm below 1e-300, where a double loses digits.
    private static func plain(_ p: PValue) -> String {
      guard p.value < 1e-300, p.negativeLog10.isFinite else { return "\(p.value)" }
      let exponent = (-p.negativeLog10).rounded(.down)
      return sixDigits(pow(10, -p.negativeLog10 - exponent)) + "e\(Int(exponent))"
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
