import StudyModel

/// The instruments of a trait as they came out of its genome-wide file, and everything that did not become one.
package struct SelectedInstruments: Hashable, Sendable {
  package var selection: TraitSelection
  /// Rows of the exposure's file, in its order.
  package var instruments: [VariantAssociation]
  /// Every candidate that is not among the instruments, of the stages before the look-up.
  package var exclusions: [Exclusion]

  package init(selection: TraitSelection, instruments: [VariantAssociation], exclusions: [Exclusion]) {
    self.selection = selection
    self.instruments = instruments
    self.exclusions = exclusions
  }
}

extension PairData {
  /// The threshold that the selection ended with; nil where instruments came selected.
  var selectionThreshold: Double? {
    switch self {
    case .selected(let selected, _), .selectedWithoutLookup(let selected): selected.selection.pThreshold
    default: nil
    }
  }
}
