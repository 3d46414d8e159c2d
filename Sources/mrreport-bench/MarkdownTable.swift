import Foundation

/// A table of times; the first column is text, the others numbers.
struct MarkdownTable {
  private var lines: [String]

  init(_ heads: [String]) {
    lines = [Self.line(heads), Self.line(["---"] + heads.dropFirst().map { _ in "---:" })]
  }

  mutating func append(_ name: String, _ cells: [String]) { lines.append(Self.line([name] + cells)) }

  var text: String { lines.joined(separator: "\n") }

  private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
}

extension Timing {
  /// Median on the clock and, in brackets, the least processor time, in milliseconds.
  var cell: String { "\(Self.milliseconds(median)) (\(Self.milliseconds(leastProcessor)))" }

  /// Three significant digits, as far as a whole number of milliseconds leaves them.
  private static func milliseconds(_ seconds: Double) -> String {
    let value = seconds * 1000
    let digits = value < 0.1 ? 4 : value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0
    return String(format: "%.\(digits)f", value)
  }
}
