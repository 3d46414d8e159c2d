import StudyModel
import Testing

struct AlleleTests {
  @Test(arguments: [("a", "T"), ("C", "G"), ("AC", "GT"), ("CAGA", "TCTG"), ("I", "I"), ("D", "D")])
  func theOtherStrandIsReversedAndComplemented(text: String, other: String) throws {
    let allele = try #require(Allele(rawValue: text))
    #expect(allele.reverseComplement.rawValue == other)
    #expect(allele.reverseComplement.reverseComplement == allele)
  }

  @Test(arguments: ["", "N", "A1", "-", "ID", "A,C", "<DEL>", " A"])
  func whatIsNoAlleleIsRefused(text: String) {
    #expect(Allele(rawValue: text) == nil)
  }

  @Test func anEffectToldOfTheOtherAlleleTurnsSignAndFrequency() {
    let effect = AlleleEffect(beta: 0.25, standardError: 0.1, effectAlleleFrequency: 0.25)
    #expect(effect.forOtherAllele.beta == -0.25)
    #expect(effect.forOtherAllele.effectAlleleFrequency == 0.75)
    #expect(effect.forOtherAllele.standardError == 0.1)
  }
}
