import Foundation
import ReleaseFormat
import StudyModel
import Testing

/// Where releases of old versions lie.
enum StoredRelease {
  static let version1 = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/release-v1").path(percentEncoded: false)
  static let version2 = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/release-v2").path(percentEncoded: false)
  static let version3 = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/release-v3").path(percentEncoded: false)
  static let version4 = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/release-v4").path(percentEncoded: false)
}

/// A release that mrreport 0.1.0 wrote under version 1 is read as one of the current version.
@Suite struct ReleaseMigrationTests {
  private let stored: LoadedRelease

  init() throws { stored = try ReleaseDirectory.read(StoredRelease.version1) }

  @Test func whatVersion1DidNotRunIsSaidNotToHaveBeenRun() {
    let release = stored.release
    #expect(release.header.schemaVersion == ReleaseSchema.currentVersion)
    #expect(release.header.design.settings.modeBandwidth == 1)
    #expect(release.header.design.settings.mrPresso == MRPressoSettings(simulations: 10_000))
    #expect(
      release.pairs.map(\.id.rawValue) == ["IL1B.forward", "IL1B.reverse", "CD40.forward", "MONO.reverse"]
    )
    for pair in release.pairs {
      #expect(pair.basis == .variants)
      #expect(pair.presso == MRPresso(notEstimated: NotEstimated(reason: .notRun)))
      #expect(pair.steiger == Steiger(notEstimated: NotEstimated(reason: .notRun)))
    }
  }

  /// Number by number, as the files print them.
  @Test func nothingElseOfAPairChanges() throws {
    let written = try ReleaseDirectory.encode(stored.release)
    for file in stored.files where file.path.hasPrefix("pairs/") || file.path == "conclusions.json" {
      let new = try #require(written.first { $0.path == file.path })
      var token = try JSONParser.parse(new.bytes)
      for key in ["basis", "presso", "steiger"] {
        #expect((token[key] != nil) == file.path.hasPrefix("pairs/"))
        token[key] = nil
      }
      #expect(JSONLayout.document(token) == JSONLayout.document(try JSONParser.parse(file.bytes)))
    }
  }

  @Test func itsNumbersAreThoseOfItsFiles() throws {
    let pair = try #require(stored.release.pairs.first { $0.id.rawValue == "CD40.forward" })
    let estimate = try #require(pair.primaryEstimate(.ivwRandomEffects)).estimate
    #expect(estimate.pValue.value == 0.08358708819440253)
    #expect(pair.variants.count == 3 && pair.leaveOneOut.count == 3)
    let ratio = stored.release.pairs[0].primaryEstimate(.ivwRandomEffects)
    #expect(ratio?.method == .waldRatio && ratio?.estimate.pValue.value == 0.8673855999377936)
    #expect(stored.release.pairs[3].status == .lookupNotSupplied)
    #expect(stored.release.header.design.disease.name == "Osteomyelitis")
  }

  @Test func writtenAgainItIsOfTheCurrentVersion() throws {
    let folder = try TemporaryFolder()
    try ReleaseDirectory.write(stored.release, to: folder.path + "/r")
    let again = try ReleaseDirectory.read(folder.path + "/r")
    #expect(again.release == stored.release)
    let header = try #require(again.files.first { $0.path == "release.json" })
    #expect(try JSONParser.parse(header.bytes)["schema_version"]?.integer == ReleaseSchema.currentVersion)
  }

  /// The keys of version 2 are required in version 2.
  @Test(arguments: ["basis", "presso", "steiger"]) func aReleaseOfVersion2MustHaveTheNewKeys(_ key: String)
    throws
  {
    let folder = try TemporaryFolder()
    let directory = folder.path + "/r"
    try ReleaseDirectory.write(stored.release, to: directory)
    let name = "pairs/IL1B.forward.json"
    let url = URL(fileURLWithPath: directory).appending(path: name)
    let old = [UInt8](try Data(contentsOf: url))
    var token = try JSONParser.parse(old)
    token[key] = nil
    let new = JSONLayout.document(token)
    try Data(new).write(to: url)
    let index = URL(fileURLWithPath: directory).appending(path: "pairs.jsonl")
    let lines = try String(contentsOf: index, encoding: .utf8)
      .replacingOccurrences(of: ContentDigest.sha256(old), with: ContentDigest.sha256(new))
    try Data(lines.utf8).write(to: index)
    let error = #expect(throws: InputError.self) { try ReleaseDirectory.read(directory) }
    #expect(error?.description.contains("\(name): the outermost object lacks \"\(key)\"") == true)
  }
}

/// A release that mrreport 0.1.0 wrote under version 2 is read as one of the current version.
@Suite struct MigrationFromVersion2Tests {
  private let stored: LoadedRelease

