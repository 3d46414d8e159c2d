import Charts
import Reporting

/// Made-up comparisons with awkward corners, the same each time.
enum DiffSamples {
  static let longName = "Granulocyte-macrophage colony-stimulating factor receptor subunit alpha, soluble"

  // MARK: Movement

  static let words = MovementFigure.Words(
    name: "Trait",
    old: "2026-01-01",
    new: "2026-12-01",
    oldEstimate: "2026-01-01 (95% CI)",
    newEstimate: "2026-12-01 (95% CI)",
    change: "What changed",
    movement: "Movement in old SEs, by cause",
    data: "data",
    software: "software and settings",
    total: "total"
  )

  /// - Parameter value: the estimate and its bounds, before and after, of a row.
  static func movement(
    _ count: Int,
    id: String = "movement",
    name: String = "Trait",
    isAttributed: Bool = true,
    value: (Int) -> (old: PlottedEstimate?, new: PlottedEstimate?) = usual
  ) -> MovementFigure {
    let rows = (0..<count).map { index -> MovementFigure.Row in
      let (old, new) = value(index)
      let software = isAttributed ? Samples.noise(index, 3) - 0.5 : nil
      let shift = old == nil || new == nil ? nil : 3 * (Samples.noise(index, 4) - 0.5)
      return MovementFigure.Row(
        name: count == 1 ? name : "\(name) \(index)",
        link: index % 2 == 0 ? "traits/t\(index).html" : nil,
        old: old,
        new: new,
        oldText: old == nil ? "look-up not supplied" : "0.31 (0.13–0.74)",
        newText: new == nil ? "–" : "1.33 (0.0002–1,234)",
        change: index % 4 == 0 ? "p < 0.05 lost, sign flips" : "estimate only",
        isListed: index % 4 == 0,
        shift: shift,
        shiftText: shift == nil ? "–" : "+1.9",
        dataShift: shift.flatMap { shift in software.map { shift - $0 } },
        softwareShift: shift == nil ? nil : software
      )
    }
    return MovementFigure(
      id: id,
      title: "Estimates in both releases",
      description: "A forest plot.",
      axis: Samples.odds,
      words: words,
      rows: rows
    )
  }

  static func usual(_ index: Int) -> (old: PlottedEstimate?, new: PlottedEstimate?) {
    let (old, new) = (0.4 + 2 * Samples.noise(index), 0.4 + 2 * Samples.noise(index, 1))
    return (
      index == 3 ? nil : PlottedEstimate(estimate: old, low: old * 0.4, high: old * 2.4),
      index == 5 ? nil : PlottedEstimate(estimate: new, low: new * 0.6, high: new * 1.6)
    )
  }

  // MARK: Standings

  static let standings = ["passes adjustment", "p < 0.05 only", "p ≥ 0.05", "not tested"]

  /// - Parameter count: how many tests went from one standing to another.
  static func matrix(
    id: String = "standings",
    name: String = "IL",
    standings: [String] = standings,
    count: (Int, Int) -> Int = { $0 == $1 ? 20 : ($0 * 3 + $1) % 4 }
  ) -> StandingMatrixFigure {
    let cells = standings.indices.map { old in
      standings.indices.map { new in
        StandingMatrixFigure.Cell(
          names: (0..<count(old, new)).map { "\(name)-\($0)" },
          kind: old == new ? .same : old == 3 || new == 3 ? .other : new < old ? .stronger : .weaker,
          isQuiet: old == new && old > 1
        )
      }
    }
    return StandingMatrixFigure(
      id: id,
      title: "Who crossed a line",
      description: "A matrix.",
      oldTitle: "2026-01-01",
      newTitle: "2026-12-01",
      standings: standings,
      cells: cells,
      words: BuiltInWords.book
    )
  }

  // MARK: Old against new

  static func scatter(
    _ count: Int,
    id: String = "old-new",
    name: String = "IL",
    value: (Int) -> (Double, Double) = {
      (4 * (Samples.noise($0) - 0.5), 5 * (Samples.noise($0) - 0.5) + Samples.noise($0, 1))
    }
  ) -> MovementScatterFigure {
    MovementScatterFigure(
      id: id,
      title: "z before and after",
      description: "A scatter plot.",
      xTitle: "z in 2026-01-01",
      yTitle: "z in 2026-12-01",
      lineLabel: "no change",
      threshold: 1.96,
      points: (0..<count).map { index in
        let (old, new) = value(index)
        return MovementScatterFigure.Test(
          name: "\(name)-\(index)",
          link: "t\(index).html",
          old: old,
          new: new,
          isListed: index < 9
        )
      }
    )
  }

  // MARK: Turnover

  static func turnover(
    _ count: Int,
    id: String = "turnover",
    name: String = "IL",
    scale: Int = 1
  ) -> TurnoverFigure {
    TurnoverFigure(
      id: id,
      title: "Instruments",
      description: "A row a trait.",
      words: TurnoverFigure.Words(
        name: "Trait",
        lost: "lost",
        kept: "kept",
        realigned: "realigned",
        gained: "gained",
        here: "kept, realigned, gained",
        counts: "then → now"
      ),
      rows: (0..<count).map { index in
        TurnoverFigure.Row(
          name: "\(name)-\(index)",
          link: index % 2 == 0 ? "t.html" : nil,
          lost: index % 4 * scale,
          kept: (3 + index % 7) * scale,
          realigned: index % 3 * scale,
          gained: index % 5 * scale
        )
      }
    )
  }

  // MARK: History

  static func history(_ count: Int, releases: Int = 4, id: String = "history", name: String = "IL")
    -> HistoryFigure
  {
    HistoryFigure(
      id: id,
      title: "Estimates over all releases",
      description: "A forest plot.",
      axis: Samples.odds,
      heads: ("Release", "Estimate (95% CI)", "p", "p adj."),
      pairs: (0..<count).map { index in
        HistoryFigure.Pair(
          name: "\(name)-\(index)",
          points: (0..<releases).map { release in
            let value = 0.5 + 1.5 * Samples.noise(index, release)
            let isMissing = release == 1 && index % 3 == 1
            return HistoryFigure.Point(
              release: "202\(release)-12-01",
              plotted: isMissing
                ? nil : PlottedEstimate(estimate: value, low: value * 0.6, high: value * 1.7),
              estimateText: isMissing ? "not estimated" : "1.33 (0.61–2.92)",
              pText: "0.023",
              adjustedText: "0.80",
              evidence: release == 0 ? .neither : release == 2 ? .adjusted : .nominal
            )
          }
        )
      },
      words: BuiltInWords.book
    )
  }
}
