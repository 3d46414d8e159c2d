import StudyModel

/// Finds instruments of one panel trait that are associated with others of the panel as well: such a variant may act on
/// the outcome by way of any of them (horizontal pleiotropy).
package enum SharedInstruments {
  /// Reasons that say the variant is not associated strongly enough with the exposure, or that nothing tells.
  private static let notAssociated: Set<ExclusionReason> = [
    .pAboveThreshold, .pMissing, .exposureEffectMissing, .exposureEffectZero,
  ]

  /// Every variant that is an instrument of a panel trait against the disease and a candidate, used or not, of another
  /// one; by name, in the order of the panel and of its variants.
  package static func find(in pairs: [PairResult]) -> [SharedInstrument] {
    let forward = pairs.filter { $0.direction == .forward && $0.basis == .variants }
    var traits: [String: [TraitID]] = [:]
    for pair in forward {
      let candidates = pair.exclusions.filter { $0.exposure != nil && !notAssociated.contains($0.reason) }
      for name in Set(pair.variants.map(\.variant.id) + candidates.map(\.variant.id)) {
        traits[name, default: []].append(pair.trait)
      }
    }
    var seen: Set<String> = []
    return forward.flatMap(\.variants).map(\.variant.id).compactMap { name in
      guard let shared = traits[name], shared.count > 1, seen.insert(name).inserted else { return nil }
      return SharedInstrument(variant: name, traits: shared)
    }
  }
}
