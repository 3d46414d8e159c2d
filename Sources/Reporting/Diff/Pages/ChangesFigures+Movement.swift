import ReleaseDiff
import StudyModel

extension ChangesFigures {
  /// Old against new of one part; nil where nothing moved.
  func movement(_ part: Part) throws -> MovementFigure? {
    let (shown, others) = chosen(part)
    guard !shown.isEmpty else { return nil }
    let rows = try shown.map(row)
    let top = rows.prefix(Self.describedRows).map { row in
      "\(row.name) \(row.oldText) → \(row.newText), \(row.shiftText) (\(row.change))"
    }
    let axis = try axis(part, shown + others)
    return MovementFigure(
      id: "\(part.id)-movement",
      title: try text("movement_title", ["scale": axis.shortTitle]),
      description: try text(
        "movement_alt",
        ["count": NumberStyle.count(rows.count), "top": top.joined(separator: "; ")]
      ),
      axis: axis,
      words: try movementWords(),
      rows: rows,
      others: try others.map(row)
    )
  }

  /// Pairs that the alternative text tells of.
  private static let describedRows = 5

  private func movementWords() throws -> MovementFigure.Words {
    MovementFigure.Words(
      name: try text("trait"),
      old: moves.labels.old,
      new: moves.labels.new,
      oldEstimate: try text("old_estimate"),
      newEstimate: try text("new_estimate"),
      change: try text("change"),
      movement: try text(changes.isAttributed ? "movement_by_cause" : "movement"),
      data: try words.text("diff_origin", "data"),
      software: try words.text("diff_origin", "software"),
      total: try text("total")
    )
  }

  func row(_ move: PairMove) throws -> MovementFigure.Row {
    let pair = move.pair
    let isOneScale =
      pair.old?.scale.map { EffectDisplay($0).isRatio }
      == pair.new?.scale.map {
        EffectDisplay($0).isRatio
      }
    return MovementFigure.Row(
      name: pair.traitName,
      link: href(pair.trait),
      old: isOneScale || pair.new == nil ? Self.plotted(pair.old) : nil,
      new: Self.plotted(pair.new),
      oldText: try estimate(pair.old),
      newText: try estimate(pair.new),
      change: try change(move),
      isListed: move.isListed,
      shift: pair.shift,
      shiftText: Self.shiftText(pair.shift),
      dataShift: pair.dataShift,
      softwareShift: pair.softwareShift
    )
  }

  static func plotted(_ standing: PairStanding?) -> PlottedEstimate? {
    guard let estimate = standing?.estimate, let scale = standing?.scale else { return nil }
    return EffectDisplay(scale).plotted(estimate)
  }

  /// As printed; why there is none where there is none.
  private func estimate(_ standing: PairStanding?) throws -> String {
    if case .text(let text) = words.estimate(standing) { return text }
    guard let standing else { return "–" }
    return standing.status == .analysed ? "–" : try words.text("status", standing.status.rawValue)
  }

  /// The lines that were crossed, or the gravest of what else changed, in words.
  func change(_ move: PairMove) throws -> String {
    let values = ["level": moves.levelText]
    guard !move.signals.isEmpty else {
      return try words.words.text("diff_signal", Self.quietChange(move.pair), values)
    }
    let crossed = move.signals.filter(\.isCrossing)
    return try (crossed.isEmpty ? Array(move.signals.prefix(1)) : crossed).map {
      try words.words.text("diff_signal", $0.rawValue, values)
    }
    .joined(separator: ", ")
  }

  /// The code for a pair of which nothing is told.
  private static func quietChange(_ pair: PairComparison) -> String {
    switch pair.state {
    case .unchanged, .withinTolerance: "none"
    default: abs(pair.shift ?? 0) > 1e-9 ? "estimate_only" : "numbers_only"
    }
  }

  /// `+1.9`; two decimals below one tenth.
  static func shiftText(_ shift: Double?) -> String {
    guard let shift else { return "–" }
    let text = NumberStyle.fixed(shift, decimals: abs(shift) < 0.1 ? 2 : 1)
    return (shift > 0 && !NumberStyle.isZero(text) ? "+" : "") + text
  }

