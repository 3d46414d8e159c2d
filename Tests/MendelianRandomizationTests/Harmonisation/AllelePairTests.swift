import MendelianRandomization
import StudyModel
import Testing

@Suite struct AllelePairTests {
  private func pair(_ effect: String?, _ other: String?) -> AllelePair {
    AllelePair(effect: effect.flatMap(Allele.init), other: other.flatMap(Allele.init))
  }

  @Test(arguments: [
    ("A", "T", true), ("C", "G", true), ("A", "G", false), ("AC", "GT", true), ("AC", "TG", false),
  ])
  func palindromes(_ effect: String, _ other: String, _ isPalindromic: Bool) {
    #expect(pair(effect, other).isPalindromic == isPalindromic)
    #expect(pair(other, effect).isPalindromic == isPalindromic)
  }

  @Test func turning() {
    #expect(pair("A", "G").exchanged == pair("G", "A"))
    #expect(pair("A", "G").onOtherStrand == pair("T", "C"))
    // An indel is reversed when it is complemented.
    #expect(pair("ATC", "A").onOtherStrand == pair("GAT", "T"))
  }

  @Test func whatIsMissing() {
    #expect(pair("A", "G").isComplete && !pair("A", nil).isComplete && !pair(nil, "G").isComplete)
    #expect(pair("A", "A").isIdentical && !pair("A", "G").isIdentical && !pair(nil, nil).isIdentical)
    #expect(!pair("A", nil).isPalindromic)
    #expect(pair("A", nil).filled(from: pair("A", "G")) == pair("A", "G"))
    #expect(pair("A", "C").filled(from: pair("A", "G")) == pair("A", "C"))
  }

  @Test func agreement() {
    #expect(pair("A", nil).agrees(with: pair("A", "G")))
    #expect(!pair("A", nil).agrees(with: pair(nil, "G")))
    #expect(!pair("A", "G").agrees(with: pair("A", "C")))
  }

  @Test func codesAreSpeltOutByAPartnerOfTwoLengths() {
    #expect(pair("I", "D").spellingOutCodes(by: pair("ATC", "A")) == pair("ATC", "A"))
    #expect(pair("D", "I").spellingOutCodes(by: pair("ATC", "A")) == pair("A", "ATC"))
    #expect(pair("I", "D").spellingOutCodes(by: pair("AT", "CG")) == nil)
    #expect(pair("I", "D").spellingOutCodes(by: pair("I", "D")) == pair("I", "D"))
    #expect(pair("I", "D").spellingOutCodes(by: pair("ATC", nil)) == pair("I", "D"))
  }
}
