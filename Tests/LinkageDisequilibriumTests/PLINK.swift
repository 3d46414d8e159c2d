import Foundation
import StudyModel
import Testing

/// Debian's `plink1.9`, whose word on clumps and r² ours is held against.
enum PLINK {
  struct Failure: Error { var output: String }

  /// Clumps by lead; the members of each, sorted.
  static func clump(
    _ fixture: PanelFixture,
    _ pValues: [(id: String, p: String)],
    rSquared: Double,
    kilobases: Double
  ) throws -> [String: [String]] {
    let table = fixture.prefix + ".assoc"
    let rows = pValues.map { "\($0.id) \($0.p)\n" }.joined()
    try ("SNP P\n" + rows).write(toFile: table, atomically: true, encoding: .utf8)
    let arguments = ["--clump", table, "--clump-p1", "1", "--clump-p2", "1"]
    try run(fixture, arguments + ["--clump-r2", "\(rSquared)", "--clump-kb", "\(kilobases)"])
    let lines = try String(contentsOfFile: fixture.prefix + ".clumped", encoding: .utf8).split(
      separator: "\n"
    )
    var clumps: [String: [String]] = [:]
    for line in lines.dropFirst() {
      let fields = line.split(separator: " ")
      guard fields.count == 12 else { continue }
      let members = fields[11].split(separator: ",").filter { $0 != "NONE" }
      clumps[String(fields[2])] = members.map { String($0.prefix { $0 != "(" }) }.sorted()
    }
    return clumps
  }

  /// r² of every pair of variants on a chromosome, by their names; 6 digits.
  static func rSquared(_ fixture: PanelFixture) throws -> [[String]: Double] {
    try run(
      fixture,
      ["--r2", "dprime", "--ld-window-r2", "0", "--ld-window", "99999", "--ld-window-kb", "99999"]
    )
    let lines = try String(contentsOfFile: fixture.prefix + ".ld", encoding: .utf8).split(separator: "\n")
    return Dictionary(
      uniqueKeysWithValues: lines.dropFirst().compactMap { line in
        let fields = line.split(separator: " ")
        return Double(fields[6]).map { ([String(fields[2]), String(fields[5])], $0) }
      }
    )
  }

  private static func run(_ fixture: PanelFixture, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/plink1.9")
    process.arguments = ["--bfile", fixture.prefix, "--out", fixture.prefix, "--threads", "1"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(output: text) }
  }
}
