import StudyModel

/// What a candidate has to meet before the clumping, so that no lead falls to a filter later.
struct CandidateFilter {
  let filters: InstrumentFilters
  let trait: Trait
  /// Whether the trait is one of the panel: only these are asked where they lie from their gene.
  let isPanelTrait: Bool

  /// A place of a variant, in the build that the file or the panel is of.
  struct Place: Hashable {
    var chromosome: String
    var position: Int
    var build: String?
  }

  /// Why the candidate cannot be an instrument; nil where nothing speaks against it.
  ///
  /// - Parameter places: as its file and as the panel place it; empty where neither does.
  func reason(against row: VariantAssociation, places: [Place]) -> ExclusionReason? {
    guard let effect = row.effect else { return .exposureEffectMissing }
    if let frequency = effect.effectAlleleFrequency, let reason = reason(frequency: frequency) {
      return reason
    }
    if let least = filters.imputationQuality, let quality = effect.imputationQuality, quality < least {
      return .imputationQualityLow
    }
    let z = effect.beta / effect.standardError
    if let least = filters.fStatistic, z * z < least { return .fStatisticLow }
    if filters.excludesHla, isAny(places, in: .extendedHLA) { return .inHLA }
    if filters.regions.contains(where: { isAny(places, in: $0) }) { return .inExcludedRegion }
    return locationReason(places)
  }

  /// Whether the study asks where variants lie, and neither file nor panel tells of this one in a build that the study's
  /// regions are given in.
  func lacksPlace(_ places: [Place]) -> Bool {
    let regions = filters.regions + [window].compactMap { $0 }
    if filters.excludesHla, places.isEmpty { return true }
    return regions.contains { region in !places.contains { $0.build == region.build } }
  }

  /// Strict on both: a frequency at the bound is taken.
  private func reason(frequency: Double) -> ExclusionReason? {
    let minor = min(frequency, 1 - frequency)
    if minor < filters.minorAlleleFrequency { return .minorAlleleRare }
    guard trait.type == .binary, let cases = trait.sampleSize.cases else { return nil }
    return 2 * Double(cases) * minor < filters.minorAllelesInCases ? .minorAlleleRareInCases : nil
  }

  private var window: GenomeRegion? {
    isPanelTrait && filters.location != .all ? trait.gene?.window : nil
  }

  private func locationReason(_ places: [Place]) -> ExclusionReason? {
    guard let window, places.contains(where: { $0.build == window.build }) else { return nil }
    switch (filters.location, isAny(places, in: window)) {
    case (.cis, false): return .outsideCisWindow
    case (.trans, true): return .insideCisWindow
    default: return nil
    }
  }

  private func isAny(_ places: [Place], in region: GenomeRegion) -> Bool {
    places.contains { region.contains(chromosome: $0.chromosome, position: $0.position, build: $0.build) }
  }
}
