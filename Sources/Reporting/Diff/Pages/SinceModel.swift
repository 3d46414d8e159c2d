import ReleaseDiff
import StudyModel

/// What changed since an older release, for the front page and the pages of the traits.
struct SinceModel {
  private let comparison: WrittenComparison
  private let words: DiffWords
  private let moves: PairMoves
  private let byTrait: [TraitID: [PairMove]]
  private let methodName: @Sendable (MethodID) -> String
  /// The page of all changes, from the study's folder.
  static let page = "changes.html"

  /// - Throws: where a word is missing.
  ///
  /// - Parameter methodName: a short name of a method, as the newer release gives it.
  init(
    _ comparison: WrittenComparison,
    words: Wordbook,
    methodName: @escaping @Sendable (MethodID) -> String
  ) throws {
    (self.comparison, self.methodName) = (comparison, methodName)
    self.words = DiffWords(words: words, changes: comparison.value)
    moves = try PairMoves(comparison.value, words: self.words)
    byTrait = Dictionary(grouping: moves.all.filter { $0.pair.new != nil }, by: \.pair.trait)
  }

  /// For the front page: a line that leads to all changes.
  func front() throws -> TemplateValue {
    let crossed = moves.all.filter(\.isListed)
    return .object([
      "date": .text(comparison.value.old.date), "href": .text(Self.page),
      "appraisals": .number(comparison.digest.verdicts.count),
      "one_appraisal": .flag(comparison.digest.verdicts.count == 1),
      "crossed": .number(crossed.count), "one_crossed": .flag(crossed.count == 1),
      "gained": .number(comparison.digest.gained), "lost": .number(comparison.digest.lost),
      "nothing": .flag(comparison.digest.all == 0),
    ])
  }

  /// For the page of a trait; absent where no pair of it is in the newer release.
  func value(_ trait: TraitID) throws -> TemplateValue {
    let own = (byTrait[trait] ?? []).sorted { $0.pair.direction.rawValue < $1.pair.direction.rawValue }
    guard !own.isEmpty else { return .absent }
    return .object([
      "date": .text(moves.labels.old), "new_date": .text(moves.labels.new),
      "href": .text("../\(Self.page)"),
      "directions": .list(try own.map(direction)),
    ])
  }

  private func direction(_ move: PairMove) throws -> TemplateValue {
    let pair = move.pair
    return .object([
      "heading": .text(try words.text("direction", pair.direction.rawValue)),
      "is_new": .flag(pair.state == .added),
      "is_same": .flag(pair.state == .unchanged && move.signals.isEmpty && pair.changes == 0),
      "formerly": .optional(pair.formerly?.rawValue),
      "crossings": .rows(
        try move.signals.filter { $0.isCrossing && $0 != .added }.map { signal in
          .object([
            "text": .text(
              try words.words.text("diff_signal", signal.rawValue, ["level": moves.levelText])
            ),
            "is_up": .flag(Self.isUp(signal)), "is_down": .flag(Self.isDown(signal)),
          ])
        }
      ),
      "table": pair.state == .added
        ? .absent
        : .object([
          "old_name": .text(moves.labels.old), "new_name": .text(moves.labels.new),
          "rows": .list(try rows(move)),
        ]),
      "instruments": try instruments(pair),
    ])
  }

  /// Whether the evidence is stronger for it.
  private static func isUp(_ signal: PairMove.Signal) -> Bool {
    [.nowPasses, .nominalGained, .newlyEstimated].contains(signal)
  }

  private static func isDown(_ signal: PairMove.Signal) -> Bool {
    [.noLongerPasses, .nominalLost, .noLongerEstimated].contains(signal)
  }

  // MARK: Before and after

  private func rows(_ move: PairMove) throws -> [TemplateValue] {
    let (old, new) = (move.pair.old, move.pair.new)
    func crossed(_ signals: [PairMove.Signal]) -> Bool { move.signals.contains(where: signals.contains) }
    func row(_ code: String, _ before: TemplateValue, _ after: TemplateValue, _ isMarked: Bool) throws
      -> TemplateValue
    {
      .object([
        "name": .text(try words.words.text("diff_since", code, ["measure": measure(new ?? old)])),
        "old": before, "new": after, "marked": .flag(isMarked),
      ])
    }
    func verdict(_ standing: PairStanding?) throws -> TemplateValue {
      .optional(try standing?.verdict.map { try words.text("verdict", $0.rawValue) })
    }
    let shift = move.pair.shift.map { ChangesFigures.shiftText($0) }
    return [
      try row("estimate", words.estimate(old), words.estimate(new), crossed([.signFlips]))
    ] + (try otherMethod(old, new, row)) + [
      try row("shift", .absent, .optional(shift), false),
      try row(
        "p",
        words.p(old?.estimate?.pValue),
        words.p(new?.estimate?.pValue),
        crossed([.nominalGained, .nominalLost])
      ),
      try row(
        "adjusted",
        words.p(move.before?.adjusted),
        words.p(move.after?.adjusted),
        crossed([.nowPasses, .noLongerPasses])
      ),
      try row(
        "verdict",
        try verdict(old),
        try verdict(new),
        crossed([.appraisalStronger, .appraisalWeaker])
      ),
      try row("instruments", count(old), count(new), false),
    ]
  }

  /// A row where the two estimates are by different methods.
  private func otherMethod(
    _ old: PairStanding?,
    _ new: PairStanding?,
    _ row: (String, TemplateValue, TemplateValue, Bool) throws -> TemplateValue
  ) throws -> [TemplateValue] {
    guard let before = old?.method, let after = new?.method, before != after else { return [] }
    return [try row("method", .text(methodName(before)), .text(methodName(after)), false)]
  }

  private func measure(_ standing: PairStanding?) -> String {
    if case .text(let text) = words.measure(standing) { text } else { "" }
  }

  private func count(_ standing: PairStanding?) -> TemplateValue {
    standing.map { .number($0.instruments) } ?? .absent
  }

  /// The variants that came and went, the first of them by name.
  private func instruments(_ pair: PairComparison) throws -> TemplateValue {
    guard let changed = comparison.digest.turnoverByPair[pair.id] else { return .absent }
    func list(_ kind: Change.Kind, _ fate: (Change) throws -> String) rethrows -> TemplateValue {
      let own = changed.elements.filter { $0.kind == kind }
      return .rows(
        try own.enumerated().map { index, change in
          [
            "variant": .optional(change.subject), "fate": .text(try fate(change)),
            "is_last": .flag(index + 1 == own.count),
          ]
        }
      )
    }
    let (gained, lost) = (
      try list(.gained) { try words.fate($0.old) }, try list(.lost) { try words.fate($0.new) }
    )
    let left = changed.count - changed.elements.count
    return .object([
      "gained": gained == .absent ? .absent : ["items": gained],
      "lost": lost == .absent ? .absent : ["items": lost],
      "left": left > 0 ? .number(left) : .absent,
    ])
  }
}
