/// What the genotypes of two variants tell of their haplotypes: how many haplotypes of each kind are certain, and how many
/// people carry one copy of either allele, whose two haplotypes are 11 and 22, or 12 and 21.
///
/// A haplotype 12 has A1 of the first variant and A2 of the second.
package struct HaplotypeCounts: Hashable, Sendable {
  package var n11 = 0.0
  package var n12 = 0.0
  package var n21 = 0.0
  package var n22 = 0.0
  package var doubleHeterozygotes = 0.0

  package init(n11: Double, n12: Double, n21: Double, n22: Double, doubleHeterozygotes: Double) {
    self.n11 = n11
    self.n12 = n12
    self.n21 = n21
    self.n22 = n22
    self.doubleHeterozygotes = doubleHeterozygotes
  }

  /// Counts the people who have both genotypes.
  init(_ first: PanelGenotypes, _ second: PanelGenotypes) {
    var tally = Tally()
    for word in first.twoCopies.indices {
      let single = first.haploid?[word] ?? 0
      tally.add(first, second, word, people: ~single)
      if single != 0 { tally.addHaploid(first, second, word, people: single) }
    }
    n11 = Double(tally.n11)
    n12 = Double(tally.n12)
    n21 = Double(tally.n21)
    n22 = Double(tally.n22)
    doubleHeterozygotes = Double(tally.both)
  }

  /// Haplotypes in all.
  var total: Double { n11 + n12 + n21 + n22 + 2 * doubleHeterozygotes }

  private struct Tally {
    var n11 = 0
    var n12 = 0
    var n21 = 0
    var n22 = 0
    var both = 0

    @inline(__always)
    mutating func add(_ a: PanelGenotypes, _ b: PanelGenotypes, _ word: Int, people: UInt64) {
      let (a2, a1, a0) = (a.twoCopies[word] & people, a.oneCopy[word] & people, a.noCopy[word] & people)
      let (b2, b1, b0) = (b.twoCopies[word], b.oneCopy[word], b.noCopy[word])
      n11 += 2 * (a2 & b2).nonzeroBitCount
      n12 += 2 * (a2 & b0).nonzeroBitCount
      n21 += 2 * (a0 & b2).nonzeroBitCount
      n22 += 2 * (a0 & b0).nonzeroBitCount
      let (leftA2, leftA0) = ((a2 & b1).nonzeroBitCount, (a0 & b1).nonzeroBitCount)
      let (leftB2, leftB0) = ((a1 & b2).nonzeroBitCount, (a1 & b0).nonzeroBitCount)
      n11 += leftA2 + leftB2
      n12 += leftA2 + leftB0
      n21 += leftA0 + leftB2
      n22 += leftA0 + leftB0
      both += (a1 & b1).nonzeroBitCount
    }

    mutating func addHaploid(_ a: PanelGenotypes, _ b: PanelGenotypes, _ word: Int, people: UInt64) {
      let (a1, a0) = (a.twoCopies[word] & people, a.noCopy[word] & people)
      n11 += (a1 & b.twoCopies[word]).nonzeroBitCount
      n12 += (a1 & b.noCopy[word]).nonzeroBitCount
      n21 += (a0 & b.twoCopies[word]).nonzeroBitCount
      n22 += (a0 & b.noCopy[word]).nonzeroBitCount
    }
  }
}
