import Foundation
import GWASFormats
import StudyModel
import Testing

/// A damaged file gives the same associations or a problem with words, never a crash nor half of the rows.
@Suite struct DamagedGWASFileTests {
  private func count(_ bytes: [UInt8]) throws -> Int? {
    let table = try TemporaryTable(bytes)
    defer { withExtendedLifetime(table) {} }
    do throws(InputError) {
      // p is made up, and here beside the point.
      let query = GWASQuery(pThreshold: 1.1, isInspection: true)
      return try GWASFile(path: table.path, displayName: "g").scan(query, threads: 1).rowCount
    } catch {
      #expect(error.problems.allSatisfy { !$0.summary.isEmpty })
      return nil
    }
  }

  private static let files = [CompressedFixture.gzip, CompressedFixture.gzipMembers, CompressedFixture.bgzip]

  @Test(arguments: files) func aCutFileIsRefused(_ whole: [UInt8]) throws {
    #expect(try count(whole) == 30)
    // Two members that are cut between them are one whole file, as far as gzip goes.
    let seams = whole == CompressedFixture.gzipMembers ? Self.memberStarts(whole) : []
    for length in 1..<whole.count where !seams.contains(length) {
      #expect(try count(Array(whole.prefix(length))) == nil, "\(length) of \(whole.count) bytes")
    }
  }

  @Test(arguments: files) func noDamagedByteGivesOtherRows(_ whole: [UInt8]) throws {
    for place in 0..<min(200, whole.count) {
      var damaged = whole
      damaged[place] ^= 0x55
      let rows = try count(damaged)
      #expect(rows == nil || rows == 30, "byte \(place)")
    }
  }

  @Test func whatFollowsAMemberIsAnotherOneOrZeros() throws {
    #expect(try count(CompressedFixture.gzip + [0, 0, 0, 0]) == 30)
    #expect(try count(CompressedFixture.gzip + Array("more".utf8)) == nil)
  }

  private static func memberStarts(_ bytes: [UInt8]) -> [Int] {
    bytes.indices.dropFirst().dropLast(2).filter { bytes[$0...].starts(with: [0x1F, 0x8B, 8]) }
  }

  @Test func aPipeIsNoFile() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path(
      percentEncoded: false
    )
    try #require(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    let error = #expect(throws: InputError.self) {
      try GWASFile(path: path, displayName: "pipe").scan(GWASQuery())
    }
    #expect(error?.problems.first?.summary == "this is a pipe or a device, not a file")
  }
}
