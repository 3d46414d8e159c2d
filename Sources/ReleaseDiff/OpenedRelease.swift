import ReleaseFormat
import StudyModel

/// A release with what the comparison looks up again and again.
struct OpenedRelease: Sendable {
  let release: OpenRelease
  let conclusions: ConclusionFacts
  private let offsets: [PairID: Int]
  private let designs: [PairID: PairDesign]
  private let traits: [TraitID: Trait]

  init(_ release: OpenRelease) {
    self.release = release
    conclusions = ConclusionFacts(release)
    offsets = Dictionary(release.entries.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let design = release.header.design
    designs = Dictionary(design.pairs.map { ($0.id, $0) }) { first, _ in first }
    traits = Dictionary((design.panel.traits + [design.disease]).map { ($0.id, $0) }) { first, _ in first }
  }

  func design(of pair: PairID) -> PairDesign? { designs[pair] }

  func trait(_ id: TraitID) -> Trait? { traits[id] }

  var header: ReleaseHeader { release.header }
  var entries: [PairIndexEntry] { release.entries }
  var writtenVersion: Int { release.writtenVersion }

  func entry(_ id: PairID) -> PairIndexEntry? { offsets[id].map { entries[$0] } }

  /// Reads the pair's file; nil where the release does not have it.
  func pair(_ id: PairID) throws(InputError) -> ComparedPair? {
    guard let offset = offsets[id] else { return nil }
    let settings = header.design.settings
    return ComparedPair(
      result: try release.pair(offset),
      level: settings.significanceLevel,
      primaryMethod: settings.primaryMethod
    )
  }

  /// Throws where the pair's file is not the one that was written with the release; reads nothing out of it.
  func check(_ id: PairID) throws(InputError) {
    if let offset = offsets[id] { try release.check(offset) }
  }

  /// What stands of the pair in pairs.jsonl and conclusions.json.
  func standing(_ id: PairID) -> PairStanding? {
    guard let entry = entry(id) else { return nil }
    let adjustment = conclusions.adjustment
    return PairStanding(
      status: entry.status,
      instruments: entry.counts.used,
      method: entry.primaryEstimate?.method,
      estimate: entry.primaryEstimate?.estimate,
      scale: scale(id),
      verdict: conclusions.appraisal(id)?.verdict,
      tests: conclusions.tests(of: id).map { family, test in
        let adjusted = test.adjusted(adjustment) ?? test.benjaminiHochberg
        let level = family.significanceLevel
        let standing: TestStanding.Standing =
          adjusted.value < level ? .passes : test.pValue.value < level ? .nominalOnly : .notSignificant
        return TestStanding(
          family: family.id,
          tests: family.tested,
          significanceLevel: level,
          pValue: test.pValue,
          adjustment: adjustment,
          adjusted: adjusted,
          standing: standing
        )
      }
    )
  }

  /// What the pair's numbers mean, from the traits that it is of.
  private func scale(_ id: PairID) -> EffectScale? {
    guard let design = designs[id], let exposure = traits[design.exposure],
      let outcome = traits[design.outcome]
    else { return nil }
    return EffectScale(
      exposureType: exposure.type,
      exposureUnits: design.exposureSource?.units ?? exposure.units,
      outcomeType: outcome.type,
      outcomeUnits: design.outcomeSource?.units ?? outcome.units
    )
  }
}
