import ReleaseDiff
import StudyModel

/// The page of a comparison: what diff.md says, with figures, and everything that did not change folded away and counted.
struct ChangesPageModel {
  let changes: ReleaseChanges
  let digest: ChangeDigest
  let moves: PairMoves
  let figures: ChangesFigures
  let words: DiffWords
  /// The figures of the page by id.
  let links: [String: FigureLinks]
  /// What stands before the names of the comparison's files.
  let filePrefix: String
  /// The pages of either release, where they lie beside.
  let reports: (old: String?, new: String?)

  func value() throws -> TemplateValue {
    let text = try DiffModel(changes: changes, digest: digest, words: words.words).value()
    guard case .object(let members) = text else { return text }
    let own = try own(members)
    return .object(members.merging(own) { _, own in own })
  }

  /// What a section needs beside what the text has in it: a template sees nothing outside of the section that it is in.
  private func merged(_ value: TemplateValue?, _ more: [String: TemplateValue]) -> TemplateValue {
    guard case .object(let members) = value else { return value ?? .absent }
    return .object(members.merging(more) { _, own in own })
  }

  private var names: [String: TemplateValue] {
    [
      "old_name": .text(moves.labels.old), "new_name": .text(moves.labels.new),
      "level": .text(moves.levelText), "notable": .text("\(PairMove.notableShift)"),
      "both_directions": .flag(moves.hasBothDirections),
      "one_release": .flag(moves.all.contains { $0.kind == .other }),
    ]
  }

  private func own(_ members: [String: TemplateValue]) throws -> [String: TemplateValue] {
    let instruments: [String: TemplateValue] = [
      "turnover_figure": try figure("turnover"),
      "any_fates": .flag(changes.fates.contains { $0.old != $0.new }),
      "stayed": .number(changes.fates.filter { $0.old == $0.new }.map(\.variants).reduce(0, +)),
    ]
    let histories: [String: TemplateValue] = [
      "histories": .rows(try figures.parts.compactMap { try history($0) })
    ]
    return [
      "instruments": merged(members["instruments"], instruments),
      "history": merged(members["history"], histories),
      "old_report": .optional(reports.old), "new_report": .optional(reports.new),
      "cases": cases,
      "traits": .number(changes.new.traits), "pair_count": .number(changes.pairs.count),
      "key": key,
      "crossed": try crossed(),
      "standings": try figure("standings"), "scatter": try figure("old-new"),
      "movements": .rows(try figures.parts.compactMap(movement)),
      "causes": try causes(), "still": try still(), "files": .text(filePrefix),
    ].merging(names) { own, _ in own }
  }

  private var cases: TemplateValue {
    guard let old = changes.old.cases, let new = changes.new.cases, old != new else { return .absent }
    return .object([
      "old": .text(NumberStyle.count(old)), "new": .text(NumberStyle.count(new)), "grew": .flag(new > old),
    ])
  }

  private func figure(_ id: String, _ more: [String: TemplateValue] = [:]) throws -> TemplateValue {
    guard let link = links[id] else { return .absent }
    return link.value(
      [
        "arrows": .flag(link.features.contains(.arrows)),
        "some_names": .flag(link.features.contains(.chosenNames)),
        "bars": .flag(link.features.contains(.weights)),
        "names": .number(StandingMatrixFigure.nameLimit), "squares": .number(TurnoverFigure.squareLimit),
        "left": left(id),
      ].merging(names.merging(more) { _, own in own }) { _, own in own }
    )
  }

  /// Traits that the figure of the turnover leaves to its data.
  private func left(_ id: String) -> TemplateValue {
    guard id == "turnover", let count = try? figures.turnover().others.count, count > 0 else {
      return .absent
    }
    return .number(count)
  }

  // MARK: In short

  private var key: TemplateValue {
    let crossing = moves.all.filter { $0.kind == .stronger || $0.kind == .weaker }
    let oneOnly = moves.all.count { $0.kind == .other }
    let moved = changes.pairs.filter { abs($0.shift ?? 0) >= PairMove.notableShift }
    let flips = moves.all.count { $0.signals.contains(.signFlips) || $0.signals.contains(.unclearSignFlips) }
    let clear = moves.all.count { $0.signals.contains(.signFlips) }
    let realigned = changes.pairs.compactMap(\.turnover?.realigned).reduce(0, +)
    return .object([
      "appraisals": .number(digest.verdicts.count), "stronger": .number(changes.verdict.strengthened),
      "weaker": .number(changes.verdict.weakened), "one_appraisal": .flag(digest.verdicts.count == 1),
      "crossed": .number(crossing.count), "one_crossed": .flag(crossing.count == 1),
      "by_family": .number(digest.crossedByFamily),
      "one_release": oneOnly == 0 ? .absent : .number(oneOnly),
      "moved": .number(moved.count), "one_moved": .flag(moved.count == 1), "flips": .number(flips),
      "clear_flips": .number(clear),
      "gained": .number(digest.gained), "lost": .number(digest.lost), "realigned": .number(realigned),
      "instruments": .number(digest.gained + digest.lost + realigned),
      "inputs": .number(digest.inputs.count), "one_input": .flag(digest.inputs.count == 1),
      "notable": .text("\(PairMove.notableShift)"),
    ])
  }

