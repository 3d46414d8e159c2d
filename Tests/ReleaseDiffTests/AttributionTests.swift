import Foundation
import ReleaseDiff
import ReleaseFormat
import StudyFile
import StudyModel
import StudyPipeline
import Testing

/// Every change splits into what software and settings, and what the data bring about.
@Suite struct AttributionTests {
  private static let name = "immune-osteomyelitis"

  /// The study in a folder of its own, with another look-up for CRP, analysed under another policy.
  private static func releases() async throws -> (old: Release, middle: Release, new: Release) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mrreport-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = URL(fileURLWithPath: RepositoryStudies.studyPath(name)).deletingLastPathComponent()
    try FileManager.default.copyItem(at: source, to: folder)
    let table = folder.appending(path: "lookups/CRP.tsv")
    var lines = try String(contentsOf: table, encoding: .utf8).split(
      separator: "\n",
      omittingEmptySubsequences: true
    )
    lines.removeLast()
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: table)
    var study = try LoadedStudy.load(folder.appending(path: "study.yaml").path)
    study.design.settings.harmonisation.policy = .assumeForward
    let new = try await AnalysisRun(studyFile: study) { _ in }.run()
    let old = try RepositoryStudies.release(name)
    let attribution = try Attribution(
      studyFile: try LoadedStudy.load(RepositoryStudies.studyPath(name)),
      old: old.header,
      new: new.header,
      traitNames: [:]
    )
    let middle = try await AnalysisRun(studyFile: attribution.study) { _ in }.run()
    try attribution.check(middle)
    return (old, middle, new)
  }

  @Test func thePartsAddUp() async throws {
    let (old, middle, new) = try await Self.releases()
    let changes = try ReleaseComparison.changes(old, new, middle: middle)
    #expect(changes.isAttributed)
    // CRP is the outcome of the reverse pair alone, and the other pairs' data are what they were.
    let crp = changes.changes.filter { $0.pair?.rawValue == "CRP.reverse" }
    #expect(Set(crp.compactMap(\.origin)).isSuperset(of: [.data]))
    let elsewhere = changes.changes.filter { change in
      change.category != .significance && change.category != .provenance && change.aspect != .check
        && change.pair.map { !$0.rawValue.hasPrefix("CRP.") } ?? false
    }
    #expect(!elsewhere.isEmpty)
    for change in elsewhere { #expect(change.origin == .software, "\(change)") }
    for pair in changes.pairs {
      guard let shift = pair.shift, let software = pair.softwareShift, let data = pair.dataShift else {
        continue
      }
      #expect(abs(shift - software - data) <= 1e-12 * max(1, abs(shift)))
      if !pair.id.rawValue.hasPrefix("CRP.") { #expect(data == 0) }
    }
    #expect(changes.pairs.contains { ($0.softwareShift ?? 0) != 0 })
    #expect(changes.pairs.contains { ($0.dataShift ?? 0) != 0 })
  }

  @Test func withoutAThirdReleaseNothingIsAttributed() async throws {
    let (old, _, new) = try await Self.releases()
    let changes = try ReleaseComparison.changes(old, new)
    #expect(!changes.isAttributed && changes.changes.allSatisfy { $0.origin == nil && $0.middle == nil })
  }

  @Test func otherTablesAreRefused() async throws {
    var old = try RepositoryStudies.release(Self.name)
    let index = try #require(old.header.inputs.firstIndex { $0.id == "lookups/CRP.tsv" })
    old.header.inputs[index].sha256 = String(repeating: "0", count: 64)
    let attribution = try Attribution(
      studyFile: try LoadedStudy.load(RepositoryStudies.studyPath(Self.name)),
      old: old.header,
      new: old.header,
      traitNames: [:]
    )
    let release = try await AnalysisRun(studyFile: attribution.study) { _ in }.run()
    let error = #expect(throws: InputError.self) { try attribution.check(release) }
    #expect(
      error?.description.contains("lookups/CRP.tsv: is not the file that the older release was made from")
        == true
    )
  }

  /// Sample sizes, units and prevalences are data too.
  @Test func anotherWordOfATraitIsRefused() async throws {
    let old = try RepositoryStudies.release(Self.name)
    var study = try LoadedStudy.load(RepositoryStudies.studyPath(Self.name))
    study.design.panel.traits[0].sampleSize.total = 1
    let attribution = try Attribution(
      studyFile: study,
      old: old.header,
      new: old.header,
      traitNames: [:]
    )
    let release = try await AnalysisRun(studyFile: attribution.study) { _ in }.run()
    let error = #expect(throws: InputError.self) { try attribution.check(release) }
    #expect(error?.problems.count == 1)
    #expect(
      error?.description.contains("says something else of the trait CRP than the older release") == true
    )
  }

  @Test func anotherStudyOrVersionIsRefused() throws {
    let study = try LoadedStudy.load(RepositoryStudies.studyPath(Self.name))
    let old = try RepositoryStudies.release(Self.name).header
    let other = try RepositoryStudies.release("bmi-chd").header
    #expect(throws: InputError.self) {
      try Attribution(studyFile: study, old: other, new: other, traitNames: [:])
    }
    var later = old
    later.toolVersion = "9.9.9"
    let error = #expect(throws: InputError.self) {
      try Attribution(studyFile: study, old: old, new: later, traitNames: [:])
    }
    #expect(error?.description.contains("was made by mrreport 9.9.9") == true)
  }
}
