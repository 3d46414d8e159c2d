/// How often variants that have nothing to do with each other look correlated in a panel, because it is small.
package struct PanelNoise: Hashable, Sendable {
  /// Pairs of variants on different chromosomes that were compared.
  package let pairs: Int
  /// Of them, the share whose r² reaches the threshold.
  package let share: Double

  private static let pairLimit = 2000

  /// Compares the variants, each with one on another chromosome; nil where all lie on one.
  ///
  /// - Parameters:
  ///   - variants: in any order; the first two thousand pairs count.
  ///   - rSquared: the threshold of the clumping.
  package init?(_ variants: [PanelVariant], rSquared: Double, in panel: ReferencePanel) {
    let ordered = variants.sorted { $0.index < $1.index }
    // Half of the list away, and so on another chromosome wherever that can be.
    let pairs = ordered.indices.flatMap { place -> [(PanelVariant, PanelVariant)] in
      [ordered.count / 2, ordered.count / 3].compactMap { distance in
        guard distance > 0 else { return nil }
        let (one, other) = (ordered[place], ordered[(place + distance) % ordered.count])
        return one.chromosome == other.chromosome ? nil : (one, other)
      }
    }
    guard !pairs.isEmpty else { return nil }
    let compared = pairs.prefix(Self.pairLimit)
    let reached = compared.count { one, other in
      let counts = HaplotypeCounts(panel.genotypes(of: one), panel.genotypes(of: other))
      return (HaplotypeCorrelation(counts)?.rSquared ?? 0) >= rSquared
    }
    self.pairs = compared.count
    share = Double(reached) / Double(compared.count)
  }
}
