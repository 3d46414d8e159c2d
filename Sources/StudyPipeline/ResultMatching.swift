import GWASFormats
import MendelianRandomization
import StudyFile
import StudyModel

/// Gives the rows of another tool's result tables to the pairs of the study. A row that belongs to no pair, or to
/// one that has such a row already, is a problem: nothing is left out silently.
struct ResultMatching {
  let studyFile: LoadedStudy
  /// In the order in which files were first found wanting.
  private var lists: [(file: String, list: ProblemList)] = []

  init(studyFile: LoadedStudy) { self.studyFile = studyFile }

  /// Up to twenty of each file, and how many more there are.
  var problems: [InputProblem] { lists.flatMap(\.list.listed) }

  /// What the tables that could be read say of each pair.
  mutating func match(_ inputs: StudyInputs) -> [PairID: SuppliedResults] {
    var results: [PairID: SuppliedResults] = [:]
    for direction in Direction.allCases {
      guard let files = resultFiles(direction) else { continue }
      // What the other tables say is checked beside the estimates, so without these it says nothing yet.
      guard let estimates = inputs.estimates[files.estimates] else { continue }
      let matched = match(estimates, files, inputs, direction)
      check(matched, files)
      results.merge(matched) { first, _ in first }
    }
    return results
  }

  private func resultFiles(_ direction: Direction) -> ResultFiles? {
    for pair in studyFile.design.pairs where pair.direction == direction {
      if case .results(let files)? = studyFile.files[pair.id] { return files }
    }
    return nil
  }

  private mutating func match(
    _ estimates: ResultTable<SuppliedEstimate>,
    _ files: ResultFiles,
    _ inputs: StudyInputs,
    _ direction: Direction
  ) -> [PairID: SuppliedResults] {
    var results: [PairID: SuppliedResults] = [:]
    for (pair, row) in rows(estimates, of: files.estimates, direction, line: \.line, key: \.method.rawValue) {
      results[pair, default: SuppliedResults()].estimates.append(row)
    }
    checkTestedMethods(estimates, files.estimates, direction)
    if let file = files.heterogeneity, let table = inputs.heterogeneity[file] {
      for (pair, row) in rows(table, of: file, direction, line: \.line, key: \.method.rawValue) {
        guard hasEstimates(results[pair], file, line: row.line) else { continue }
        results[pair]?.heterogeneity.append(row)
      }
    }
    if let file = files.pleiotropy, let table = inputs.pleiotropy[file] {
      for (pair, row) in rows(table, of: file, direction, line: \.line, key: { _ in "" }) {
        guard hasEstimates(results[pair], file, line: row.line) else { continue }
        results[pair]?.pleiotropy = row
      }
    }
    return results
  }

  /// Every row with its pair; rows without a pair, and second rows of one pair and key, are noted and left out.
  private mutating func rows<Value>(
    _ table: ResultTable<Value>,
    of file: FileReference,
    _ direction: Direction,
    line: (Value) -> Int,
    key: (Value) -> String
  ) -> [(PairID, Value)] {
    var firstLines: [String: Int] = [:]
    return table.rows.compactMap { row in
      let value = row.value
      do throws(ResultNames.Mismatch) {
        let trait = try studyFile.resultNames.panelTrait(
          exposure: row.exposure,
          outcome: row.outcome,
          direction: direction
        )
        let pair = PairID(trait: trait, direction: direction)
        let slot = "\(pair.rawValue) \(key(value))"
        guard let first = firstLines[slot] else {
          firstLines[slot] = line(value)
          return (pair, value)
        }
        let summary = "line \(first) holds the same exposure, outcome and method"
        note(
          file.path,
          line(value),
          key(value).isEmpty ? "line \(first) is of the same pair" : summary,
          "keep one"
        )
      } catch {
        note(file.path, line(value), error.summary, error.remedy())
      }
      return nil
    }
  }

  private mutating func hasEstimates(_ results: SuppliedResults?, _ file: FileReference, line: Int) -> Bool {
    if results != nil { return true }
    note(file.path, line, "the estimates hold no row of this pair", "add one there or delete this row")
    return false
  }

  /// Without a row of any method that the study tests, no pair would have a test, save those of one variant.
  private mutating func checkTestedMethods(
    _ table: ResultTable<SuppliedEstimate>,
    _ file: FileReference,
    _ direction: Direction
  ) {
    let settings = studyFile.design.settings
    let families = settings.families.filter { $0.directions.contains(direction) }
    let held = table.rows.map(\.value.method).filter { $0 != .waldRatio }
    let tested = [settings.primaryMethod] + families.map(\.method)
    guard !held.isEmpty, !tested.contains(where: held.contains) else { return }
    let choices = MethodID.allCases.filter(held.contains).map(\.rawValue)
    note(
      file.path,
      nil,
      "no row is of the primary method '\(settings.primaryMethod.rawValue)'",
      "set 'primary_method' in study.yaml to one that the table holds: \(choices.joined(separator: ", "))"
    )
  }

  private mutating func check(_ results: [PairID: SuppliedResults], _ files: ResultFiles) {
    let findings = results.values.flatMap(SuppliedResultsCheck.findings)
    for (role, file) in [
      (InputFile.Role.estimates, files.estimates), (.heterogeneity, files.heterogeneity),
      (.pleiotropy, files.pleiotropy),
    ] {
      guard let file else { continue }
      for finding in findings.filter({ $0.table == role }).sorted(by: { $0.line < $1.line }) {
        note(file.path, finding.line, finding.summary, finding.remedy)
      }
    }
  }

  private mutating func note(
    _ file: String,
    _ line: Int?,
    _ summary: String,
    _ remedy: @autoclosure () -> String
  ) {
    let index = lists.firstIndex { $0.file == file } ?? lists.count
    if index == lists.count { lists.append((file, ProblemList(file: file))) }
    lists[index].list.add(line: line, summary, remedy: lists[index].list.isFull ? nil : remedy())
  }
}
