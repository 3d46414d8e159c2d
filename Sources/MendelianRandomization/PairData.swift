import StudyModel

/// What a study supplies of one pair.
package enum PairData: Sendable {
  /// Candidate instruments with their effects on the exposure, and the outcome's rows that may match them.
  case candidates(exposure: [VariantAssociation], outcome: [VariantAssociation])
  /// A table that was harmonised before.
  case harmonised([SuppliedHarmonisedRow])
  /// Nothing.
  case instrumentsNotSupplied
  /// Candidates, but no look-up of them in the outcome.
  case lookupNotSupplied(candidates: [VariantAssociation])
}
