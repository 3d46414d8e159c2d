import ReleaseDiff
import StudyModel

/// The figures of a comparison of releases.
struct ChangesFigures {
  let changes: ReleaseChanges
  let words: DiffWords
  let moves: PairMoves
  /// The page of a trait as the page of the changes sees it; nil for none.
  let href: (TraitID) -> String?

  func figures() throws -> [ReportFigure] {
    let movements = try parts.compactMap { try movement($0)?.figure() }
    let histories = try parts.compactMap { try history($0)?.figure() }
    return try [matrix().figure(), scatter().figure(), turnover().figure()].compactMap { $0 } + movements
      + histories
  }

  /// A direction on one kind of axis; ratios and differences cannot share one.
  struct Part {
    let direction: Direction
    let isRatio: Bool
    /// Begins the ids of the part's figures.
    let id: String
  }

  var parts: [Part] {
    moves.directions.flatMap { direction in
      let scales = moves.all.filter { $0.pair.direction == direction }
        .compactMap { ($0.pair.new ?? $0.pair.old)?.scale }
      let kinds = Set(scales.map { EffectDisplay($0).isRatio })
      return [true, false].filter(kinds.contains).map { isRatio in
        let more = kinds.count == 1 ? "" : isRatio ? "-ratios" : "-differences"
        return Part(direction: direction, isRatio: isRatio, id: direction.rawValue + more)
      }
    }
  }

  /// The pair's name where both directions stand in one figure.
  func name(_ pair: PairComparison) throws -> String {
    guard moves.hasBothDirections else { return pair.traitName }
    return try words.words.text("diff_name", pair.direction.rawValue, ["trait": pair.traitName])
  }

  /// The pair's name within a sentence.
  func prose(_ pair: PairComparison) throws -> String {
    guard moves.hasBothDirections else { return pair.traitName }
    return try words.words.text("diff_prose", pair.direction.rawValue, ["trait": pair.traitName])
  }

  func text(_ code: String, _ values: [String: String] = [:]) throws -> String {
    let usual = ["old": moves.labels.old, "new": moves.labels.new, "level": moves.levelText]
    return try words.words.text("diff_figure", code, usual.merging(values) { _, own in own })
  }

  // MARK: Before and after

  private func matrix() throws -> StandingMatrixFigure {
    let used = TestStanding.Standing.allCases.map(Optional.some) + [nil]
    let tested = moves.all.filter { $0.before != nil || $0.after != nil }
    let standings = used.filter { standing in
      standing != nil || tested.contains { $0.before == nil || $0.after == nil }
    }
    let cells = try standings.map { old in
      try standings.map { new in
        let own = tested.filter { $0.before?.standing == old && $0.after?.standing == new }
        return StandingMatrixFigure.Cell(
          names: try own.map { try name($0.pair) },
          kind: own.first?.kind ?? .same,
          isQuiet: old == new && (old == nil || old == .notSignificant)
        )
      }
    }
    func count(_ kind: StandingMatrixFigure.Kind) -> String {
      NumberStyle.count(tested.count { $0.kind == kind })
    }
    let counts = [
      "tests": NumberStyle.count(tested.count), "stronger": count(.stronger), "weaker": count(.weaker),
      "same": count(.same), "other": count(.other),
    ]
    return StandingMatrixFigure(
      id: "standings",
      title: try text("matrix_title"),
      description: try text("matrix_alt", counts),
      oldTitle: moves.labels.old,
      newTitle: moves.labels.new,
      standings: try standings.map {
        try words.words.text("diff_cell", $0?.rawValue ?? "untested", ["level": moves.levelText])
      },
      cells: cells,
      words: words.words
    )
  }

  private func scatter() throws -> MovementScatterFigure {
    let drawn = Set(parts.flatMap { part in shown(part).map(\.pair.id) })
    let points = try moves.all.compactMap { move -> (PairMove, MovementScatterFigure.Test)? in
      guard let old = PairMove.z(move.pair.old), let new = PairMove.z(move.pair.new) else { return nil }
      return (
        move,
        MovementScatterFigure.Test(
          name: try name(move.pair),
          link: href(move.pair.trait),
          old: old,
          new: new,
          isListed: drawn.contains(move.pair.id)
        )
      )
    }.sorted { left, right in
      (left.0.isListed ? 0 : 1, -left.0.rank, left.0.pair.id)
        < (right.0.isListed ? 0 : 1, -right.0.rank, right.0.pair.id)
    }.map(\.1)
    return MovementScatterFigure(
      id: "old-new",
      title: try text("scatter_title"),
      description: try text(
        "scatter_alt",
        [
          "count": NumberStyle.count(points.count),
          "listed": NumberStyle.count(points.count { $0.isListed }),
        ]
      ),
      xTitle: try text("scatter_x"),
      yTitle: try text("scatter_y"),
      lineLabel: try text("no_change"),
      threshold: moves.threshold,
      crowdNote: try text("crowd", ["limit": NumberStyle.count(MovementScatterFigure.pointLimit)]),
      points: points
    )
  }

  func shown(_ part: Part) -> [PairMove] { chosen(part).shown }

  func chosen(_ part: Part) -> (shown: [PairMove], others: [PairMove]) {
    moves.chosen(part.direction, isRatio: part.isRatio, atMost: MovementFigure.rowLimit)
  }
}
