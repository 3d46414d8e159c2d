import ParallelWork
import ReleaseFormat
import StudyModel

/// Compares two releases of one study: what changed in the conclusions, the estimates, the diagnostics, the instruments
/// and the provenance.
///
/// Pairs whose files are the same to the byte are not looked into; of the others only as many are in memory as are looked at
/// at a time.
package struct ReleaseComparison {
  private let old: OpenedRelease
  private let new: OpenedRelease
  private let middle: OpenedRelease?
  private let rules: DiffRules
  private let names: RenamedTraits
  private let causes: CrossingCause

  /// So many pairs are in memory at a time; any number gives the same.
  private static let pairsAtATime = 32

  /// - Parameters:
  ///   - middle: the old data under the new code and settings, where changes are to be attributed.
  ///   - rules: what counts as a change.
  /// - Throws: where the releases are not of one study, or the table of renames speaks of traits that they do not have.
  package init(old: OpenRelease, new: OpenRelease, middle: OpenRelease? = nil, rules: DiffRules = DiffRules())
    throws(InputError)
  {
    self.old = OpenedRelease(old)
    self.new = OpenedRelease(new)
    self.middle = middle.map(OpenedRelease.init)
    self.rules = rules
    names = try RenamedTraits(rules.traitRenames, old: old, new: new)
    causes = CrossingCause(old: self.old.conclusions, new: self.new.conclusions)
  }

  /// All changes in memory.
  ///
  /// - Throws: the problems of a pair's file that cannot be read or was changed since it was written.
  package func changes() throws(InputError) -> ReleaseChanges {
    var all: [Change] = []
    var value = try forEachChange { _, changes in all += changes }
    value.changes = all
    return value
  }

  /// Hands the changes of the study on, and then those of each pair with the pair's line, in their order; what it returns
  /// holds everything else, and no change. However many there are, those of a few pairs are in memory at a time.
  ///
  /// - Throws: the problems of a pair's file that cannot be read or was changed since it was written; and what the body
  ///   throws.
  package func forEachChange(
    _ body: (_ pair: PairComparison?, _ changes: [Change]) throws(InputError) -> Void
  ) throws(InputError) -> ReleaseChanges {
    var pairs: [PairComparison] = []
    var fates: [FatePair: Int] = [:]
    let ofStudy = try studyChanges()
    var count = VerdictCount(rules)
    count.add(ofStudy)
    try body(nil, ofStudy)
    let matches = names.matches(old: old.header.design, new: new.header.design)
    for start in stride(from: 0, to: matches.count, by: Self.pairsAtATime) {
      let chunk = Array(matches[start..<min(start + Self.pairsAtATime, matches.count)])
      let compared = try SideBySide.map(chunk) { (_, match) throws(InputError) in try compare(match) }
      for pair in compared {
        pairs.append(pair.line)
        count.add(pair.changes)
        fates.merge(pair.fates, uniquingKeysWith: +)
        try body(pair.line, pair.changes)
      }
    }
    let isSameToTheByte =
      pairs.allSatisfy { $0.state == .unchanged } && old.writtenVersion == new.writtenVersion
    return ReleaseChanges(
      schemaVersion: ReleaseChanges.currentSchemaVersion,
      toolVersion: ToolVersion.current,
      old: ReleaseIdentity(old),
      new: ReleaseIdentity(new),
      rules: rules,
      verdict: count.verdict(pairs, isSameToTheByte: isSameToTheByte),
      pairs: pairs,
      fates: fates.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { FateCount(old: $0.key.old, new: $0.key.new, variants: $0.value) },
      changes: [],
      isAttributed: middle != nil,
      history: nil
    )
  }

  // MARK: The study

  private func studyChanges() throws(InputError) -> [Change] {
    let comparison = FactComparison(rules: rules, hasMiddle: false)
    let inputs = try InputMatching(
      old: old.header.inputs,
      new: new.header.inputs,
      traitNames: names.newNames
    ).facts()
    let before = try provenance(old, names.newNames)
    let after = try provenance(new, [:])
    let suggestions = try LikelyRenames(old: old, new: new, traitNames: names.newNames).suggestions()
    return
      (comparison.changes(old: before + inputs.old, new: after + inputs.new, middle: [])
      + names.renamed.map {
        Change(.traitName, .changed, subject: $1.rawValue, old: $0.rawValue, new: $1.rawValue)
      }
      + suggestions.map { likely in
        Change(
          .likelyRename,
          .changed,
          subject: likely.reasons.joined(separator: "+"),
          old: likely.old.rawValue,
          new: likely.new.rawValue
        )
      }
      + FactComparison(rules: rules, hasMiddle: middle != nil).changes(
        old: old.conclusions.studyFacts(names.newNames),
        new: new.conclusions.studyFacts([:]),
        middle: middle?.conclusions.studyFacts(names.newNames) ?? []
      ))
      .map(withPair).map(rules.judged)
  }

  private func provenance(
    _ release: OpenedRelease,
    _ traitNames: [TraitID: TraitID]
  ) throws(InputError) -> [Fact] {
    try ProvenanceFacts(
      header: release.header,
      writtenVersion: release.writtenVersion,
      traitNames: traitNames
    ).facts()
  }

  /// A pair that was added or removed is the change's pair, not its subject.
  private func withPair(_ change: Change) -> Change {
    guard change.aspect == .pair else { return change }
    var change = change
    change.pair = change.subject.flatMap(PairID.init)
    change.subject = nil
    return change
  }

  // MARK: Pairs

  private struct ComparedLine {
    var line: PairComparison
    var changes: [Change]
    var fates: [FatePair: Int]
  }

  private func compare(_ match: PairMatch) throws(InputError) -> ComparedLine {
    let id = match.id
    let (before, after) = (match.old.flatMap(old.entry), match.new.flatMap(new.entry))
    var changes: [Change] = []
    var fates: [FatePair: Int] = [:]
    let isUnread = before != nil && before?.sha256 == after?.sha256
    if let oldID = match.old, let newID = match.new {
      if !isUnread, let oldPair = try old.pair(oldID), let newPair = try new.pair(newID) {
        let pairChanges = PairChanges(
          rules: rules,
          old: oldPair,
          new: newPair,
          middle: try middle?.pair(oldID),
          sameBuild: isOfOneBuild(oldID, newID)
        )
        changes = pairChanges.changes
        fates = pairChanges.fates
      }
      changes = conclusionChanges(match) + changes
    }
    if isUnread || match.old == nil || match.new == nil {
      // What is not looked into must be what its checksum says all the same: a file that was exchanged is no equal one.
      if let id = match.old { try old.check(id) }
      if let id = match.new { try new.check(id) }
    }
    changes = changes.map { change in
      var change = change
      change.pair = id
      return rules.judged(change)
    }
    let line = PairLine(match, old: old, new: new, middle: middle).line(changes, isUnread: isUnread)
    return ComparedLine(line: line, changes: changes, fates: fates)
  }

  /// What conclusions.json says of the pair differently, whether its own file differs or not.
  private func conclusionChanges(_ match: PairMatch) -> [Change] {
    guard let oldID = match.old, let newID = match.new else { return [] }
    func facts(_ release: OpenedRelease, _ id: PairID) -> [Fact] {
      release.conclusions.appraisalFacts(id) + release.conclusions.significanceFacts(id)
    }
    let comparison = FactComparison(rules: rules, hasMiddle: middle != nil)
    return comparison.changes(
      old: facts(old, oldID),
      new: facts(new, newID),
      middle: middle.map { facts($0, oldID) } ?? []
    ).map { change in
      guard change.kind == .changed else { return change }
      var change = change
      switch change.aspect {
      case .nominalSignificance: change.kind = .crossed
      case .adjustedSignificance, .otherAdjustment:
        let parts = (change.subject ?? "").split(separator: "/").map(String.init)
        let named = parts.dropFirst().first.flatMap(AppraisalSettings.Adjustment.init)
        change.kind = causes.kind(
          family: parts.first ?? "",
          oldPair: oldID,
          newPair: newID,
          adjustments: (named ?? old.conclusions.adjustment, named ?? new.conclusions.adjustment)
        )
      default: break
      }
      return change
    }
  }

  /// Whether both releases name the build of the exposure's positions, and it is one.
  private func isOfOneBuild(_ oldID: PairID, _ newID: PairID) -> Bool {
    let builds = [(oldID, old), (newID, new)].map { id, release in
      release.design(of: id).flatMap { release.trait($0.exposure) }?.genomeBuild
    }
    return builds[0] != nil && builds[0] == builds[1]
  }
}
