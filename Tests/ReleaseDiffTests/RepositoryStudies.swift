import Foundation
import ReleaseDiff
import ReleaseFormat
import StudyFile
import StudyModel
import StudyPipeline

/// The studies and releases that the repository holds.
enum RepositoryStudies {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let names = ["bmi-chd", "cytokines-diabetic-foot-ulcer", "immune-osteomyelitis"]

  static func folder(_ name: String) -> String { root.appending(path: "data/releases/\(name)").path }

  static func stored(version: Int) -> String {
    root.appending(path: "Tests/ReleaseFormatTests/Fixtures/release-v\(version)").path
  }

  static func release(_ name: String) throws -> Release { try ReleaseDirectory.read(folder(name)).release }

  static func studyPath(_ name: String) -> String {
    root.appending(path: "data/studies/\(name)/study.yaml").path
  }

  /// Analyses the study, changed before it is.
  static func analyse(_ name: String, _ change: (inout LoadedStudy) -> Void) async throws -> Release {
    var study = try LoadedStudy.load(studyPath(name))
    change(&study)
    return try await AnalysisRun(studyFile: study) { _ in }.run()
  }
}

extension ReleaseComparison {
  /// Of releases in memory.
  static func changes(
    _ old: Release,
    _ new: Release,
    middle: Release? = nil,
    rules: DiffRules = DiffRules()
  ) throws -> ReleaseChanges {
    try ReleaseComparison(
      old: OpenRelease(old),
      new: OpenRelease(new),
      middle: middle.map { try OpenRelease($0) },
      rules: rules
    ).changes()
  }
}

extension ReleaseChanges {
  /// `aspect.kind pair subject`, for what the tests expect.
  var names: [String] {
    changes.map { change in
      [change.name, change.pair?.rawValue, change.subject].compactMap { $0 }.joined(separator: " ")
    }
  }

  func change(_ name: String) -> Change? {
    zip(names, changes).first { $0.0 == name }?.1
  }
}

extension Release {
  /// The pair of that id, to be changed; the tests name ids that are there.
  subscript(_ id: String) -> PairResult {
    get { pairs[index(id)] }
    set { pairs[index(id)] = newValue }
  }

  private func index(_ id: String) -> Int { pairs.firstIndex { $0.id.rawValue == id } ?? 0 }
}