  /// The scale that all rows share, or that each has its own.
  func axis(_ part: Part, _ moves: [PairMove]) throws -> EffectAxis {
    let own = moves.flatMap { [$0.pair.old?.scale, $0.pair.new?.scale].compactMap { $0 } }
    let (disease, member) = (changes.new.disease, try text("member"))
    let scales = own.map {
      ScaleWords(
        scale: $0,
        exposure: part.direction == .forward ? "" : disease,
        outcome: part.direction == .forward ? disease : member,
        words: words.words
      )
    }
    let titles = Set(scales.map(\.unit))
    let title = titles.count == 1 ? titles.first ?? "" : try text("own_scale")
    return EffectAxis(
      isRatio: part.isRatio,
      title: title,
      shortTitle: title,
      unit: titles.count == 1 ? title : words.words(ScalePhrase.ownUnit),
      lower: scales.first?.lower ?? "",
      higher: scales.first?.higher ?? ""
    )
  }

  // MARK: Instruments

  /// The pairs with the largest turnover. Many pairs of the reverse direction have the same instruments: they are one row.
  func turnover() throws -> TurnoverFigure {
    let rows = try turnoverRows()
    let (shown, others) = (
      Array(rows.prefix(TurnoverFigure.rowLimit)), Array(rows.dropFirst(TurnoverFigure.rowLimit))
    )
    let top = shown.prefix(Self.describedRows).map { "\($0.name): −\($0.lost) +\($0.gained)" }
    return TurnoverFigure(
      id: "turnover",
      title: try text("turnover_title"),
      description: try text("turnover_alt", ["top": top.joined(separator: "; ")]),
      words: TurnoverFigure.Words(
        name: try text("trait"),
        lost: try text("lost"),
        kept: try text("kept"),
        realigned: try text("realigned"),
        gained: try text("gained"),
        here: try text("here"),
        counts: try text("counts")
      ),
      rows: shown,
      others: others
    )
  }

  private struct Counts: Hashable {
    let direction: Direction
    let turnover: PairComparison.Turnover
  }

  private func turnoverRows() throws -> [TurnoverFigure.Row] {
    let changed = changes.pairs.compactMap { pair -> (pair: PairComparison, counts: Counts)? in
      guard let turnover = pair.turnover, turnover.gained + turnover.lost + turnover.realigned > 0 else {
        return nil
      }
      return (pair, Counts(direction: pair.direction, turnover: turnover))
    }
    let alike = Dictionary(grouping: changed.filter { $0.pair.direction == .reverse }, by: \.counts)
    var told: Set<Counts> = []
    let rows = try changed.compactMap { pair, counts -> TurnoverFigure.Row? in
      let same = alike[counts]?.count ?? 1
      guard same > Self.fewAlike else { return try turnoverRow(counts, name(pair), href(pair.trait)) }
      guard told.insert(counts).inserted else { return nil }
      let name = try text(
        "alike",
        ["disease": DisplayName.capitalised(changes.new.disease), "count": NumberStyle.count(same)]
      )
      return turnoverRow(counts, name, nil)
    }
    return rows.enumerated().sorted { left, right in
      (-left.element.turnover, left.offset) < (-right.element.turnover, right.offset)
    }.map(\.element)
  }

  /// So many pairs with the same instruments still have a row each.
  private static let fewAlike = 2

  private func turnoverRow(_ counts: Counts, _ name: String, _ link: String?) -> TurnoverFigure.Row {
    let turnover = counts.turnover
    return TurnoverFigure.Row(
      name: name,
      link: link,
      lost: turnover.lost,
      kept: turnover.kept - turnover.realigned,
      realigned: turnover.realigned,
      gained: turnover.gained
    )
  }
}

extension TurnoverFigure.Row {
  /// How many instruments changed.
  fileprivate var turnover: Int { lost + realigned + gained }
}
