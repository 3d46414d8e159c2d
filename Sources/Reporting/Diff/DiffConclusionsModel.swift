import ReleaseDiff
import StudyModel

/// Appraisals, tests that crossed the level, signs and directions.
struct DiffConclusionsModel {
  let changes: ReleaseChanges
  let digest: ChangeDigest
  let words: DiffWords

  func value() throws -> TemplateValue {
    .object([
      "any": .flag(digest.all > 0), "verdicts": try coded(digest.verdicts), "signs": try coded(digest.signs),
      "directions": try coded(digest.directions), "unclear_signs": number(digest.unclearSigns),
      "checks": number(digest.checks), "crossings": try crossings(),
      "crossed_by_family": number(digest.crossedByFamily),
      "strengthened": number(changes.verdict.strengthened), "weakened": number(changes.verdict.weakened),
      "families": try matrices(),
      "now_passing": try names(from: [.nominalOnly, .notSignificant], to: [.passes]),
      "no_longer_passing": try names(from: [.passes], to: [.nominalOnly, .notSignificant]),
      "still_passing": count(from: [.passes], to: [.passes]),
      "no_longer_estimated": try names {
        $0.old?.estimate != nil && $0.new != nil && $0.new?.estimate == nil
      },
      "newly_estimated": try names { $0.new?.estimate != nil && $0.old != nil && $0.old?.estimate == nil },
    ])
  }

  private func number(_ count: Int) -> TemplateValue { count == 0 ? .absent : .number(count) }

  private func coded(_ changes: Capped<Change>) throws -> TemplateValue {
    try DiffRows(changes, isAttributed: self.changes.isAttributed).value { change in
      [
        "pair": try words.pair(change), "old": try words.code(change, change.old),
        "new": try words.code(change, change.new), "origin": try words.origin(change),
      ]
    }
  }

  // MARK: Crossings

  /// By the unadjusted p, and by the adjustment that the study rests on.
  private func crossings() throws -> TemplateValue {
    try DiffRows(
      digest.crossings,
      others: digest.crossingsByOtherAdjustments,
      isAttributed: changes.isAttributed
    ).value { change in
      let number = change.numbers.first
      let standing = change.pair.flatMap(words.line)
      let tests = { (side: PairStanding?) in side?.tests.first { $0.family == change.subject } }
      return [
        "pair": try words.pair(change), "family": .optional(change.subject),
        "adjusted": .flag(change.aspect == .adjustedSignificance),
        "below_now": .flag(change.new == "significant"), "kind": .text(try words.kind(change)),
        "by_family": .flag(change.kind == .crossedByFamily),
        "old": words.p(number.flatMap(Self.old)), "new": words.p(number.flatMap(Self.new)),
        "old_tests": tests(standing?.old).map { .number($0.tests) } ?? .absent,
        "new_tests": tests(standing?.new).map { .number($0.tests) } ?? .absent,
        "origin": try words.origin(change),
      ]
    }
  }

  private static func old(_ number: ComparedNumber) -> PValue? { number.old.map { pValue(number, $0) } }

  private static func new(_ number: ComparedNumber) -> PValue? { number.new.map { pValue(number, $0) } }

  private static func pValue(_ number: ComparedNumber, _ value: Double) -> PValue {
    number.field.hasSuffix("neg_log10_p") ? PValue(negativeLog10: value) : PValue(value)
  }

  // MARK: Before and after

  /// For each family how many tests went from which standing to which, `nil` standing for none.
  private func matrices() throws -> TemplateValue {
    let standings = TestStanding.Standing.allCases.map(Optional.some) + [nil]
    let families = Set(changes.pairs.flatMap { ($0.new?.tests ?? []).map(\.family) })
    return .rows(
      try families.sorted().map { family in
        let moves = Dictionary(grouping: changes.pairs) { Move($0, family) }
        return .object([
          "family": .text(family),
          "rows": .list(
            try standings.map { old in
              .object([
                "name": .text(try words.text("diff_standing", old?.rawValue ?? "untested")),
                "cells": .list(standings.map { cell(moves[Move(old: old, new: $0)] ?? [], old, $0) }),
              ])
            }
          ),
        ])
      }
    )
  }

  private struct Move: Hashable {
    var old: TestStanding.Standing?
    var new: TestStanding.Standing?

    init(old: TestStanding.Standing?, new: TestStanding.Standing?) { (self.old, self.new) = (old, new) }

    init(_ pair: PairComparison, _ family: String) {
      old = pair.old?.tests.first { $0.family == family }?.standing
      new = pair.new?.tests.first { $0.family == family }?.standing
    }
  }

  /// Pairs that neither release tests in the family, most of them for not being in it, are nobody's business.
  private func cell(
    _ pairs: [PairComparison],
    _ old: TestStanding.Standing?,
    _ new: TestStanding.Standing?
  ) -> TemplateValue {
    let isNone = old == nil && new == nil
    let named = old == new ? [] : pairs
    return .object([
      "count": isNone ? .absent : .number(pairs.count),
      "names": named.isEmpty
        ? .absent : .text(words.words.list(named.map(\.traitName), atMost: Self.mostNames)),
    ])
  }

  private static let mostNames = 4

  private func names(
    from old: Set<TestStanding.Standing>,
    to new: Set<TestStanding.Standing>
  ) throws -> TemplateValue {
    try names(moved(old, new))
  }

  private func names(where isMeant: (PairComparison) -> Bool) throws -> TemplateValue {
    try names(changes.pairs.filter(isMeant))
  }

  private func names(_ pairs: [PairComparison]) throws -> TemplateValue {
    let names = try pairs.map { try words.pair($0.traitName, $0.direction) }
    return names.isEmpty ? .absent : .text(words.words.list(names, atMost: Self.mostNames))
  }

  private func count(
    from old: Set<TestStanding.Standing>,
    to new: Set<TestStanding.Standing>
  ) -> TemplateValue {
    number(moved(old, new).count)
  }

  private func moved(
    _ old: Set<TestStanding.Standing>,
    _ new: Set<TestStanding.Standing>
  ) -> [PairComparison] {
    changes.pairs.filter { pair in
      (pair.new?.tests ?? []).contains { test in
        pair.standing(in: test.family).map { old.contains($0.0) && new.contains($0.1) } ?? false
      }
    }
  }
}

extension PairComparison {
  /// Nil where a release does not test the pair in that family.
  fileprivate func standing(in family: String) -> (TestStanding.Standing, TestStanding.Standing)? {
    guard let before = old?.tests.first(where: { $0.family == family }),
      let after = new?.tests.first(where: { $0.family == family })
    else { return nil }
    return (before.standing, after.standing)
  }
}
