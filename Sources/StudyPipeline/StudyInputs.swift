import GWASFormats
import MendelianRandomization
import StudyFile
import StudyModel

/// Everything that was read, by the file it was read from.
struct StudyInputs: Sendable {
  var associations: [FileReference: [VariantAssociation]] = [:]
  var harmonised: [FileReference: [SuppliedHarmonisedRow]] = [:]
  var estimates: [FileReference: ResultTable<SuppliedEstimate>] = [:]
  var heterogeneity: [FileReference: ResultTable<SuppliedHeterogeneity>] = [:]
  var pleiotropy: [FileReference: ResultTable<SuppliedPleiotropy>] = [:]
  /// What the result tables say of the pairs that they speak of.
  var results: [PairID: SuppliedResults] = [:]
  /// By path.
  var summaries: [String: TableSummary] = [:]
  /// What was selected from genome-wide files and looked up in them.
  var genomeWide = GenomeWideInputs()
  var truth: SimulationTruth?
  var published: [PublishedEstimate]?
  /// For the release; sorted by id.
  var files: [InputFile] = []

  /// What the study supplies of a pair.
  func data(_ files: PairFiles, of pair: PairDesign) -> PairData {
    switch files {
    case .none, .tables(instruments: nil, lookup: _): return .instrumentsNotSupplied
    case .tables(instruments: .table(let instruments)?, lookup: nil):
      return .lookupNotSupplied(candidates: associations[instruments] ?? [])
    case .tables(instruments: .table(let instruments)?, lookup: let lookup?):
      return .candidates(exposure: associations[instruments] ?? [], outcome: outcome(lookup, pair))
    case .tables(instruments: .genomeWide?, lookup: let lookup):
      guard let selected = genomeWide.selected[pair.exposure] else { return .instrumentsNotSupplied }
      guard let lookup else { return .selectedWithoutLookup(selected) }
      return .selected(selected, outcome: outcome(lookup, pair))
    case .results: return results[pair.id].map(PairData.results) ?? .resultsNotSupplied
    case .harmonised(let file): return .harmonised(harmonised[file] ?? [])
    }
  }
}

extension StudyInputs {
  private func outcome(_ file: VariantFile, _ pair: PairDesign) -> [VariantAssociation] {
    switch file {
    case .table(let table): associations[table] ?? []
    case .genomeWide: genomeWide.lookups[pair.outcome]?[pair.exposure] ?? []
    }
  }
}

/// What a release says of one file.
struct TableSummary: Hashable, Sendable {
  /// Of the decompressed content, lower-case hexadecimal.
  var sha256: String
  var rows: Int
  /// See `InputFile.unusedRows`.
  var unusedRows = 0
  var layout: String
}