  init() throws { stored = try ReleaseDirectory.read(StoredRelease.version2) }

  @Test func whatVersion2DidNotKnowIsAbsent() {
    let release = stored.release
    #expect(release.header.schemaVersion == ReleaseSchema.currentVersion)
    #expect(release.header.design.settings.appraisal == nil)
    #expect(release.conclusions.appraisals == nil)
    #expect(release.pairs.map(\.id.rawValue) == ["BMI.forward", "BMI.reverse"])
    for pair in release.pairs { #expect(pair.further == nil) }
    for test in release.conclusions.families.flatMap(\.tests) { #expect(test.holm == nil) }
  }

  /// To the byte: writing a pair again changes nothing.
  @Test func nothingOfAPairOrOfTheConclusionsChanges() throws {
    let written = try ReleaseDirectory.encode(stored.release)
    let kept = stored.files.filter { $0.path.hasPrefix("pairs/") || $0.path == "conclusions.json" }
    #expect(kept.count == 3)
    for file in kept { #expect(written.first { $0.path == file.path }?.bytes == file.bytes) }
  }

  @Test func itsNumbersAreThoseOfItsFiles() throws {
    let forward = try #require(stored.release.pairs.first)
    #expect(forward.variants.count == 79)
    #expect(forward.presso.outlierTest.count == 79)
    #expect(forward.estimate(.ivwRandomEffects)?.estimate.value == 0.44590909695339837)
  }
}

/// A release that mrreport 0.1.0 wrote under version 3 is read as one of the current version.
@Suite struct MigrationFromVersion3Tests {
  private let stored: LoadedRelease

  init() throws { stored = try ReleaseDirectory.read(StoredRelease.version3) }

  @Test func whatVersion3DidNotKnowIsAbsent() {
    let header = stored.release.header
    #expect(header.schemaVersion == ReleaseSchema.currentVersion)
    #expect(header.design.settings.selection == nil && header.selections == nil && header.panel == nil)
    #expect(header.truth == nil && header.published == nil)
    #expect(stored.release.conclusions.sharedInstruments == nil)
    #expect(stored.release.pairs.map(\.id.rawValue) == ["BMI.forward", "BMI.reverse"])
    for pair in stored.release.pairs { #expect(pair.flow.independent == nil) }
  }

  /// To the byte: writing a pair again changes nothing.
  @Test func nothingOfAPairOrOfTheConclusionsChanges() throws {
    let written = try ReleaseDirectory.encode(stored.release)
    let kept = stored.files.filter { $0.path.hasPrefix("pairs/") || $0.path == "conclusions.json" }
    #expect(kept.count == 3)
    for file in kept { #expect(written.first { $0.path == file.path }?.bytes == file.bytes) }
  }

  @Test func itsNumbersAreThoseOfItsFiles() throws {
    let forward = try #require(stored.release.pairs.first)
    #expect(forward.variants.count == 79)
    #expect(forward.further?.influence?.count == 79)
    #expect(forward.estimate(.ivwRandomEffects)?.estimate.value == 0.44590909695339837)
  }
}

/// A release that mrreport 0.1.0 wrote under version 4, of instruments that it selected from genome-wide files.
@Suite struct ReleaseOfVersion4Tests {
  @Test func isReadToTheByte() throws {
    let stored = try ReleaseDirectory.read(StoredRelease.version4)
    #expect(stored.release.header.schemaVersion == 4)
    #expect(stored.release.header.selections?.count == 4 && stored.release.header.panel != nil)
    #expect(stored.release.pairs.count == 6)
    let written = try ReleaseDirectory.encode(stored.release)
    let kept = stored.files.filter { $0.path.hasPrefix("pairs/") || $0.path == "conclusions.json" }
    for file in kept { #expect(written.first { $0.path == file.path }?.bytes == file.bytes) }
  }

  @Test func opensPairByPair() throws {
    let whole = try ReleaseDirectory.read(StoredRelease.version4).release
    let opened = try ReleaseDirectory.open(StoredRelease.version4)
    #expect(opened.header == whole.header && opened.conclusions == whole.conclusions)
    for (offset, pair) in whole.pairs.enumerated() { #expect(try opened.pair(offset) == pair) }
  }

  @Test(arguments: [StoredRelease.version1, StoredRelease.version2, StoredRelease.version3])
  func olderVersionsOpenPairByPair(_ path: String) throws {
    let whole = try ReleaseDirectory.read(path).release
    let opened = try ReleaseDirectory.open(path)
    #expect(opened.header == whole.header && opened.writtenVersion < ReleaseSchema.currentVersion)
    for (offset, pair) in whole.pairs.enumerated() { #expect(try opened.pair(offset) == pair) }
  }
}
