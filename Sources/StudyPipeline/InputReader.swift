import Foundation
import GWASFormats
import ReleaseFormat
import StudyFile
import StudyModel

/// Reads the files of a study, each once, however many pairs use it.
struct InputReader {
  let studyFile: LoadedStudy
  let progress: @Sendable (PipelineProgress) -> Void

  /// Throws the problems of all files together, in the order in which the study first uses them.
  func read() throws(InputError) -> StudyInputs {
    let uses = studyFile.design.pairs.flatMap(studyFile.uses)
    let tables = distinctTables(uses)
    var inputs = StudyInputs()
    var problems: [InputProblem] = []
    report(0, of: tables.count)
    for (index, table) in tables.enumerated() {
      do {
        try read(table, into: &inputs)
      } catch {
        problems += error.problems.filter { !problems.contains($0) }
      }
      report(index + 1, of: tables.count)
    }
    guard problems.isEmpty else { throw InputError(problems) }
    inputs.files = try describe(uses, inputs.summaries)
    return inputs
  }

  /// Which tables to read, and whether as harmonised ones.
  private func distinctTables(_ uses: [TableUse]) -> [TableToRead] {
    var seen: Set<TableToRead> = []
    return uses.map { TableToRead(file: $0.file, isHarmonised: $0.role == .harmonised) }
      .filter { seen.insert($0).inserted }
  }

  private func read(_ table: TableToRead, into inputs: inout StudyInputs) throws(InputError) {
    let content = RunningDigest()
    let reader = TableReader(
      path: studyFile.location(of: table.file),
      displayName: table.file.path,
      columns: table.file.columns,
      onContent: { content.digest.update($0) }
    )
    let rows: Int
    let layout: String
    if table.isHarmonised {
      let read = try reader.readHarmonised()
      inputs.harmonised[table.file] = read.rows
      (rows, layout) = (read.rowCount, read.layout)
    } else {
      let read = try reader.readAssociations()
      inputs.associations[table.file] = read.rows
      (rows, layout) = (read.rowCount, read.layout)
    }
    // A table that is read in two ways is still one file; the first reading describes it.
    if inputs.summaries[table.file.path] == nil {
      inputs.summaries[table.file.path] = TableSummary(
        sha256: content.digest.finish(),
        rows: rows,
        layout: layout
      )
    }
  }

  private func report(_ done: Int, of total: Int) {
    progress(PipelineProgress(stage: "reading", done: done, total: total))
  }
}

/// A table under one reading of it.
private struct TableToRead: Hashable {
  var file: FileReference
  var isHarmonised: Bool
}

/// A digest that the closure which sees the bytes and the reader of its result share.
private final class RunningDigest {
  var digest = ContentDigest()
}

// MARK: The list of inputs

extension InputReader {
  /// One entry a path and one for study.yaml, sorted by id. A file used for several traits is given to none,
  /// and its role is that of its first use.
  private func describe(
    _ uses: [TableUse],
    _ summaries: [String: TableSummary]
  ) throws(InputError) -> [InputFile] {
    var files = [try describeStudy()]
    for (path, uses) in Dictionary(grouping: uses, by: \.file.path) {
      guard let summary = summaries[path], let first = uses.first else { continue }
      files.append(
        InputFile(
          id: path,
          role: first.role,
          trait: uses.allSatisfy { $0.trait == first.trait } ? first.trait : nil,
          sha256: summary.sha256,
          rows: summary.rows,
          layout: summary.layout
        )
      )
    }
    return files.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// study.yaml itself; its rows are its lines.
  private func describeStudy() throws(InputError) -> InputFile {
    guard let data = FileManager.default.contents(atPath: studyFile.path) else {
      let summary = "cannot be read any more"
      throw InputError(InputProblem(file: studyFile.path, summary: summary, remedy: "leave it in place"))
    }
    let bytes = [UInt8](data)
    let newline = UInt8(ascii: "\n")
    let unfinished = bytes.isEmpty || bytes.last == newline ? 0 : 1
    return InputFile(
      id: (studyFile.path as NSString).lastPathComponent,
      role: .study,
      trait: nil,
      sha256: ContentDigest.sha256(bytes),
      rows: bytes.count { $0 == newline } + unfinished,
      layout: "study_yaml"
    )
  }
}
