import StudyModel

/// Takes the variant with the smallest p and leaves out all that are near, and so on: a poor man's clumping, which knows
/// nothing of linkage disequilibrium.
package struct DistancePruning: Sendable {
  /// Variants less than so many base pairs from a lead go with it.
  package let basePairs: Double

  package init(kilobases: Double) { basePairs = kilobases * 1000 }

  /// A variant and where it lies.
  package struct Candidate: Sendable {
    package var chromosome: String
    package var position: Int
    package var pValue: PValue

    package init(chromosome: String, position: Int, pValue: PValue) {
      self.chromosome = chromosome
      self.position = position
      self.pValue = pValue
    }
  }

  /// For every candidate, in their order, the place of the lead that it goes with; nil for a lead. Equal p go by the
  /// candidates' order.
  package func leads(of candidates: [Candidate]) -> [Int?] {
    let order = candidates.indices.sorted { left, right in
      let (a, b) = (candidates[left].pValue, candidates[right].pValue)
      return a == b ? left < right : a < b
    }
    let variants = candidates.enumerated().map { place, candidate in
      PanelVariant(
        index: place,
        id: "",
        chromosome: candidate.chromosome,
        position: candidate.position,
        firstAllele: "",
        secondAllele: ""
      )
    }
    let neighbours = Neighbours(variants)
    var leads: [Int?] = Array(repeating: nil, count: candidates.count)
    var isDone = [Bool](repeating: false, count: candidates.count)
    for lead in order where !isDone[lead] {
      isDone[lead] = true
      for other in neighbours.of(lead, within: basePairs) where !isDone[other] {
        isDone[other] = true
        leads[other] = lead
      }
    }
    return leads
  }
}
