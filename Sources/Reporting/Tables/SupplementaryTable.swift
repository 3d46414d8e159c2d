import StudyModel

/// The tables of a study: S1 to S8 of a manuscript's supplement, then those that only a site has. The same columns stand in
/// a file of tab-separated text, in that beside a trait's page, and in a sheet of the workbook.
package enum SupplementaryTable: String, CaseIterable, Sendable {
  case instruments
  case harmonised
  case estimates
  case heterogeneity
  case leaveOneOut = "leave_one_out"
  case presso = "mr_presso"
  case multiplicity
  case exclusions
  case checks
  case keyFigures = "key_figures"
  case steiger

  /// Those of a manuscript's supplement, in their order.
  package static let numbered: [SupplementaryTable] = [
    .instruments, .harmonised, .estimates, .heterogeneity, .leaveOneOut, .presso, .multiplicity, .exclusions,
  ]

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
    case .checks: CheckRows.columns
    case .keyFigures: KeyFigureRows.columns
    case .steiger: SteigerRows.columns
    }
  }

  /// The rows of one pair; none of a table that is not by pair.
  func rows(of pair: PairDetails) -> [[TabSeparated.Cell]] {
    switch self {
    case .instruments: InstrumentRows.rows(of: pair)
    case .harmonised: HarmonisedRows.rows(of: pair)
    case .estimates: EstimateRows.rows(of: pair)
    case .heterogeneity: HeterogeneityRows.rows(of: pair)
    case .leaveOneOut: LeaveOneOutRows.rows(of: pair)
    case .presso: PressoRows.rows(of: pair)
    case .multiplicity: []
    case .exclusions: ExclusionRows.rows(of: pair)
    case .checks: CheckRows.rows(of: pair)
    case .keyFigures: KeyFigureRows.rows(of: pair)
    case .steiger: SteigerRows.rows(of: pair)
    }
  }

  /// The rows of a table that is not by pair; none of one that is.
  func rows(of context: StudyContext) -> [[TabSeparated.Cell]] {
    isByPair ? [] : MultiplicityRows.rows(of: context)
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
      .words(pair.outline.id.rawValue), .words(pair.exposure.name), .words(pair.outcome.name),
      .words(pair.outline.direction.rawValue),
    ]
  }
}
