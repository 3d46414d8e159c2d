import MendelianRandomization
import StudyModel
import Testing

@Suite struct AlleleMatchTests {
  private func pair(_ effect: String?, _ other: String?) -> AllelePair {
    AllelePair(effect: effect.flatMap(Allele.init), other: other.flatMap(Allele.init))
  }

  private func match(_ exposure: (String?, String?), _ outcome: (String?, String?)) throws -> AlleleMatch {
    try AlleleMatch(exposure: pair(exposure.0, exposure.1), outcome: pair(outcome.0, outcome.1))
  }

  @Test func fourReadingsAreTriedInOrder() throws {
    #expect(try match(("A", "G"), ("A", "G")).alignment == .same)
    #expect(try match(("A", "G"), ("G", "A")).alignment == .swapped)
    #expect(try match(("A", "G"), ("T", "C")).alignment == .strandFlipped)
    #expect(try match(("A", "G"), ("C", "T")).alignment == .strandFlippedAndSwapped)
    // Letters of a palindrome fit two readings; the first stands.
    #expect(try match(("A", "T"), ("A", "T")).alignment == .same)
    #expect(try match(("A", "T"), ("T", "A")).alignment == .swapped)
  }

  @Test func aMissingAlleleIsFilled() throws {
    let filled = try match(("A", nil), ("G", "A"))
    #expect(filled.alleles == pair("A", "G"))
    #expect(filled.alignment == .swapped)
    #expect(filled.isOtherAlleleMissing)
  }

  private static let refused: [((String?, String?), (String?, String?), ExclusionReason)] = [
    (("A", "G"), ("A", "C"), .allelesDoNotMatch), (("A", "A"), ("A", "G"), .identicalAlleles),
    ((nil, "G"), ("A", "G"), .effectAlleleMissing), (("A", nil), ("G", nil), .otherAlleleMissing),
    (("I", nil), ("I", "D"), .otherAlleleMissing), (("I", "D"), ("AT", "CG"), .allelesDoNotMatch),
  ]

  @Test(arguments: refused)
  func whatDoesNotMeetHasAReason(
    _ exposure: (String?, String?),
    _ outcome: (String?, String?),
    _ reason: ExclusionReason
  ) {
    #expect(throws: NotAligned(reason: reason)) { try match(exposure, outcome) }
  }

  @Test(arguments: [AlleleAlignment.same, .swapped, .strandFlipped, .strandFlippedAndSwapped, .supplied])
  func theOtherStrandsReadingTurnsBack(_ alignment: AlleleAlignment) {
    #expect(alignment.onOtherStrand.onOtherStrand == alignment)
    if alignment == .supplied { return }
    #expect(alignment.onOtherStrand.exchangesAlleles != alignment.exchangesAlleles)
    #expect(alignment.onOtherStrand.changesStrand != alignment.changesStrand)
  }
}
