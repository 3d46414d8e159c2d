import Foundation
import ReleaseFormat
import StudyFile
import StudyModel
import StudyPipeline
import Testing

/// What was found in a file is taken again only while file, settings and entry are the same.
@Suite struct ScanCacheTests {
  private typealias Row = GenomeWideStudy.Row
  private typealias PanelRow = GenomeWideStudy.PanelRow
  private let study: GenomeWideStudy
  private let cache: URL

  init() throws {
    study = try GenomeWideStudy()
    cache = study.folder.appending(path: "cache")
    try study.writeTrait([
      Row(id: "rs1", position: 1000, z: 8), Row(id: "rs2", chromosome: "2", position: 5, z: 40),
    ])
    try study.writeDisease([
      Row(id: "rs1", position: 1000, z: 1), Row(id: "rs2", chromosome: "2", position: 5, z: 2),
    ])
    try study.writePanel([
      PanelRow(id: "rs1", position: 1000, bit: 0), PanelRow(id: "rs2", chromosome: "2", position: 5, bit: 1),
    ])
  }

  private func analyse(pThreshold: String = "5.0e-6") async throws -> Release {
    let loaded = try study.load()
    let text = try String(contentsOfFile: loaded.path, encoding: .utf8)
    try study.write(
      text.replacing("p_threshold: 5.0e-6", with: "p_threshold: \(pThreshold)"),
      to: "study.yaml"
    )
    let again = try LoadedStudy.load(loaded.path)
    return try await AnalysisRun(studyFile: again, cache: ScanCache(directory: cache.path)) { _ in }.run()
  }

  /// Makes the files older than what a file system may fail to tell apart.
  private func settle() async throws { try await Task.sleep(for: .milliseconds(2100)) }

  private var entries: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: cache.path)) ?? []).sorted()
  }

  @Test func theSecondRunIsTheSameAndReadsNothing() async throws {
    try await settle()
    let first = try await analyse()
    let kept = entries
    // Two files' contents, two selections and two look-ups; the disease has no instruments, so one look-up is missing.
    #expect(kept.count == 5)
    #expect(try await analyse() == first)
    #expect(entries == kept)
    // An entry is believed only with its checksum, and then it is: the second run did not read the files.
    try rename("rs2", to: "rs9") { _, checksum in checksum }
    #expect(try await analyse() == first)
    try rename("rs2", to: "rs9") { body, _ in ContentDigest.sha256(Array(body.utf8)) }
    #expect(try await analyse().forward.names == ["rs1", "rs9"])
  }

  /// Renames a variant in every entry; each gets the checksum that is asked for its new body and its old checksum.
  private func rename(_ old: String, to new: String, checksum: (String, String) -> String) throws {
    for name in entries {
      let url = cache.appending(path: name)
      let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n", maxSplits: 1)
      let body = String(lines[1]).replacing("\"\(old)\"", with: "\"\(new)\"")
      try Data((checksum(body, String(lines[0])) + "\n" + body).utf8).write(to: url)
    }
  }

  @Test func aChangedFileIsReadAgain() async throws {
    try await settle()
    let first = try await analyse()
    #expect(first.forward.names == ["rs1", "rs2"])
    let url = study.folder.appending(path: "trait.tsv")
    let times = try FileManager.default.attributesOfItem(atPath: url.path)
    // The same size, and the time of the content set back to what it was.
    let text = try String(contentsOf: url, encoding: .utf8)
    let handle = try FileHandle(forWritingTo: url)
    try handle.write(contentsOf: Data(text.replacing("rs2", with: "rs3").utf8))
    try handle.close()
    try FileManager.default.setAttributes(
      [.modificationDate: times[.modificationDate] as Any],
      ofItemAtPath: url.path
    )
    let second = try await analyse()
    #expect(second.forward.names == ["rs1", "rs3"] && second.forward.fates == [])
    #expect(
      second.header.inputs.first { $0.id == "trait.tsv" }?.sha256
        != first.header.inputs.first { $0.id == "trait.tsv" }?.sha256
    )
  }

  @Test func otherSettingsAreAnotherQuestion() async throws {
    try await settle()
    _ = try await analyse()
    #expect(try await analyse(pThreshold: "1.0e-20").forward.names == ["rs2"])
    #expect(try await analyse().forward.names == ["rs1", "rs2"])
  }

  @Test func aFileThatHasJustChangedIsNotTrusted() async throws {
    let first = try await analyse()
    // Nothing says which content the files have: only the selections and the look-up are kept.
    #expect(entries.count == 3)
    #expect(try await analyse() == first)
  }

  @Test func aFolderThatCannotBeWrittenChangesNothing() async throws {
    try study.write("a file, not a folder", to: "cache")
    #expect(try await analyse().forward.names == ["rs1", "rs2"])
  }
}
