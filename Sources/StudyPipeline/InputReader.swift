import Foundation
import GWASFormats
import ReleaseFormat
import StudyFile
import StudyModel

/// Reads the files of a study, each once, however many pairs use it.
struct InputReader {
  let studyFile: LoadedStudy
  let cache: ScanCache
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
    var results = ResultMatching(studyFile: studyFile)
    inputs.results = results.match(inputs)
    problems += results.problems
    do {
      try readTruthAndPublished(into: &inputs)
    } catch {
      problems += error.problems
    }
    guard problems.isEmpty else { throw InputError(problems) }
    try readGenomeWide(into: &inputs)
    inputs.files += inputs.genomeWide.files + (try describe(uses, inputs.summaries))
    inputs.files.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    return inputs
  }

  private func readGenomeWide(into inputs: inout StudyInputs) throws(InputError) {
    guard let settings = studyFile.design.settings.selection else { return }
    var tables: [TraitID: [VariantAssociation]] = [:]
    for pair in studyFile.design.pairs {
      guard case .tables(.table(let file)?, .genomeWide?)? = studyFile.files[pair.id] else { continue }
      tables[pair.exposure] = inputs.associations[file]
    }
    inputs.genomeWide = try GenomeWideReader(
      studyFile: studyFile,
      settings: settings,
      cache: cache,
      progress: progress
    ).read(tables: tables)
  }

  /// Which tables to read, and as what.
  private func distinctTables(_ uses: [TableUse]) -> [TableToRead] {
    var seen: Set<TableToRead> = []
    return uses.filter { $0.role != .genomeWide }.map { TableToRead(file: $0.file, kind: TableKind($0.role)) }
      .filter { seen.insert($0).inserted }
  }

  private func read(_ table: TableToRead, into inputs: inout StudyInputs) throws(InputError) {
    let content = SharedDigest()
    let reader = TableReader(
      path: studyFile.location(of: table.file),
      displayName: table.file.path,
      columns: table.file.columns,
      onContent: content.update
    )
    let (rows, layout, unused) = try read(table, by: reader, into: &inputs)
    // A table that is read in two ways is still one file; the first reading describes it.
    if inputs.summaries[table.file.path] == nil {
      inputs.summaries[table.file.path] = TableSummary(
        sha256: content.finish(),
        rows: rows,
        unusedRows: unused,
        layout: layout
      )
    }
  }

  private func read(
    _ table: TableToRead,
    by reader: TableReader,
    into inputs: inout StudyInputs
  ) throws(InputError) -> (rows: Int, layout: String, unused: Int) {
    switch table.kind {
    case .associations:
      let read = try reader.readAssociations()
      inputs.associations[table.file] = read.rows
      return (read.rowCount, read.layout, 0)
    case .harmonised:
      let read = try reader.readHarmonised()
      inputs.harmonised[table.file] = read.rows
      return (read.rowCount, read.layout, 0)
    case .estimates:
      let read = try reader.readEstimates()
      inputs.estimates[table.file] = read
      return (read.rowCount, read.layout, read.unusedRowCount)
    case .heterogeneity:
      let read = try reader.readHeterogeneity()
      inputs.heterogeneity[table.file] = read
      return (read.rowCount, read.layout, read.unusedRowCount)
    case .pleiotropy:
      let read = try reader.readPleiotropy()
      inputs.pleiotropy[table.file] = read
      return (read.rowCount, read.layout, read.unusedRowCount)
    }
  }

  private func report(_ done: Int, of total: Int) {
    progress(PipelineProgress(stage: "reading", done: done, total: total))
  }
}

/// A table under one reading of it.
private struct TableToRead: Hashable {
  var file: FileReference
  var kind: TableKind
}

/// The ways in which a table can be read.
private enum TableKind {
  case associations
  case harmonised
  case estimates
  case heterogeneity
  case pleiotropy

  init(_ role: InputFile.Role) {
    switch role {
    case .harmonised: self = .harmonised
    case .estimates: self = .estimates
    case .heterogeneity: self = .heterogeneity
    case .pleiotropy: self = .pleiotropy
    case .study, .instruments, .lookup, .correlations, .genomeWide, .index, .panel, .confounders, .truth,
      .published:
      self = .associations
    }
  }
}

// MARK: The list of inputs

extension InputReader {
  /// One entry a path and one for study.yaml. A file used for several traits is given to none,
  /// and its role is that of its first use.
  private func describe(
    _ uses: [TableUse],
    _ summaries: [String: TableSummary]
  ) throws(InputError) -> [InputFile] {
    var files = [try describeStudy()]
    if let correlations = studyFile.design.traitCorrelations { files.append(try describe(correlations)) }
    for (path, uses) in Dictionary(grouping: uses, by: \.file.path) {
      guard let summary = summaries[path], let first = uses.first else { continue }
      files.append(
        InputFile(
          id: path,
          role: first.role,
          trait: uses.allSatisfy { $0.trait == first.trait } ? first.trait : nil,
          sha256: summary.sha256,
          rows: summary.rows,
          unusedRows: summary.unusedRows > 0 ? summary.unusedRows : nil,
          layout: summary.layout
        )
      )
    }
    return files
  }

  private func describe(_ correlations: TraitCorrelations) throws(InputError) -> InputFile {
    InputFile(
      id: correlations.file,
      role: .correlations,
      trait: nil,
      sha256: ContentDigest.sha256(
        try bytes(studyFile.location(of: FileReference(path: correlations.file)), named: correlations.file)
      ),
      rows: correlations.traits.count,
      layout: "trait_correlations"
    )
  }

  private func bytes(_ path: String, named name: String) throws(InputError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      let summary = "cannot be read any more"
      throw InputError(InputProblem(file: name, summary: summary, remedy: "leave it in place"))
    }
    return [UInt8](data)
  }

  /// study.yaml itself; its rows are its lines.
  private func describeStudy() throws(InputError) -> InputFile {
    let bytes = try bytes(studyFile.path, named: studyFile.path)
    let newline = UInt8(ascii: "\n")
    let unfinished = bytes.isEmpty || bytes.last == newline ? 0 : 1
    return InputFile(
      id: String(studyFile.path.split(separator: "/").last ?? "study.yaml"),
      role: .study,
      trait: nil,
      sha256: ContentDigest.sha256(bytes),
      rows: bytes.count { $0 == newline } + unfinished,
      layout: "study_yaml"
    )
  }
}
