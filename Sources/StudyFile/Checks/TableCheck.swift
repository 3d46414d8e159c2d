import Foundation
import StrictYAML
import StudyModel

/// The tables that study.yaml names are there, and each is read by some pair.
struct TableCheck {
  /// What relative paths start from.
  let directory: String

  /// - Parameters:
  ///   - traits: the disease and the panel.
  ///   - results: the key of that name.
  ///   - others: paths of tables that belong to no trait.
  func problems(
    _ traits: [CheckedMapping],
    results: CheckedMapping?,
    others: [CheckedValue]
  ) -> [YAMLProblem] {
    (resultTables(results) + others).compactMap(missing)
      + traits.flatMap { trait in
        let harmonised = trait.mapping("harmonised")
        let tables =
          ["instruments", "lookup", "gwas"].map(trait.mapping)
          + Direction.allCases.map { harmonised?.mapping($0.rawValue) }
        return tables.compactMap { $0?.entries["file"]?.value }.compactMap(missing) + unread(trait)
      }
  }

  private func resultTables(_ results: CheckedMapping?) -> [CheckedValue] {
    Direction.allCases.compactMap { results?.mapping($0.rawValue) }.flatMap { tables in
      ResultKeys.tableKeys.compactMap { tables.entries[$0]?.value }
    }
  }

  /// The path as the file system knows it.
  static func resolve(_ path: String, in directory: String) -> String {
    path.hasPrefix("/") ? path : directory.hasSuffix("/") ? directory + path : "\(directory)/\(path)"
  }

  private func missing(_ value: CheckedValue) -> YAMLProblem? {
    value.text.flatMap { missing($0, at: value.position) }
  }

  /// What keeps the file from being read; nil where nothing does.
  func missing(_ path: String, at position: YAMLPosition) -> YAMLProblem? {
    var isDirectory: ObjCBool = false
    let resolved = Self.resolve(path, in: directory)
    guard FileManager.default.fileExists(atPath: resolved, isDirectory: &isDirectory) else {
      let summary = "there is no file '\(path)'"
      return YAMLProblem(
        position,
        summary,
        remedy: "paths start from the folder of study.yaml; correct it"
      )
    }
    guard !isDirectory.boolValue else {
      return YAMLProblem(position, "'\(path)' is a folder", remedy: "name the table in it")
    }
    guard FileManager.default.isReadableFile(atPath: resolved) else {
      return YAMLProblem(
        position,
        "'\(path)' cannot be read",
        remedy: "check the permissions of the file"
      )
    }
    return nil
  }

  /// A trait's own table that a harmonised one leaves without a reader.
  private func unread(_ trait: CheckedMapping) -> [YAMLProblem] {
    [("instruments", Direction.forward), ("lookup", .reverse)].compactMap { key, direction in
      guard trait.entries[key] != nil, trait.mapping("harmonised")?.mapping(direction.rawValue) != nil else {
        return nil
      }
      let other = "harmonised.\(direction.rawValue)"
      let summary = "'\(key)' would not be read, for '\(other)' takes its place"
      return YAMLProblem(trait.position(of: key), summary, remedy: "delete one of the two")
    }
  }
}
