import StudyModel

/// The tables of a manuscript's supplement, S1 to S8: the same columns in a file of tab-separated text, beside a trait's
/// page, and as a sheet of the workbook.
package enum SupplementaryTable: String, CaseIterable, Sendable {
  case instruments
  case harmonised
  case estimates
  case heterogeneity
  case leaveOneOut = "leave_one_out"
  case presso = "mr_presso"
  case multiplicity
  case exclusions

  /// `S1` to `S8`.
  package var number: String { "S\((Self.allCases.firstIndex(of: self) ?? 0) + 1)" }

  /// `instruments.tsv`.
  package var fileName: String { "\(rawValue).tsv" }

  /// Whether the rows of one pair can be told apart from the others: families of tests hold many pairs.
  package var isByPair: Bool { self != .multiplicity }

  /// In the order of the cells.
  package var columns: [TableFileColumn] {
    switch self {
    case .instruments: InstrumentRows.columns
    case .harmonised: HarmonisedRows.columns
    case .estimates: EstimateRows.columns
    case .heterogeneity: HeterogeneityRows.columns
    case .leaveOneOut: LeaveOneOutRows.columns
    case .presso: PressoRows.columns
    case .multiplicity: MultiplicityRows.columns
    case .exclusions: ExclusionRows.columns
    }
  }

  /// The rows of one pair; none of a table that is not by pair.
  func rows(of pair: PairReport) -> [[TabSeparated.Cell]] {
    switch self {
    case .instruments: InstrumentRows.rows(of: pair)
    case .harmonised: HarmonisedRows.rows(of: pair)
    case .estimates: EstimateRows.rows(of: pair)
    case .heterogeneity: HeterogeneityRows.rows(of: pair)
    case .leaveOneOut: LeaveOneOutRows.rows(of: pair)
    case .presso: PressoRows.rows(of: pair)
    case .multiplicity: []
    case .exclusions: ExclusionRows.rows(of: pair)
    }
  }

  /// Every row of the study, or of the traits that are shown.
  func rows(of context: StudyContext) -> [[TabSeparated.Cell]] {
    guard isByPair else { return MultiplicityRows.rows(of: context) }
    return context.directions.flatMap(context.shownPairs).flatMap(rows)
  }

  /// Tab-separated, with a header line; `NA` where there is no value.
  func text(_ rows: [[TabSeparated.Cell]]) -> String {
    var table = TabSeparated(header: columns.map(\.name))
    for row in rows { table.add(row) }
    return table.text
  }
}

/// A column of a table that people and programs read.
package struct TableFileColumn: Hashable, Sendable {
  /// In the header of the file, and the code of its words: `column` heads the sheet, `column_note` explains it.
  package let name: String
  package let format: Format

  /// What its cells are, for the number format of a sheet.
  package enum Format: Hashable, Sendable {
    case text, count, number, share, pValue
  }

  init(_ name: String, _ format: Format = .text) { (self.name, self.format) = (name, format) }
}

/// What every table of pairs begins with.
enum PairCells {
  static let columns = ["pair", "exposure", "outcome", "direction"].map { TableFileColumn($0) }

  static func cells(_ pair: PairReport) -> [TabSeparated.Cell] {
    [
      .words(pair.result.id.rawValue), .words(pair.exposure.name), .words(pair.outcome.name),
      .words(pair.result.direction.rawValue),
    ]
  }
}
