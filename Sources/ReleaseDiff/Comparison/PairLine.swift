import StudyModel

/// One pair in both releases, in a line.
struct PairLine {
  private let match: PairMatch
  private let old: OpenedRelease
  private let new: OpenedRelease
  private let middle: OpenedRelease?

  init(_ match: PairMatch, old: OpenedRelease, new: OpenedRelease, middle: OpenedRelease?) {
    self.match = match
    self.old = old
    self.new = new
    self.middle = middle
  }

  /// - Parameters:
  ///   - changes: of the pair, judged.
  ///   - isUnread: whether the files are the same to the byte.
  func line(_ changes: [Change], isUnread: Bool) -> PairComparison {
    let release = match.new == nil ? old : new
    let design = release.design(of: match.id)
    let trait = design.flatMap { release.trait($0.trait) }
    let counted = changes.filter(\.counts)
    let standings = (
      old: match.old.flatMap(old.standing), new: match.new.flatMap(new.standing),
      middle: match.old.flatMap { id in middle.flatMap { $0.standing(id) } }
    )
    let isOfBoth = match.old != nil && match.new != nil
    let state: PairComparison.State =
      match.old == nil
      ? .added
      : match.new == nil
        ? .removed : !changes.isEmpty ? .changed : isUnread ? .unchanged : .withinTolerance
    let shifts = Shifts(standings.old, standings.middle, standings.new)
    return PairComparison(
      id: match.id,
      formerly: match.old == match.new || !isOfBoth ? nil : match.old,
      trait: design?.trait ?? match.trait,
      traitName: trait?.name ?? match.trait.rawValue,
      group: trait?.group,
      direction: match.direction,
      state: state,
      old: standings.old,
      new: standings.new,
      middle: standings.middle,
      shift: shifts.total,
      softwareShift: shifts.software,
      dataShift: shifts.data,
      turnover: isOfBoth ? Turnover(changes, kept: standings.new?.instruments ?? 0).value : nil,
      changes: counted.count,
      worst: counted.map(\.severity).max()
    )
  }
}

/// How far the primary estimate moved, in the older release's standard errors.
private struct Shifts {
  var total: Double?
  var software: Double?
  var data: Double?

  init(_ old: PairStanding?, _ middle: PairStanding?, _ new: PairStanding?) {
    guard let before = old?.estimate, let after = new?.estimate, before.standardError > 0 else { return }
    total = (after.value - before.value) / before.standardError
    guard let between = middle?.estimate else { return }
    software = (between.value - before.value) / before.standardError
    data = (after.value - between.value) / before.standardError
  }
}

/// Counts the instruments that came, went and were told otherwise.
private struct Turnover {
  var value: PairComparison.Turnover

  init(_ changes: [Change], kept used: Int) {
    let instruments = changes.filter { $0.aspect == .instrument }
    let gained = instruments.count { $0.kind == .gained }
    let realigned = changes.filter { [.alleles, .alignment, .variantName, .proxy].contains($0.aspect) }
    value = PairComparison.Turnover(
      kept: used - gained,
      realigned: Set(realigned.compactMap(\.subject)).count,
      gained: gained,
      lost: instruments.count { $0.kind == .lost }
    )
  }
}
