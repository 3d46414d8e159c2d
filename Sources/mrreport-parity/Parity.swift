import Foundation
import Parity

/// Prints the tables of docs/parity.md; `make parity` puts them there.
///
///     mrreport-parity FOLDER   that holds parity.tsv and the data sets
@main
enum ParityCommand {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      FileHandle.standardError.write(Data("usage: mrreport-parity FOLDER\n".utf8))
      exit(64)
    }
    let rows = try ParityTable(folder: URL(fileURLWithPath: CommandLine.arguments[1])).rows
    let agreeing = rows.filter { $0.departure == nil }
    let numbers = rows.map(\.count).reduce(0, +)
    let sets = Set(rows.map(\.dataset)).count
    print("\(numbers) numbers of \(sets) data sets.\n\n### Where we mean to agree\n")
    print("| method or test | peer | data set | numbers | largest difference | allowed |")
    print("|---|---|---|---:|---:|---:|")
    for row in agreeing { print(line(row)) }
    print("\n### Where we differ on purpose\n")
    print("| method or test | peer | data set | numbers | largest difference | why |")
    print("|---|---|---|---:|---:|---|")
    for row in rows where row.departure != nil {
      print(
        "| \(row.method) | \(row.peer) | \(row.dataset) | \(row.count) | \(text(row)) | \(row.departure ?? "") |"
      )
    }
  }

  private static func line(_ row: ParityTable.Row) -> String {
    let mark = row.agrees ? "" : " **differs**"
    return
      "| \(row.method) | \(row.peer) | \(row.dataset) | \(row.count) | \(text(row))\(mark) | \(allowance(row.measure)) |"
  }

  private static func text(_ row: ParityTable.Row) -> String {
    if let missing = row.missing { return "no number: \(missing)" }
    let number = String(format: "%.1e", row.largest)
    return switch row.measure {
    case .relative: number
    case .absolute: "\(number) absolute"
    case .monteCarlo: String(format: "%.1f Monte-Carlo SD", row.largest)
    }
  }

  private static func allowance(_ measure: ParityRules.Measure) -> String {
    switch measure {
    case .relative(let value): String(format: "%.0e", value)
    case .absolute(let value): "\(value) absolute"
    case .monteCarlo(let value): String(format: "%.0f Monte-Carlo SD", value)
    }
  }
}
