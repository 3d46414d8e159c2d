import ReleaseFormat
import StudyModel

/// The estimates of each pair over several releases, from what stands in their pairs.jsonl and conclusions.json.
package struct ReleaseHistory {
  private let releases: [OpenedRelease]
  private let rules: DiffRules

  /// - Parameter releases: of one study, from the oldest to the newest.
  /// - Throws: where they are of different studies.
  package init(_ releases: [OpenRelease], rules: DiffRules) throws(InputError) {
    let strangers = releases.dropFirst().filter { $0.header.design.id != releases[0].header.design.id }
    guard strangers.isEmpty else {
      throw InputError(
        strangers.map { stranger in
          InputProblem(
            file: stranger.name,
            summary:
              "is a release of the study \(stranger.header.design.id), and \(releases[0].name) is one of "
              + releases[0].header.design.id.rawValue,
            remedy: "compare releases of one study"
          )
        }
      )
    }
    self.releases = releases.map(OpenedRelease.init)
    self.rules = rules
  }

  package func history() -> History {
    let names = Dictionary(rules.traitRenames.map { ($0.old, $0.new) }) { first, _ in first }
    var order: [PairID] = []
    var rows: [PairID: History.PairHistory] = [:]
    // The newest first, so that its names and its order stand.
    for (offset, release) in releases.enumerated().reversed() {
      for pair in release.header.design.pairs {
        let id = Self.current(pair, names, isNewest: offset == releases.count - 1)
        if rows[id] == nil {
          order.append(id)
          rows[id] = History.PairHistory(
            id: id,
            traitName: release.trait(pair.trait)?.name ?? pair.trait.rawValue,
            direction: pair.direction,
            standings: []
          )
        }
        if let standing = release.standing(pair.id) {
          rows[id]?.standings.insert(History.Point(release: offset, standing: standing), at: 0)
        }
      }
    }
    return History(releases: releases.map(ReleaseIdentity.init), pairs: order.compactMap { rows[$0] })
  }

  /// The pair under the name that its trait has in the newest release.
  private static func current(_ pair: PairDesign, _ names: [String: String], isNewest: Bool) -> PairID {
    guard !isNewest, let name = names[pair.trait.rawValue], let trait = TraitID(rawValue: name) else {
      return pair.id
    }
    return PairID(trait: trait, direction: pair.direction)
  }
}