  /// Who crossed which line.
  private func crossed() throws -> TemplateValue {
    func names(_ signal: PairMove.Signal) throws -> TemplateValue {
      let own = try moves.all.filter { $0.signals.contains(signal) }.map { move in
        try figures.prose(move.pair)
      }
      guard !own.isEmpty else { return .absent }
      return .object([
        "names": .text(words.words.list(own, atMost: Self.mostNames)), "level": .text(moves.levelText),
        "one": .flag(own.count == 1),
      ])
    }
    let passing = moves.all.count { $0.before?.standing == .passes && $0.after?.standing == .passes }
    let tested = moves.all.filter { $0.before != nil || $0.after != nil }
    let same = tested.count { $0.kind == .same }
    return .object([
      "now_passes": try names(.nowPasses), "no_longer_passes": try names(.noLongerPasses),
      "gained": try names(.nominalGained), "lost": try names(.nominalLost),
      "still_passing": passing == 0 ? .absent : .number(passing),
      "no_longer_estimated": try names(.noLongerEstimated), "newly_estimated": try names(.newlyEstimated),
      "signs": try names(.signFlips), "added": try names(.added), "removed": try names(.removed),
      "one_still": .flag(passing == 1), "one_test": .flag(tested.count == 1),
      "tests": .number(tested.count), "same": .number(same), "one_same": .flag(same == 1),
      "all_same": .flag(same == tested.count),
      "nobody": .flag(!tested.contains { $0.after?.standing == .passes || $0.before?.standing == .passes }),
    ])
  }

  private static let mostNames = 6

  // MARK: What moved

  private func movement(_ part: ChangesFigures.Part) throws -> TemplateValue? {
    let (shown, others) = figures.chosen(part)
    guard !shown.isEmpty || !others.isEmpty else { return nil }
    let members: [String: TemplateValue] = [
      "heading": .text(try words.text("direction", part.direction.rawValue)),
      "ratios": .flag(part.isRatio),
      "figure": try figure(
        "\(part.id)-movement",
        ["attributed": .flag(changes.isAttributed), "count": .number(shown.count)]
      ),
      "count": .number(shown.count), "one": .flag(shown.count == 1),
      "others": try folded(others, part),
    ]
    return .object(members)
  }

  /// Rows of a table that is folded away; a page that holds more weighs too much.
  private static let mostFolded = 200

  private func folded(_ moves: [PairMove], _ part: ChangesFigures.Part) throws -> TemplateValue {
    guard !moves.isEmpty else { return .absent }
    let sorted = moves.sorted { ($1.rank, $0.pair.id) < ($0.rank, $1.pair.id) }
    let left = moves.count - Self.mostFolded
    return .object([
      "count": .number(moves.count), "one": .flag(moves.count == 1),
      "direction": .text(try words.text("diff_direction", part.direction.rawValue)),
      "within": .flag(!moves.contains(where: \.isNotable)), "names": .object(names),
      "left": left > 0 ? .number(left) : .absent,
      "rows": .list(
        try sorted.prefix(Self.mostFolded).map { move in
          let row = try figures.row(move)
          return [
            "trait": .text(row.name), "old": .text(row.oldText), "new": .text(row.newText),
            "shift": .text(row.shiftText), "change": .text(row.change), "href": .optional(row.link),
          ]
        }
      ),
      "tsv": .optional(links["\(part.id)-movement"]?.tsv),
    ])
  }

  // MARK: Why

  /// How many tests each cause moved, and how far.
  private func causes() throws -> TemplateValue {
    guard changes.isAttributed else { return .absent }
    func cause(_ code: String, _ part: KeyPath<PairComparison, Double?>) throws -> TemplateValue {
      let sizes = changes.pairs.compactMap { $0[keyPath: part].map(abs) }.filter { $0 > Self.nothing }
      return .object([
        "name": .text(DisplayName.capitalised(try words.text("diff_origin", code))),
        "count": .number(sizes.count), "one": .flag(sizes.count == 1), "none": .flag(sizes.isEmpty),
        "most": .text(NumberStyle.fixed(sizes.max() ?? 0, decimals: (sizes.max() ?? 0) < 0.1 ? 3 : 1)),
        "tests": .number(changes.pairs.count { $0[keyPath: part] != nil }),
      ])
    }
    return .object([
      "rows": .list([try cause("data", \.dataShift), try cause("software", \.softwareShift)])
    ])
  }

  /// A movement of less is rounding.
  private static let nothing = 1e-9

  private func history(_ part: ChangesFigures.Part) throws -> TemplateValue? {
    guard let history = changes.history, links["\(part.id)-history"] != nil else { return nil }
    let left = ChangesFigures.turned(history, part).count - HistoryFigure.pairLimit
    return try figure(
      "\(part.id)-history",
      [
        "heading": .text(try words.text("direction", part.direction.rawValue)),
        "more": left > 0 ? .number(left) : .absent,
      ]
    )
  }

  // MARK: What did not change

  private func still() throws -> TemplateValue {
    func names(_ state: PairComparison.State) throws -> TemplateValue {
      let own = changes.pairs.filter { $0.state == state }
      guard !own.isEmpty else { return .absent }
      let shown = try own.prefix(Self.mostFolded).map { try words.pair($0.traitName, $0.direction) }
      let left = own.count - shown.count
      return .object([
        "count": .number(own.count), "one": .flag(own.count == 1),
        "names": .text(shown.joined(separator: "; ")), "left": left > 0 ? .number(left) : .absent,
      ])
    }
    return .object([
      "unchanged": try names(.unchanged), "within_tolerance": try names(.withinTolerance),
      "any": .flag(
        changes.pairs.contains { $0.state == .unchanged || $0.state == .withinTolerance }
      ),
    ])
  }
}
