import StudyModel

/// What a study supplies of one pair.
package enum PairData: Sendable {
  /// Candidate instruments with their effects on the exposure, and the outcome's rows that may match them.
  case candidates(exposure: [VariantAssociation], outcome: [VariantAssociation])
  /// Instruments that were selected from a genome-wide file, and the outcome's rows that may match them, under the
  /// instruments' names.
  case selected(SelectedInstruments, outcome: [VariantAssociation])
  /// A table that was harmonised before.
  case harmonised([SuppliedHarmonisedRow])
  /// Another tool's results, and no variants.
  case results(SuppliedResults)
  /// Result tables that do not speak of the pair.
  case resultsNotSupplied
  /// Nothing.
  case instrumentsNotSupplied
  /// Candidates, but no look-up of them in the outcome.
  case lookupNotSupplied(candidates: [VariantAssociation])
  /// Instruments that were selected from a genome-wide file, but no look-up of them in the outcome.
  case selectedWithoutLookup(SelectedInstruments)
}

extension PairData {
  /// What another tool found; empty where its tables do not speak of the pair, nil where there are none.
  var suppliedResults: SuppliedResults? {
    switch self {
    case .results(let supplied): supplied
    case .resultsNotSupplied: SuppliedResults()
    case .candidates, .selected, .harmonised, .instrumentsNotSupplied, .lookupNotSupplied,
      .selectedWithoutLookup:
      nil
    }
  }
}
