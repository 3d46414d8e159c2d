import Foundation
import ReleaseDiff
import ReleaseFormat
import StudyFile
import StudyModel
import StudyPipeline
import Testing

/// The real osteomyelitis study and a copy from which one look-up was withdrawn; the numbers are those of the tables.
@Suite struct WithdrawnLookupTests {
  private static func changes() async throws -> ReleaseChanges {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mrreport-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = URL(fileURLWithPath: RepositoryStudies.studyPath("immune-osteomyelitis"))
    try FileManager.default.copyItem(at: source.deletingLastPathComponent(), to: folder)
    let file = folder.appending(path: "study.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let without = text.replacing("      lookup: lookups/IL6R.tsv\n", with: "")
    #expect(without.count < text.count)
    try Data(without.utf8).write(to: file)
    let new = try await AnalysisRun(studyFile: LoadedStudy.load(file.path)) { _ in }.run()
    return try ReleaseComparison.changes(RepositoryStudies.release("immune-osteomyelitis"), new)
  }

  @Test func onePairIsLostAndItsFamiliesAreSmaller() async throws {
    let changes = try await Self.changes()
    #expect(changes.verdict.code == .conclusionsChanged)
    let status = try #require(changes.change("status.changed IL6R.reverse"))
    #expect(status.old == "analysed" && status.new == "lookup_not_supplied")
    let lost = changes.changes.filter { $0.name == "instrument.lost" }
    #expect(lost.count == 15 && lost.allSatisfy { $0.pair?.rawValue == "IL6R.reverse" })
    #expect(lost.allSatisfy { $0.old == "used" && $0.new == "lookup.lookup_not_supplied" })
    #expect(changes.fates.map(\.variants).reduce(0, +) == 42)
    for (family, before, after) in [("reverse", 8.0, 7.0), ("study", 19, 18)] {
      let tested = changes.change("family.moved \(family)")?.numbers.first { $0.field == "tested" }
      #expect(tested?.old == before && tested?.new == after)
    }
  }

  /// Their files are the same: only what depends on the number of tests moves.
  @Test func nothingElseOfTheOtherPairsChanges() async throws {
    let changes = try await Self.changes()
    let others = changes.changes.filter { $0.pair.map { $0.rawValue != "IL6R.reverse" } ?? false }
    #expect(!others.isEmpty)
    #expect(
      others.allSatisfy {
        [.adjustedSignificance, .otherAdjustment].contains($0.aspect) && $0.kind == .moved
      }
    )
    #expect(changes.pairs.count { $0.state == .unchanged } == 11)
    #expect(
      Set(changes.changes.filter { $0.category == .provenance }.map(\.subject)) == [
        "lookups/IL6R.tsv", "study.yaml",
      ]
    )
  }
}
