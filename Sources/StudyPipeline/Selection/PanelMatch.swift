import LinkageDisequilibrium
import StudyModel

/// Finds the variants of files in the panel, by name, and by place where the builds are equal.
struct PanelMatch {
  /// By trait, one entry a candidate, in their order; nil where the panel does not have it with its alleles.
  private(set) var variants: [TraitID: [PanelVariant?]] = [:]

  private struct Reference {
    var trait: TraitID
    var candidate: Int
  }

  private struct Place: Hashable {
    var chromosome: String
    var position: Int
  }

  /// Of a study without a panel.
  init(unmatched candidates: [TraitID: [VariantAssociation]]) {
    variants = candidates.mapValues { Array(repeating: nil, count: $0.count) }
  }

  /// Reads the .bim once.
  ///
  /// - Parameter builds: of the traits' positions; only those of the panel's own build are looked for by place.
  /// - Throws: what is wrong with a line of the .bim.
  init(
    _ candidates: [TraitID: [VariantAssociation]],
    builds: [TraitID: String],
    in panel: ReferencePanel,
    build: String?
  ) throws(InputError) {
    var byName: [String: [Reference]] = [:]
    var byPlace: [Place: [Reference]] = [:]
    for (trait, rows) in candidates {
      variants[trait] = Array(repeating: nil, count: rows.count)
      let isPlaced = build != nil && builds[trait] == build
      for (index, row) in rows.enumerated() {
        let reference = Reference(trait: trait, candidate: index)
        for name in [row.variant.id] + row.aliases { byName[name, default: []].append(reference) }
        if isPlaced, let chromosome = row.variant.chromosome, let position = row.variant.position {
          byPlace[Place(chromosome: chromosome, position: position), default: []].append(reference)
        }
      }
    }
    var named = variants
    var placed = variants
    try panel.forEachVariant { variant in
      for reference in byName[variant.id] ?? [] { Self.note(variant, reference, candidates, &named) }
      guard !byPlace.isEmpty else { return }
      let place = Place(chromosome: variant.chromosome, position: variant.position)
      for reference in byPlace[place] ?? [] { Self.note(variant, reference, candidates, &placed) }
    }
    // The place, where builds are equal, before the name: names are merged and withdrawn, places are not.
    for (trait, own) in named {
      variants[trait] = zip(own, placed[trait] ?? own).map { $1 ?? $0 }
    }
  }

  /// The first line of the .bim that has the candidate's alleles stands.
  private static func note(
    _ variant: PanelVariant,
    _ reference: Reference,
    _ candidates: [TraitID: [VariantAssociation]],
    _ found: inout [TraitID: [PanelVariant?]]
  ) {
    guard let row = candidates[reference.trait]?[reference.candidate],
      found[reference.trait]?[reference.candidate] == nil, variant.hasAlleles(of: row)
    else { return }
    found[reference.trait]?[reference.candidate] = variant
  }
}

extension PanelVariant {
  /// Whether the row may be of this variant: both its alleles, or the one that it names, on either strand.
  func hasAlleles(of row: VariantAssociation) -> Bool {
    guard let effect = row.effectAllele else { return false }
    if let other = row.otherAllele { return hasAlleles(effect, other) }
    let own = [firstAllele, secondAllele]
    return own.contains(effect.rawValue) || own.contains(effect.reverseComplement.rawValue)
  }
}
