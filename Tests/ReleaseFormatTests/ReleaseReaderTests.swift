import Foundation
import ReleaseFormat
import StudyModel
import Testing

/// Each test harms a good release in one way; the message must name the file.
@Suite struct ReleaseReaderTests {
  private let folder: TemporaryFolder
  private var directory: String { folder.path + "/r" }

  init() throws {
    folder = try TemporaryFolder()
    try ReleaseDirectory.write(try #require(PopulatedRelease.release), to: folder.path + "/r")
  }

  private func edit(_ file: String, _ change: (String) -> String) throws {
    let url = URL(fileURLWithPath: directory).appending(path: file)
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    try Data(change(text).utf8).write(to: url)
  }

  private func replace(_ old: String, _ new: String, in file: String) throws {
    try edit(file) { text in
      #expect(text.contains(old))
      return text.replacingOccurrences(of: old, with: new)
    }
  }

  private func message() -> String {
    do {
      _ = try ReleaseDirectory.read(directory)
      return "no error"
    } catch {
      return error.description
    }
  }

  /// What is said where the release is opened and its pairs are read one by one.
  private func messageOfOpening() -> String {
    do {
      let release = try ReleaseDirectory.open(directory)
      var problems: [InputProblem] = []
      for offset in release.entries.indices {
        do throws(InputError) { _ = try release.pair(offset) } catch { problems += error.problems }
      }
      return problems.isEmpty ? "no error" : InputError(problems).description
    } catch {
      return "\(error)"
    }
  }

  /// What is said where the release is opened and all its pairs are looked through.
  private func messageOfSurvey() -> String {
    do {
      let found = try ReleaseDirectory.open(directory).survey { $0.id }
      return "no error, \(found.count) pairs"
    } catch {
      return error.description
    }
  }

  private func expectMessage(_ parts: String..., sourceLocation: SourceLocation = #_sourceLocation) {
    let message = message()
    for part in parts {
      #expect(message.contains(part), "\(message)", sourceLocation: sourceLocation)
    }
    for other in [messageOfOpening(), messageOfSurvey()] {
      for part in parts {
        #expect(other.contains(part), "\(other)", sourceLocation: sourceLocation)
      }
    }
  }

  @Test func aSurveyKeepsWhatIsAskedForOfEveryPairInOrder() throws {
    let release = try #require(PopulatedRelease.release)
    let kept = try ReleaseDirectory.open(directory).survey { "\($0.id) \($0.variants.count)" }
    #expect(kept == release.pairs.map { "\($0.id) \($0.variants.count)" })
    #expect(kept.count > 1)
  }

  @Test func everyFileOfAnOpenReleaseIsHandedOnAsItStands() throws {
    let loaded = try ReleaseDirectory.read(directory)
    for opened in try [ReleaseDirectory.open(directory), OpenRelease(loaded.release)] {
      var files: [(path: String, bytes: [UInt8])] = []
      try opened.eachFile { files.append(($0, $1)) }
      #expect(files.map(\.path) == loaded.files.map(\.path))
      #expect(files.map(\.bytes) == loaded.files.map(\.bytes))
      #expect(opened.filePaths == loaded.files.map(\.path))
    }
  }

  @Test func aFileLargerThanTheLimitIsNotRead() {
    #expect(truncate(directory + "/conclusions.json", off_t(ReleaseDirectory.largestFile) + 1) == 0)
    expectMessage("r/conclusions.json: is larger than 256 MiB, the most that is read")
  }

  @Test func notesBesideTheFilesAreTolerated() throws {
    try edit("README.md") { _ in "Mine" }
    try edit(".DS_Store") { _ in "x" }
    #expect(try ReleaseDirectory.read(directory).files.count == 6)
  }

  @Test func strangersAreNamed() throws {
    try edit("notes.doc") { _ in "" }
    try edit("pairs/x.json") { _ in "" }
    expectMessage("r/notes.doc: is no part of a release; remove it", "r/pairs/x.json: is no part")
  }

  @Test func unlistedPairIsNamed() throws {
    try edit("pairs/IL8.forward.json") { _ in "{}" }
    expectMessage("r/pairs/IL8.forward.json: is not listed in pairs.jsonl")
  }

  @Test func changedPairIsNamed() throws {
    try edit("pairs/CRP.forward.json") { $0 + " " }
    expectMessage(
      "r/pairs/CRP.forward.json: does not have the checksum that pairs.jsonl gives; "
        + "the release was changed after it was written; analyse again"
    )
  }

  @Test func everyMissingFileIsNamed() throws {
    let release = try #require(PopulatedRelease.release)
    for file in ["pairs/CRP.reverse.json", "conclusions.json", "pairs.jsonl"] {
      try ReleaseDirectory.write(release, to: directory)
      try FileManager.default.removeItem(atPath: directory + "/" + file)
      expectMessage("r/\(file): is ", "missing from the release; analyse again")
    }
    try ReleaseDirectory.write(release, to: directory)
    try FileManager.default.removeItem(atPath: directory + "/release.json")
    expectMessage("\(directory): is not a release: it holds no release.json")
    try FileManager.default.removeItem(atPath: directory)
    expectMessage("\(directory): is not a folder that can be read")
  }

  @Test func truncatedFilesAreNamedWithTheLine() throws {
    try edit("conclusions.json") { String($0.prefix(40)) }
    expectMessage("r/conclusions.json:4: the file ends in the middle")
    try edit("pairs.jsonl") { String($0.dropLast(20)) }
    expectMessage("r/pairs.jsonl:3: the last line is cut off")
  }

  @Test func aLineThatListsAPairTwiceIsNamed() throws {
    try edit("pairs.jsonl") { $0 + $0 }
    expectMessage("r/pairs.jsonl:4: id and file do not name one pair", "r/pairs.jsonl:6: ")
  }

  @Test func aPathOutOfTheReleaseIsRefused() throws {
    try replace("\"pairs/CRP.forward.json\"", "\"../x.json\"", in: "pairs.jsonl")
    expectMessage("r/pairs.jsonl:1: id and file do not name one pair")
  }

  @Test func anIndexThatContradictsAPairIsNamed() throws {
    try replace("\"candidates\": 12", "\"candidates\": 13", in: "pairs.jsonl")
    expectMessage("r/pairs.jsonl:1: says something else of CRP.forward")
  }

  @Test func anOrderUnlikeTheDesignsIsNamed() throws {
    try edit("pairs.jsonl") { $0.split(separator: "\n").reversed().joined(separator: "\n") + "\n" }
    expectMessage("r/pairs.jsonl: does not list the pairs of release.json: their order differs")
  }

  @Test func aMissingKeyIsNamedWithItsPlace() throws {
    try replace("\"benjamini_hochberg\"", "\"other\"", in: "conclusions.json")
    expectMessage("r/conclusions.json: families[0].tests[0] lacks \"benjamini_hochberg\"")
  }

  @Test func aWrongTypeIsNamedWithItsPlace() throws {
    try replace("\"declared\": 2", "\"declared\": \"two\"", in: "conclusions.json")
    expectMessage("r/conclusions.json: families[0].declared is not of the type Int")
  }

  @Test func aFamilyOfUnknownPairsIsNamed() throws {
    try replace("\"pair\": \"CRP.forward\"", "\"pair\": \"IL8.forward\"", in: "conclusions.json")
    expectMessage("r/conclusions.json: the family all holds IL8.forward")
  }

  @Test func aNegativePValueIsNamed() throws {
    try replace("\"bonferroni\": 2.2", "\"bonferroni\": -2.2", in: "conclusions.json")
    expectMessage("r/conclusions.json: the family all gives CRP.forward a Bonferroni p value that is not")
  }

  @Test func anInputThatIsNotListedIsNamed() throws {
    try replace("\"exposures/CRP.tsv\"", "\"exposures/IL6.tsv\"", in: "release.json")
    expectMessage("r/pairs/CRP.forward.json: was read from \"exposures/CRP.tsv\"")
  }

  @Test func newerSchemaAsksForAnUpdate() throws {
    try replace("\"schema_version\": 4", "\"schema_version\": 5", in: "release.json")
    try edit("appraisals.json") { _ in "{}" }
    expectMessage("r/release.json: the release has schema version 5", "update mrreport")
  }

  @Test func schemaBelowOneIsRefused() throws {
    try replace("\"schema_version\": 4", "\"schema_version\": 0", in: "release.json")
    expectMessage("r/release.json: no release has schema version 0")
  }
}
