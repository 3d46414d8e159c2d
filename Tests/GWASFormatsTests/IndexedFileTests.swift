import Foundation
import GWASFormats
import StudyModel
import Testing

@Suite struct IndexedFileTests {
  private let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).gz")
    .path(percentEncoded: false)

  private func write(_ rows: Int) throws {
    let writer = try BlockCompressedWriter(path: path)
    try writer.write("#chrom\tpos\tbeta\n")
    for chromosome in 1...2 {
      for row in 1...rows { try writer.write("\(chromosome)\t\(10 * row)\t\(chromosome * row)\n") }
    }
    try writer.close()
    try BlockCompressedWriter.index(path, chromosomeColumn: 1, positionColumn: 2, comment: "#")
  }

  private func remove() {
    for file in [path, path + ".tbi"] { try? FileManager.default.removeItem(atPath: file) }
  }

  private func rows(_ chromosome: String, _ position: Int) throws -> [String] {
    let index = try #require(IndexedFile.index(besides: path))
    let file = try IndexedFile(path: path, index: index, displayName: "g.gz")
    var rows: [String] = []
    try file.forEachRow(chromosome: chromosome, position: position) {
      rows.append(String(decoding: $0, as: UTF8.self))
    }
    return rows
  }

  @Test func whatStandsAtAPlaceIsFound() throws {
    defer { remove() }
    try write(50_000)
    #expect(try rows("1", 10) == ["1\t10\t1"])
    #expect(try rows("2", 499_990) == ["2\t499990\t99998"])
    #expect(try rows("2", 15) == [])
    #expect(try rows("17", 10) == [])
    // And the whole reads as any other bgzip file.
    var lines = 0
    let reader = CompressedLineReader(path: path, displayName: "g.gz", threads: 2)
    try reader.forEachLine { (_, _) throws(InputError) in lines += 1 }
    #expect(lines == 100_001)
  }

  @Test func anIndexThatIsOlderThanItsFileIsRefused() throws {
    defer { remove() }
    try write(10)
    let past = Date(timeIntervalSinceNow: -1000)
    try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: path + ".tbi")
    let error = #expect(throws: InputError.self) {
      try IndexedFile(path: path, index: path + ".tbi", displayName: "g.gz")
    }
    #expect(error?.problems.first?.file == "g.gz.tbi")
    #expect(error?.problems.first?.summary.hasPrefix("the index is older than its file") == true)
  }

  @Test func anIndexThatIsNoneIsRefused() throws {
    defer { remove() }
    try write(10)
    try Data("no index".utf8).write(to: URL(fileURLWithPath: path + ".tbi"))
    #expect(throws: InputError.self) {
      try IndexedFile(path: path, index: path + ".tbi", displayName: "g.gz")
    }
  }

  @Test func aPlaceThatCannotBeWrittenIsNamed() {
    let error = #expect(throws: InputError.self) { try BlockCompressedWriter(path: "/nowhere/at/all.gz") }
    #expect(error?.problems.first?.summary == "cannot be written (No such file or directory)")
  }
}
