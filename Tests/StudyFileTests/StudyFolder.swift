import Foundation
import StudyFile
import StudyModel

/// A study folder that lives as long as this object: study.yaml and tables that hold nothing.
final class StudyFolder {
  let path: String

  /// - Parameter files: other files, by their names.
  init(
    _ yaml: String,
    tables: [String] = ["i.tsv", "l.tsv", "h.tsv"],
    files: [String: String] = [:]
  ) throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("study-\(UUID().uuidString)")
    path = url.path
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    try yaml.write(to: url.appendingPathComponent("study.yaml"), atomically: true, encoding: .utf8)
    for table in tables { try Data().write(to: url.appendingPathComponent(table)) }
    for (name, text) in files {
      let file = url.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var file: String { path + "/study.yaml" }

  func load() throws -> LoadedStudy { try LoadedStudy.load(file) }

  /// `line:column: summary; remedy` for every problem.
  func problems() -> [String] {
    do {
      _ = try LoadedStudy.load(file)
      return []
    } catch {
      return error.problems.map { String($0.description.dropFirst(file.count + 1)) }
    }
  }
}

/// A small study.yaml in order; tests change lines of it.
enum SampleStudy {
  static let yaml = """
    id: s
    title: T
    question: Q
    authors: [A]
    date: 2026-11-24
    seed: 7
    disease:
      id: D
      name: Disease
      type: binary
      instruments: i.tsv
      lookup: l.tsv
    panel:
      name: traits
      member: trait
      traits:
        - id: A
          name: Alpha
          type: continuous
          group: Proteins
          instruments: i.tsv
          lookup: l.tsv
        - id: B
          name: Beta
          type: continuous

    """

  /// The study with one line replaced, numbered from one.
  static func replacing(line: Int, with text: String) -> String {
    var lines = yaml.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines[line - 1] = text
    return lines.joined(separator: "\n")
  }

  static func problems(line: Int, with text: String) throws -> [String] {
    try StudyFolder(replacing(line: line, with: text)).problems()
  }

  static func problems(adding text: String) throws -> [String] { try StudyFolder(yaml + text).problems() }
}
