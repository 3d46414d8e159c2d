import ReleaseDiff
import StudyModel

extension ChangesFigures {
  /// The pairs of one part whose tests changed their standing, or that were estimated in some releases only; nil without a
  /// history or without such pairs.
  func history(_ part: Part) throws -> HistoryFigure? {
    guard let history = changes.history else { return nil }
    let pairs = Self.turned(history, part)
    guard !pairs.isEmpty else { return nil }
    let shown = pairs.prefix(HistoryFigure.pairLimit)
    let ids = Set(shown.map(\.id))
    return HistoryFigure(
      id: "\(part.id)-history",
      title: try text("history_title"),
      description: try text(
        "history_alt",
        [
          "count": NumberStyle.count(shown.count), "releases": NumberStyle.count(history.releases.count),
          "names": words.words.list(shown.map(\.traitName), atMost: HistoryFigure.pairLimit),
        ]
      ),
      axis: try axis(part, moves.all.filter { ids.contains($0.pair.id) }),
      heads: (try text("release"), try text("estimate"), try text("p"), try text("adjusted")),
      pairs: try shown.map { pair in
        HistoryFigure.Pair(
          name: pair.traitName,
          points: try history.releases.indices.map { try point($0, history, pair) }
        )
      },
      words: words.words
    )
  }

  /// Whether a reader of one release would have concluded something else than a reader of another.
  static func turned(_ history: History, _ part: Part) -> [History.PairHistory] {
    history.pairs.filter { pair in
      guard pair.direction == part.direction,
        let scale = pair.standings.lazy.compactMap(\.standing.scale).last,
        EffectDisplay(scale).isRatio == part.isRatio
      else { return false }
      let kinds = Set(pair.standings.map { Self.evidence($0.standing) })
      let isEverywhere = pair.standings.count == history.releases.count
      return kinds.count > 1 || !isEverywhere
        || Set(pair.standings.map { $0.standing.estimate == nil }).count > 1
    }
  }

  private static func evidence(_ standing: PairStanding) -> PanelForestFigure.Evidence {
    switch standing.tests.min(by: { $0.tests < $1.tests })?.standing {
    case .passes: .adjusted
    case .nominalOnly: .nominal
    case .notSignificant, nil: .neither
    }
  }

  private func point(_ release: Int, _ history: History, _ pair: History.PairHistory) throws
    -> HistoryFigure.Point
  {
    let standing = pair.standings.first { $0.release == release }?.standing
    let test = standing?.tests.min { $0.tests < $1.tests }
    let estimate: String =
      if case .text(let text) = words.estimate(standing) { text } else { try text("not_estimated") }
    return HistoryFigure.Point(
      release: history.releases[release].date,
      plotted: Self.plotted(standing),
      estimateText: estimate,
      pText: words.cell(standing?.estimate?.pValue),
      adjustedText: words.cell(test?.adjusted),
      evidence: standing.map(Self.evidence) ?? .neither
    )
  }
}
