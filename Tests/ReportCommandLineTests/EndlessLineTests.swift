import Foundation
import Testing

/// A file without line ends is refused before it fills the memory, however it is packed.
@Suite(.enabled(if: MeasuredRun.isPossible, "needs /proc, and no sanitizer, to see the memory of a run"))
struct EndlessLineTests {
  private static let gigabyte = 1 << 30
  /// Bytes above what a run over a small file takes.
  private static let mostMemory = 100_000_000
  private static let header = "SNP\teffect_allele\tother_allele\teaf\tbeta\tse\tpval\tsamplesize\n"

  private let folder: SampleStudyFolder
  /// The peak of a run over the study as it is, in bytes.
  private let usual: Int

  init() throws {
    folder = try SampleStudyFolder()
    usual = try MeasuredRun.mrreport(["validate", folder.study], errors: "\(folder.path)/errors").peakMemory
  }

  private var table: URL { URL(fileURLWithPath: "\(folder.path)/a.tsv") }

  /// - Parameter summary: what the one problem says.
  private func expectRefused(_ summary: String) throws {
    let errors = "\(folder.path)/errors"
    let run = try MeasuredRun.mrreport(["validate", folder.study], errors: errors)
    #expect(run.code == 65)
    let text = try String(contentsOfFile: errors, encoding: .utf8)
    #expect(text.contains(summary), "\(text)")
    #expect(run.peakMemory - usual < Self.mostMemory)
  }

  private func write(_ text: String, extendedTo size: Int) throws {
    try Data(text.utf8).write(to: table)
    let handle = try FileHandle(forWritingTo: table)
    try handle.truncate(atOffset: UInt64(size))
    try handle.close()
  }

  @Test func aPlainFirstLine() throws {
    try write("", extendedTo: Self.gigabyte)
    try expectRefused("a.tsv:1: the line is longer than 1000000 bytes")
  }

  @Test func aPlainSecondLine() throws {
    try write(Self.header, extendedTo: Self.gigabyte)
    try expectRefused("a.tsv:2: the line is longer than 1000000 bytes")
  }

  @Test func aCompressedLine() throws {
    let member = "\(folder.path)/member.gz"
    let packed = try CommandRun.shell("head -c 1048576 /dev/zero | tr '\\0' x | gzip > \"$1\"", [member])
    #expect(packed.code == 0)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: member))
    var file = Data()
    for _ in 0..<Self.gigabyte / 1_048_576 { file += bytes }
    try file.write(to: table)
    try expectRefused("a.tsv:1: the line is longer than 1000000 bytes")
  }

  @Test func aQuoteThatIsNeverClosed() throws {
    let line = String(repeating: "x", count: 900_000) + "\n"
    try Data((Self.header + "\"" + String(repeating: line, count: 200)).utf8).write(to: table)
    try expectRefused("a quote is opened and not closed")
  }
}
