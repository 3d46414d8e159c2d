import Foundation
import Parity
import Testing

@Suite struct ParityTableTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "MendelianRandomizationTests/Reference")

  @Test func everyNumberAgreesOrDiffersOnPurpose() throws {
    let rows = try ParityTable(folder: Self.folder).rows
    #expect(Set(rows.map(\.dataset)).count == 17)
    #expect(rows.map(\.count).reduce(0, +) > 7_000)
    for row in rows where row.departure == nil {
      #expect(row.agrees, "\(row.method) \(row.dataset) \(row.peer): \(row.largest) \(row.missing ?? "")")
    }
  }

  /// A departure that no number needs is one that hides a later mistake.
  @Test func everyDepartureIsNeeded() throws {
    let numbers = try PeerNumber.table(in: Self.folder)
    let rows = try ParityTable(folder: Self.folder).rows
    for departure in ParityRules.departures {
      let covered = numbers.filter { ParityRules.departure($0)?.reason == departure.reason }
      #expect(!covered.isEmpty, "\(departure.reason)")
      let differing = rows.filter { $0.departure == departure.reason && !$0.agrees }
      #expect(!differing.isEmpty, "\(departure.method): \(departure.reason)")
    }
  }
}
