import StudyModel

/// The alleles a row names; either may be unknown.
package struct AllelePair: Hashable, Sendable {
  package var effect: Allele?
  package var other: Allele?

  package init(effect: Allele?, other: Allele?) {
    self.effect = effect
    self.other = other
  }

  /// As the row names them.
  package init(_ row: VariantAssociation) { self.init(effect: row.effectAllele, other: row.otherAllele) }

  /// Effect and other allele in each other's place.
  package var exchanged: AllelePair { AllelePair(effect: other, other: effect) }

  /// Both alleles read from the other strand.
  package var onOtherStrand: AllelePair {
    AllelePair(effect: effect?.reverseComplement, other: other?.reverseComplement)
  }

  /// Both alleles are known.
  package var isComplete: Bool { effect != nil && other != nil }

  /// Both alleles are the same one: no variant at all.
  package var isIdentical: Bool { isComplete && effect == other }

  /// Each allele is the other one read from the other strand (A/T, C/G, AC/GT): letters cannot tell the
  /// strand.
  package var isPalindromic: Bool { isComplete && effect?.reverseComplement == other }

  /// Either allele is a code, I or D, instead of bases.
  package var hasIndelCode: Bool { [effect, other].contains { $0?.isIndelCode == true } }

  /// The alleles known here, completed by those of a pair that speaks of the same effect allele.
  package func filled(from pair: AllelePair) -> AllelePair {
    AllelePair(effect: effect ?? pair.effect, other: other ?? pair.other)
  }

  /// Whether no allele contradicts the other pair's and at least one agrees.
  package func agrees(with pair: AllelePair) -> Bool {
    let known = [(effect, pair.effect), (other, pair.other)].filter { $0.0 != nil && $0.1 != nil }
    return !known.isEmpty && known.allSatisfy { $0.0 == $0.1 }
  }

  /// Puts bases for the codes I and D where the partner spells out both alleles; nil where the partner's
  /// alleles have one length, so that neither is the insertion.
  package func spellingOutCodes(by partner: AllelePair) -> AllelePair? {
    guard hasIndelCode, !partner.hasIndelCode, let one = partner.effect, let two = partner.other else {
      return self
    }
    let (length1, length2) = (one.rawValue.utf8.count, two.rawValue.utf8.count)
    guard length1 != length2 else { return nil }
    let (insertion, deletion) = length1 > length2 ? (one, two) : (two, one)
    func bases(_ allele: Allele?) -> Allele? {
      guard let allele, allele.isIndelCode else { return allele }
      return allele.rawValue == "I" ? insertion : deletion
    }
    return AllelePair(effect: bases(effect), other: bases(other))
  }
}
