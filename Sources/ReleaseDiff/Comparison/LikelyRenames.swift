import ReleaseFormat
import StudyModel

/// Traits that only one release has, and that are probably the same under two ids.
struct LikelyRenames {
  let old: OpenedRelease
  let new: OpenedRelease
  let traitNames: [TraitID: TraitID]

  /// So many of the variants of two traits, as a share of all of either, and they are called the same instruments.
  private static let sharedInstruments = 0.5

  /// A trait that only the older release has, one that only the newer one has, and why they may be one; each trait at most
  /// once, the likeliest first.
  func suggestions() throws(InputError) -> [(old: TraitID, new: TraitID, reasons: [String])] {
    let newIDs = Set(new.header.design.panel.traits.map(\.id))
    let oldIDs = Set(old.header.design.panel.traits.map { traitNames[$0.id] ?? $0.id })
    let gone = old.header.design.panel.traits.filter { !newIDs.contains(traitNames[$0.id] ?? $0.id) }
    let come = new.header.design.panel.traits.filter { !oldIDs.contains($0.id) }
    guard !gone.isEmpty, !come.isEmpty else { return [] }
    let oldSets = try gone.mapInput { trait throws(InputError) in try instruments(trait.id, in: old) }
    let newSets = try come.mapInput { trait throws(InputError) in try instruments(trait.id, in: new) }
    var candidates: [(old: Int, new: Int, reasons: [String])] = []
    for (oldIndex, before) in gone.enumerated() {
      for (newIndex, after) in come.enumerated() {
        var reasons = Self.reasons(before, after)
        let (left, right) = (oldSets[oldIndex], newSets[newIndex])
        let shared = Double(left.intersection(right).count)
        if !left.isEmpty, shared / Double(left.union(right).count) >= Self.sharedInstruments {
          reasons.append("same_instruments")
        }
        if !reasons.isEmpty { candidates.append((oldIndex, newIndex, reasons)) }
      }
    }
    candidates.sort { ($1.reasons.count, $0.old, $0.new) < ($0.reasons.count, $1.old, $1.new) }
    var (usedOld, usedNew): (Set<Int>, Set<Int>) = ([], [])
    return candidates.compactMap { candidate in
      guard !usedOld.contains(candidate.old), !usedNew.contains(candidate.new) else { return nil }
      usedOld.insert(candidate.old)
      usedNew.insert(candidate.new)
      return (gone[candidate.old].id, come[candidate.new].id, candidate.reasons)
    }
  }

  private static func reasons(_ old: Trait, _ new: Trait) -> [String] {
    func plain(_ text: String?) -> String? {
      text.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
    }
    func agree(_ left: String?, _ right: String?) -> Bool { left != nil && left == right }
    let names = [plain(old.name), plain(old.alias)].compactMap { $0 }
    let others = [plain(new.name), plain(new.alias)].compactMap { $0 }
    return [
      ("same_name", !Set(names).isDisjoint(with: others)),
      ("same_id_but_for_signs", plain(old.id.rawValue) == plain(new.id.rawValue)),
      ("same_accession", agree(old.source.accession, new.source.accession)),
      ("same_gene", agree(old.gene?.name, new.gene?.name)),
    ].filter(\.1).map(\.0)
  }

  private func instruments(_ trait: TraitID, in release: OpenedRelease) throws(InputError) -> Set<String> {
    guard let pair = try release.pair(PairID(trait: trait, direction: .forward)) else { return [] }
    return Set(pair.result.variants.map(\.variant.id))
  }
}

extension Array {
  fileprivate func mapInput<Result>(
    _ body: (Element) throws(InputError) -> Result
  ) throws(InputError) -> [Result] {
    var results: [Result] = []
    for element in self { results.append(try body(element)) }
    return results
  }
}
