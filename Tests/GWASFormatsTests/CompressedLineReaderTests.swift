import Foundation
import GWASFormats
import StudyModel
import Testing

@Suite struct CompressedLineReaderTests {
  private func lines(_ bytes: [UInt8]) throws -> (lines: [String], content: [UInt8]) {
    let file = try TemporaryTable(bytes)
    defer { withExtendedLifetime(file) {} }
    var content: [UInt8] = []
    var lines: [String] = []
    var numbers: [Int] = []
    let reader = CompressedLineReader(path: file.path, displayName: "t") { content += $0 }
    try reader.forEachLine { line, number in
      lines.append(String(decoding: line, as: UTF8.self))
      numbers.append(number)
    }
    #expect(numbers == Array(1..<(lines.count + 1)))
    return (lines, content)
  }

  @Test(arguments: [
    Array(CompressedFixture.text.utf8), CompressedFixture.gzip, CompressedFixture.gzipMembers,
    CompressedFixture.bgzip,
  ])
  func everyCompressionGivesTheSameLines(bytes: [UInt8]) throws {
    let result = try lines(bytes)
    #expect(result.lines == CompressedFixture.text.split(separator: "\n").map(String.init))
    #expect(result.content == Array(CompressedFixture.text.utf8))
  }

  @Test func lineEndsAndByteOrderMarkAreNotPartOfTheLines() throws {
    let result = try lines([0xEF, 0xBB, 0xBF] + Array("a\r\n\r\nb\nc".utf8))
    #expect(result.lines == ["a", "", "b", "c"])
    #expect(result.content.count == 3 + 8)
  }

  @Test func linesThatCrossChunksAreWhole() throws {
    let long = String(repeating: "x", count: 300_000)
    #expect(try lines(Array("a\n\(long)\n\(long)y".utf8)).lines == ["a", long, long + "y"])
  }

  @Test func anOverlongLineIsRefused() throws {
    let file = try TemporaryTable("a\n" + String(repeating: "x", count: 1_000_001))
    defer { withExtendedLifetime(file) {} }
    #expect {
      try CompressedLineReader(path: file.path, displayName: "t").forEachLine { _, _ in }
    } throws: { error in
      let problem = (error as? InputError)?.problems.first
      return problem?.line == 2 && problem?.summary.contains("1000000") == true
    }
  }

  /// A cut must be noticed wherever it is, be it within or between blocks (the first bgzip block has 179
  /// bytes).
  @Test func everyCutIsNoticed() throws {
    for whole in [CompressedFixture.gzip, CompressedFixture.bgzip] {
      for length in Array(stride(from: 2, to: whole.count, by: 11)) + [179, whole.count - 1] {
        #expect(throws: InputError.self, "\(length) of \(whole.count)") {
          try lines(Array(whole.prefix(length)))
        }
      }
    }
  }

  @Test func aDamagedByteIsNoticed() throws {
    for whole in [CompressedFixture.gzip, CompressedFixture.bgzip] {
      var damaged = whole
      damaged[60] ^= 0xFF
      #expect(throws: InputError.self) { try lines(damaged) }
    }
  }
}
