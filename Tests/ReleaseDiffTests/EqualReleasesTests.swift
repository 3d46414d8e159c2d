import Foundation
import ReleaseDiff
import ReleaseFormat
import StudyModel
import Testing

/// A release compared with itself, as it stands or brought to the current version, is no change.
@Suite struct EqualReleasesTests {
  @Test(arguments: RepositoryStudies.names)
  func aReleaseDoesNotDifferFromItself(_ name: String) throws {
    let opened = try ReleaseDirectory.open(RepositoryStudies.folder(name))
    let changes = try ReleaseComparison(old: opened, new: opened).changes()
    #expect(changes.changes == [])
    #expect(changes.verdict.code == .identical && changes.verdict.failing == [])
    #expect(changes.pairs.count == opened.entries.count)
    #expect(changes.pairs.allSatisfy { $0.state == .unchanged && $0.old == $0.new })
  }

  @Test(arguments: 1...4)
  func anOldVersionDoesNotDifferFromItselfInTheCurrentOne(_ version: Int) throws {
    let old = try ReleaseDirectory.open(RepositoryStudies.stored(version: version))
    let new = try OpenRelease(ReleaseDirectory.read(RepositoryStudies.stored(version: version)).release)
    let changes = try ReleaseComparison(old: old, new: new).changes()
    if version == ReleaseSchema.currentVersion {
      #expect(changes.changes == [])
    } else {
      #expect(changes.names == ["schema_version.changed"])
      #expect(changes.changes.first?.old == "\(version)" && changes.changes.first?.new == "4")
      #expect(changes.verdict.code == .conclusionsStand)
    }
    #expect(changes.pairs.allSatisfy { [.unchanged, .withinTolerance].contains($0.state) })
  }

  /// A pair whose checksum is the same is not looked into, but it must be the file that has it.
  @Test func anExchangedFileIsNoEqualOne() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mrreport-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = URL(fileURLWithPath: RepositoryStudies.folder("bmi-chd"))
    try FileManager.default.copyItem(at: source, to: folder)
    let old = try ReleaseDirectory.open(source.path)
    let new = try ReleaseDirectory.open(folder.path)
    #expect(try ReleaseComparison(old: old, new: new).changes().changes == [])
    let pairs = folder.appending(path: "pairs")
    try Data(contentsOf: pairs.appending(path: "BMI.reverse.json"))
      .write(to: pairs.appending(path: "BMI.forward.json"))
    let error = #expect(throws: InputError.self) { try ReleaseComparison(old: old, new: new).changes() }
    #expect(error?.description.contains("/pairs/BMI.forward.json: does not have the checksum") == true)
  }

  @Test func aDamagedPairIsRefusedWithItsFile() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mrreport-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let old = try RepositoryStudies.release("immune-osteomyelitis")
    var new = old
    new["CRP.forward"].estimates[1].result?.estimate.standardError += 0.01
    // Another number than pairs.jsonl has would be refused for that.
    try ReleaseDirectory.write(new, to: folder.path)
    let file = folder.appending(path: "pairs/CRP.forward.json")
    let bytes = try Data(contentsOf: file)
    try bytes.dropLast(100).write(to: file)
    let opened = try ReleaseDirectory.open(folder.path)
    let error = #expect(throws: InputError.self) {
      try ReleaseComparison(old: OpenRelease(old), new: opened).changes()
    }
    #expect(error?.description.contains("/pairs/CRP.forward.json: does not have the checksum") == true)
  }

  @Test func onlyTheChangedPairIsOpened() throws {
    let old = try RepositoryStudies.release("immune-osteomyelitis")
    var new = old
    new["CRP.forward"].estimates[1].result?.estimate.value += 0.01
    let changes = try ReleaseComparison.changes(old, new)
    #expect(changes.names == ["estimate.moved CRP.forward ivw_random_effects"])
    #expect(changes.pairs.filter { $0.state != .unchanged }.map(\.id.rawValue) == ["CRP.forward"])
    #expect(changes.pairs.first { $0.state == .changed }?.changes == 1)
  }

  @Test func anotherStudyIsRefused() throws {
    let old = try RepositoryStudies.release("bmi-chd")
    let new = try RepositoryStudies.release("immune-osteomyelitis")
    let error = #expect(throws: InputError.self) { try ReleaseComparison.changes(old, new) }
    #expect(
      error?.description.contains("of the study immune-osteomyelitis, and bmi-chd is one of bmi-chd") == true
    )
  }

  @Test func theValueSurvivesItsFile() throws {
    let old = try RepositoryStudies.release("immune-osteomyelitis")
    var new = old
    new["CRP.forward"].estimates[1].result?.estimate.pValue = PValue(negativeLog10: 400)
    new.header.design.panel.traits[0].name = "Ω “quoted”\n"
    var changes = try ReleaseComparison.changes(old, new, middle: old)
    changes.history = try ReleaseHistory([OpenRelease(old), OpenRelease(new)], rules: DiffRules()).history()
    let again = try ReleaseChanges.decode(changes.encoded(), file: "diff.json")
    #expect(again == changes)
    let p = changes.change("estimate.moved CRP.forward ivw_random_effects")?.numbers.first { $0.hasMoved }
    #expect(p?.field == "neg_log10_p" && p?.new == 400)
    let error = #expect(throws: InputError.self) {
      try ReleaseChanges.decode(Array("{}".utf8), file: "x.json")
    }
    #expect(error?.description.hasPrefix("x.json: schema_version is 0") == true)
  }
}
