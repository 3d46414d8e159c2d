import Foundation
import ReleaseFormat
import StudyFile
import StudyModel
import StudyPipeline
import Testing

/// The studies in `data/studies` against the releases of them in `data/releases`, each under the same name.
@Suite struct RepositoryReleasesTests {
  private static let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "data")

  /// The folders in `data/<kind>` that hold that file.
  private static func names(_ kind: String, holding file: String) -> [String] {
    let folder = data.appending(path: kind)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter {
      FileManager.default.fileExists(atPath: folder.appending(path: "\($0)/\(file)").path)
    }
    .sorted()
  }

  /// Not those whose genome-wide files are simulated when the site is made.
  private static let studies = names("studies", holding: "study.yaml").filter { name in
    !FileManager.default.fileExists(atPath: data.appending(path: "studies/\(name)/simulation").path)
  }

  @Test func everyStudyHasItsReleaseAndEveryReleaseItsStudy() {
    #expect(!Self.studies.isEmpty, "data/studies holds no study.yaml")
    #expect(Self.studies == Self.names("releases", holding: "release.json"))
  }

  @Test(arguments: studies)
  func analysingAgainGivesTheCommittedRelease(_ name: String) async throws {
    let committed = try ReleaseDirectory.read(Self.data.appending(path: "releases/\(name)").path)
    let again = try await Self.analyse(name, concurrency: 2)
    let differences = try ReleaseTolerance().differences(from: committed.release, to: again)
    #expect(differences == [], "analysed again, \(name) gives other results than data/releases/\(name)")
  }

  @Test(arguments: studies)
  func twoAnalysesAgreeToTheByte(_ name: String) async throws {
    let first = try ReleaseDirectory.encode(try await Self.analyse(name, concurrency: 1))
    let second = try ReleaseDirectory.encode(try await Self.analyse(name, concurrency: 3))
    #expect(first.map(\.path) == second.map(\.path))
    #expect(first.map(\.bytes) == second.map(\.bytes))
  }

  private static func analyse(_ name: String, concurrency: Int) async throws -> Release {
    let study = try LoadedStudy.load(data.appending(path: "studies/\(name)/study.yaml").path)
    return try await AnalysisRun(studyFile: study, concurrency: concurrency, progress: { _ in }).run()
  }
}
