import StudyModel

/// Takes from associated variants those that are independent of each other: the one with the smallest p becomes a lead,
/// all near and correlated ones go with it, and so on with what is left, as PLINK's `--clump` does (Purcell et al.,
/// American Journal of Human Genetics 2007;81:559–575).
package struct Clumping: Sendable {
  /// Variants that are correlated with a lead by this r² or more go with it.
  package let rSquared: Double
  /// And that lie less than so many base pairs from it, on the same chromosome.
  package let basePairs: Double

  package init(rSquared: Double, kilobases: Double) {
    self.rSquared = rSquared
    basePairs = kilobases * 1000
  }

  /// An associated variant that the panel has.
  package struct Candidate: Sendable {
    package var variant: PanelVariant
    package var pValue: PValue

    package init(variant: PanelVariant, pValue: PValue) {
      self.variant = variant
      self.pValue = pValue
    }
  }

  /// What became of one candidate.
  package enum Outcome: Hashable, Sendable {
    case lead
    /// Goes with the lead, given by its place among the candidates.
    case clumped(lead: Int, rSquared: Double)
  }

  /// One outcome a candidate, in their order. Equal p go by the order of the .bim.
  package func clump(_ candidates: [Candidate], in panel: ReferencePanel) -> [Outcome] {
    let order = candidates.indices.sorted { left, right in
      let (a, b) = (candidates[left], candidates[right])
      return a.pValue == b.pValue ? a.variant.index < b.variant.index : a.pValue < b.pValue
    }
    let neighbours = Neighbours(candidates.map(\.variant))
    var genotypes: [PanelGenotypes?] = Array(repeating: nil, count: candidates.count)
    func genotype(_ place: Int) -> PanelGenotypes {
      if let known = genotypes[place] { return known }
      let read = panel.genotypes(of: candidates[place].variant)
      genotypes[place] = read
      return read
    }
    var outcomes: [Outcome?] = Array(repeating: nil, count: candidates.count)
    for lead in order where outcomes[lead] == nil {
      outcomes[lead] = .lead
      for other in neighbours.of(lead, within: basePairs) where outcomes[other] == nil {
        let counts = HaplotypeCounts(genotype(lead), genotype(other))
        guard let found = HaplotypeCorrelation(counts)?.rSquared, found >= rSquared else { continue }
        outcomes[other] = .clumped(lead: lead, rSquared: found)
      }
    }
    return outcomes.map { $0 ?? .lead }
  }
}

/// Which variants lie near which.
struct Neighbours {
  private let variants: [PanelVariant]
  /// Places of the variants, by chromosome, in the order of their positions.
  private let byChromosome: [String: [Int]]
  /// Where each variant stands in the list of its chromosome.
  private let ranks: [Int]

  init(_ variants: [PanelVariant]) {
    self.variants = variants
    byChromosome = Dictionary(grouping: variants.indices, by: { variants[$0].chromosome }).mapValues {
      places in
      places.sorted { (variants[$0].position, $0) < (variants[$1].position, $1) }
    }
    var ranks = [Int](repeating: 0, count: variants.count)
    for places in byChromosome.values {
      for (rank, place) in places.enumerated() { ranks[place] = rank }
    }
    self.ranks = ranks
  }

  /// The others on its chromosome that are less than the distance away.
  func of(_ place: Int, within distance: Double) -> [Int] {
    guard let places = byChromosome[variants[place].chromosome] else { return [] }
    let position = variants[place].position
    func isNear(_ other: Int) -> Bool { Double(abs(variants[other].position - position)) < distance }
    let before = places[..<ranks[place]].reversed().prefix(while: isNear)
    let after = places[(ranks[place] + 1)...].prefix(while: isNear)
    return Array(before) + Array(after)
  }
}
