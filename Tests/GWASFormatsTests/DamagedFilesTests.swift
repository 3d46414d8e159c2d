import Foundation
import GWASFormats
import StudyModel
import Testing

/// A file that is not whole is refused wherever it breaks.
@Suite struct DamagedFilesTests {
  private static let text =
    ResultFixture.estimatesHeader
    + (1...6).map { "T\($0)\tD\tWald ratio\t1\t0.\($0)\t0.2\t0.01\n" }.joined()

  private static let rows = try? TemporaryTable(text).estimates().rows

  private func rows(_ bytes: [UInt8]) throws -> [ResultRow<SuppliedEstimate>] {
    try TemporaryTable(bytes).estimates().rows
  }

  private func whole(_ kind: GZip.Kind) -> [UInt8] { GZip.compress(Self.text, as: kind, blockSize: 70) }

  @Test(arguments: GZip.Kind.allCases)
  func aWholeFileIsRead(_ kind: GZip.Kind) throws {
    #expect(try rows(whole(kind)) == Self.rows)
    #expect(Self.rows?.count == 6)
  }

  /// Among the cuts are those between two bgzip blocks and before the end-of-file block.
  @Test(arguments: GZip.Kind.allCases)
  func aFileIsRefusedWhereverItIsCut(_ kind: GZip.Kind) {
    let whole = whole(kind)
    for length in 0..<whole.count {
      #expect(throws: InputError.self, "\(length) of \(whole.count)") {
        try rows(Array(whole.prefix(length)))
      }
    }
  }

  /// Some bits say nothing of the content, such as the time of day in a header.
  @Test(arguments: GZip.Kind.allCases)
  func aFlippedBitIsNoticedOrChangesNothing(_ kind: GZip.Kind) {
    let whole = whole(kind)
    for index in whole.indices {
      for bit in 0..<8 {
        var damaged = whole
        damaged[index] ^= 1 << UInt8(bit)
        guard let read = try? rows(damaged) else { continue }
        #expect(read == Self.rows, "bit \(bit) of byte \(index)")
      }
    }
  }

  /// Checksums stand in the last eight bytes of a gzip member.
  @Test func aFlippedChecksumIsNoticed() {
    let whole = whole(.gzip)
    for index in whole.count - 8..<whole.count {
      var damaged = whole
      damaged[index] ^= 1
      #expect(throws: InputError.self, "byte \(index)") { try rows(damaged) }
    }
  }

  /// `EndlessLineTests` looks at the memory that it takes.
  @Test func aCompressedLineWithoutEndIsRefused() throws {
    let header = GZip.compress(ResultFixture.estimatesHeader, as: .gzip)
    for (bytes, line) in [
      (GZip.endlessLine(mebibytes: 1024), 1), (header + GZip.endlessLine(mebibytes: 1024), 2),
    ] {
      #expect(bytes.count < 10_000_000)
      let problems = try TemporaryTable(bytes).resultProblems(.estimates)
      #expect(problems.map(\.line) == [line])
      #expect(problems.first?.summary == "the line is longer than 1000000 bytes")
    }
  }

  /// The end of a line inside quotes does not end the row: a quote left open must not gather the rest of the file.
  @Test func anOpenQuoteOverManyLongLinesIsRefused() throws {
    let header = "exposure,outcome,method,nsnp,b,se,pval\n\"A"
    let line = String(repeating: "x", count: 900_000) + "\n"
    let file = try TemporaryTable(header + String(repeating: line, count: 60))
    #expect(file.resultProblems(.estimates).first?.summary == "a quote is opened and not closed")
  }
}
