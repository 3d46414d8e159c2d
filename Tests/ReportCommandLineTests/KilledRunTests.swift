import Foundation
import Testing

/// A run that is killed at any moment leaves the old result whole or the new one, and the next run tidies up.
@Suite(.serialized) struct KilledRunTests {
  private let old: SampleStudyFolder
  private let new: SampleStudyFolder
  /// Where the result lies that runs are killed over.
  private var place: String { "\(old.path)/place" }

  init() throws {
    old = try SampleStudyFolder()
    new = try SampleStudyFolder(traitName: "Renamed")
  }

  /// Ten moments, one in each tenth of the time that a whole run takes; the same at every run of the test.
  private func moments(of time: Duration) -> [Duration] {
    var state: UInt64 = 20_261_124
    return (0..<10).map { tenth in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return time * (Double(tenth) + Double(state >> 11) / 0x1p53) / 10
    }
  }

  /// `command` is run up to the word before its output folder.
  private func expectWhole(_ command: (SampleStudyFolder) throws -> [String]) throws {
    let (oldCommand, newCommand) = (try command(old) + [place], try command(new) + [place])
    #expect(try CommandRun.mrreport(newCommand).code == 0)
    // The first run also warms the caches; the kills are timed by the second.
    let start = ContinuousClock.now
    #expect(try CommandRun.mrreport(newCommand).code == 0)
    let time = ContinuousClock.now - start
    let newFiles = old.files(below: "place")
    #expect(try CommandRun.mrreport(oldCommand).code == 0)
    let oldFiles = old.files(below: "place")
    try #require(!oldFiles.isEmpty && oldFiles != newFiles)
    var killed = 0
    for moment in moments(of: time) {
      if try CommandRun.killing(newCommand, after: moment) { killed += 1 }
      let files = old.files(below: "place")
      #expect(files == oldFiles || files == newFiles, "after \(moment)")
      if files == newFiles { #expect(try CommandRun.mrreport(oldCommand).code == 0) }
    }
    #expect(killed >= 3)
    #expect(try CommandRun.mrreport(newCommand).code == 0)
    #expect(old.files(below: "place") == newFiles)
    let names = try FileManager.default.contentsOfDirectory(atPath: old.path)
    #expect(names.filter { $0.hasPrefix(".") } == [])
  }

  @Test func render() throws {
    try expectWhole { folder in
      let release = "\(folder.path)/release"
      let run = try CommandRun.mrreport(["analyse", folder.study, "--release", release])
      #expect(run.code == 0)
      return ["render", "--release", release, "--output"]
    }
  }

  @Test func build() throws {
    try expectWhole { ["build", $0.study, "--output"] }
  }

  @Test func analyse() throws {
    try expectWhole { ["analyse", $0.study, "--release"] }
  }
}
