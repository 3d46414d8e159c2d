import ReleaseFormat
import StudyModel

/// Which trait of the newer release is which of the older one.
struct RenamedTraits {
  /// From the older release's ids to the newer one's; only of those that the table renames.
  let newNames: [TraitID: TraitID]
  private let oldNames: [TraitID: TraitID]

  /// - Throws: where the releases are of different studies, or the table of renames is not one between them.
  init(_ renames: [DiffRules.Rename], old: OpenRelease, new: OpenRelease) throws(InputError) {
    let (before, after) = (old.header.design, new.header.design)
    var problems: [InputProblem] = []
    if before.id != after.id {
      problems.append(
        InputProblem(
          file: new.name,
          summary: "is a release of the study \(after.id), and \(old.name) is one of \(before.id)",
          remedy: "compare releases of one study"
        )
      )
    }
    let oldIDs = Set((before.panel.traits + [before.disease]).map(\.id))
    let newIDs = Set((after.panel.traits + [after.disease]).map(\.id))
    let renamedAway = Set(renames.compactMap { TraitID(rawValue: $0.old) })
    var names: [TraitID: TraitID] = [:]
    var taken: Set<TraitID> = []
    for rename in renames {
      guard let from = TraitID(rawValue: rename.old), oldIDs.contains(from) else {
        problems.append(Self.problem("\(old.name) has no trait “\(rename.old)”", "correct the id"))
        continue
      }
      guard let to = TraitID(rawValue: rename.new), newIDs.contains(to) else {
        problems.append(Self.problem("\(new.name) has no trait “\(rename.new)”", "correct the id"))
        continue
      }
      if names[from] != nil || !taken.insert(to).inserted {
        problems.append(Self.problem("“\(from)” or “\(to)” stands twice", "name each id once on either side"))
      } else if oldIDs.contains(to), !renamedAway.contains(to) {
        problems.append(
          Self.problem(
            "“\(from)” cannot have become “\(to)”, which is another trait of \(old.name)",
            "say what became of “\(to)” as well"
          )
        )
      }
      names[from] = to
    }
    guard problems.isEmpty else { throw InputError(problems) }
    newNames = names.filter { $0.key != $0.value }
    oldNames = Dictionary(newNames.map { ($0.value, $0.key) }) { first, _ in first }
  }

  private static func problem(_ summary: String, _ remedy: String) -> InputProblem {
    InputProblem(file: "renames", summary: summary, remedy: remedy)
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
