import StudyModel

/// Which trait of the newer release is which of the older one.
struct RenamedTraits {
  /// From the older release's ids to the newer one's; only of those that the table renames.
  let newNames: [TraitID: TraitID]
  private let oldNames: [TraitID: TraitID]

  /// - Throws: where the releases are of different studies, or a rename speaks of a trait that is not there.
  init(_ renames: [DiffRules.Rename], old: ReleaseHeader, new: ReleaseHeader) throws(InputError) {
    var problems: [InputProblem] = []
    if old.design.id != new.design.id {
      problems.append(
        InputProblem(
          file: "release.json",
          summary: "the older release is of the study \(old.design.id), the newer one of \(new.design.id)",
          remedy: "compare releases of one study"
        )
      )
    }
    let oldIDs = Set((old.design.panel.traits + [old.design.disease]).map(\.id))
    let newIDs = Set((new.design.panel.traits + [new.design.disease]).map(\.id))
    var names: [TraitID: TraitID] = [:]
    for rename in renames {
      guard let from = TraitID(rawValue: rename.old), oldIDs.contains(from) else {
        problems.append(Self.unknown(rename.old, "older"))
        continue
      }
      guard let to = TraitID(rawValue: rename.new), newIDs.contains(to) else {
        problems.append(Self.unknown(rename.new, "newer"))
        continue
      }
      names[from] = to
    }
    guard problems.isEmpty else { throw InputError(problems) }
    newNames = names.filter { $0.key != $0.value }
    oldNames = Dictionary(newNames.map { ($0.value, $0.key) }) { first, _ in first }
  }

  private static func unknown(_ id: String, _ which: String) -> InputProblem {
    InputProblem(
      file: "renames",
      summary: "the \(which) release has no trait “\(id)”",
      remedy: "correct the id; ids stand in release.json"
    )
  }

  /// Renamed traits, the older id first, in the order of those.
  var renamed: [(TraitID, TraitID)] { newNames.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }

  /// Every pair of either release: the newer one's in its order, then those that only the older one has.
  func matches(old: StudyDesign, new: StudyDesign) -> [PairMatch] {
    let oldPairs = Set(old.pairs.map(\.id))
    let matched = new.pairs.map { pair -> PairMatch in
      let id = PairID(trait: oldNames[pair.trait] ?? pair.trait, direction: pair.direction)
      // An id that was given to another trait meanwhile is not the same pair.
      let isTaken = newNames[pair.trait] != nil && oldNames[pair.trait] == nil
      let before = oldPairs.contains(id) && !isTaken ? id : nil
      return PairMatch(old: before, new: pair.id, trait: pair.trait, direction: pair.direction)
    }
    let taken = Set(matched.compactMap(\.old))
    return matched
      + old.pairs.filter { !taken.contains($0.id) }
      .map { PairMatch(old: $0.id, new: nil, trait: $0.trait, direction: $0.direction) }
  }
}

/// A pair in either release or in both.
struct PairMatch: Sendable {
  var old: PairID?
  var new: PairID?
  var trait: TraitID
  var direction: Direction

  /// That of the newer release, where it has the pair.
  var id: PairID { new ?? old ?? PairID(trait: trait, direction: direction) }
}
