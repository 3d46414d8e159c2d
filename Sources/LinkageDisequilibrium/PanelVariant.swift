import StudyModel

/// One line of a .bim: a variant of the panel.
package struct PanelVariant: Hashable, Sendable {
  /// Of the line, from 0: the variant's place in the .bed.
  package var index: Int
  package var id: String
  /// Without `chr`; 23 and 25 are `X`, 24 is `Y`, 26 is `MT`.
  package var chromosome: String
  /// One-based.
  package var position: Int
  /// As the .bim writes them, in upper case: A1 (usually the rarer) and A2.
  package var firstAllele: String
  package var secondAllele: String

  package init(
    index: Int,
    id: String,
    chromosome: String,
    position: Int,
    firstAllele: String,
    secondAllele: String
  ) {
    self.index = index
    self.id = id
    self.chromosome = chromosome
    self.position = position
    self.firstAllele = firstAllele
    self.secondAllele = secondAllele
  }

  /// Whether the two alleles, in either order, are those given; on the other strand where `allowingStrandFlip`.
  package func hasAlleles(_ first: Allele, _ second: Allele, allowingStrandFlip: Bool = true) -> Bool {
    let own: Set = [firstAllele, secondAllele]
    if own == [first.rawValue, second.rawValue] { return true }
    guard allowingStrandFlip else { return false }
    return own == [first.reverseComplement.rawValue, second.reverseComplement.rawValue]
  }
}
